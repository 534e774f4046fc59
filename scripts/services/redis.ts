/** A real Redis or Valkey for tests. */

import { programOf } from './program.ts';
import { freePort, type Running, run } from './running.ts';

export interface Redis {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Stands still without letting go of its connections. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Ends it the hard way; what it held is gone. */
  readonly kill: () => Promise<void>;
}

const wanted = {
  names: ['redis-server', 'valkey-server'],
  folders: [],
  package: 'redis-server',
} as const;

/** Starts one that keeps nothing on disk. `more`: further arguments, e.g. `['--maxmemory', '2mb']`. */
export const startRedis = async (given?: number, more: readonly string[] = []): Promise<Redis> => {
  const port = given ?? (await freePort());
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', ...more];
  const running: Running = await run({
    command: programOf(wanted),
    args,
    ready: 'Ready to accept connections',
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    pid: running.pid,
    pause: () => running.signal('SIGSTOP'),
    resume: () => running.signal('SIGCONT'),
    kill: () => running.end('SIGKILL'),
  };
};
