import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./writer.child.ts', import.meta.url));

export interface Child {
  readonly pid: number;
  /** Every line so far. */
  readonly lines: readonly string[];
  /** Resolves when so many lines have come, or the process has ended. */
  readonly until: (count: number) => Promise<void>;
  /** Kills it the hard way and waits until it is gone; without, waits until it ends by itself. */
  readonly end: (signal?: 'SIGKILL') => Promise<void>;
}

/** Starts a writer on a folder; `limit` is a shell's `ulimit` argument, `user` an unprivileged user to run as. */
export const startWriter = (
  folder: string,
  {
    parallel = 1,
    limit = '',
    user,
    what = 'audit',
  }: { parallel?: number; limit?: string; user?: number; what?: 'audit' | 'decisions' } = {},
): Child => {
  const ids = user === undefined ? {} : { uid: user, gid: user };
  const child = spawn(
    '/bin/sh',
    [
      '-c',
      `${limit === '' ? '' : `ulimit ${limit};`} exec "$0" "$@"`,
      process.execPath,
      script,
      folder,
      `${parallel}`,
      what,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], ...ids },
  );
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const tell = (): void => {
    for (const each of waiting) each();
  };
  let over = false;
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    tell();
  });
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => {
      over = true;
      tell();
      resolve();
    });
  });
  return {
    pid: child.pid ?? -1,
    lines,
    until: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (lines.length < count && !over) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    end: async (signal) => {
      if (signal !== undefined) child.kill(signal);
      await ended;
    },
  };
};
