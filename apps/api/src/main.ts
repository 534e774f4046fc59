import { announcement } from './server/announce.ts';
import { serve } from './server/serve.ts';
import { readSettings } from './server/settings.ts';
import { untilStopped } from './server/until-stopped.ts';

// The API alone, without the command line: `node apps/api/src/main.ts`.
const running = await serve(readSettings(process.env));
process.stdout.write(`${announcement(running).join('\n')}\n`);
await untilStopped(running);
