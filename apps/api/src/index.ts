export { type AppOptions, createApp } from './app.ts';
export { createLog } from './log.ts';
export { apiDocument } from './routes/table.ts';
export { announcement } from './server/announce.ts';
export { type Running, type ServeOptions, serve } from './server/serve.ts';
export { readSettings, type Settings } from './server/settings.ts';
export { SettingsError } from './server/settings-error.ts';
export { untilStopped } from './server/until-stopped.ts';
export { type RunningWorker, runWorker, type WorkerOptions } from './server/work.ts';
