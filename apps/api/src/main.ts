import { StoreError } from '@plumbline/store';
import { announcement } from './server/announce.ts';
import { serve } from './server/serve.ts';
import { readSettings } from './server/settings.ts';
import { SettingsError } from './server/settings-error.ts';
import { untilStopped } from './server/until-stopped.ts';

// The API alone, without the command line: `node apps/api/src/main.ts`.
try {
  const running = await serve(readSettings(process.env));
  process.stdout.write(`${announcement(running).join('\n')}\n`);
  await untilStopped(running);
} catch (error) {
  if (!(error instanceof StoreError || error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
