import { join } from 'node:path';
import { freePort, type Running, run } from '../scripts/services/running.ts';

const commandLine = join(import.meta.dirname, '../apps/cli/src/main.ts');
/** What each of the two says once it runs. */
const ready = { serve: 'Docs  http', worker: '"event":"working"' } as const;

/** A Plumbline process that is killed and started again, a server always on the same port. */
export interface Plumbline {
  readonly url: string;
  /** Admin key, shown at the first start of all. */
  readonly adminKey: () => string | null;
  /** `limit`: an argument for the shell's `ulimit`, such as `-f 4096`. Rejects with its words where it refuses. */
  readonly start: (limit?: string) => Promise<void>;
  /** The hard way; nothing if it does not run. */
  readonly kill: () => Promise<void>;
  /** In good order. */
  readonly stop: () => Promise<void>;
}

export interface PlumblineOptions {
  /** Arguments of the command line. */
  readonly command: readonly ['serve' | 'worker', ...string[]];
  readonly env: Readonly<Record<string, string>>;
  /** The one it runs as; as we do unless given. */
  readonly user?: number | undefined;
}

export const plumbline = async ({ command, env, user }: PlumblineOptions): Promise<Plumbline> => {
  const port = await freePort();
  let running: Running | null = null;
  let adminKey: string | null = null;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = running;
    running = null;
    await ending?.end(signal);
  };
  return {
    url: `http://127.0.0.1:${port}`,
    adminKey: () => adminKey,
    start: async (limit) => {
      const words = [process.execPath, commandLine, ...command];
      const limited = ['-c', `ulimit ${limit}; exec "$0" "$@"`, ...words];
      const [first = '', ...args] = limit === undefined ? words : ['/bin/sh', ...limited];
      running = await run({
        command: first,
        args,
        env: { PORT: `${port}`, ...env },
        user,
        ready: ready[command[0]],
        heard: (line) => {
          adminKey ??= /plb_\S+/.exec(line)?.[0] ?? null;
        },
      });
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
};
