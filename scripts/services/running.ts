/** Programs that tests start: on a port of their own, and ended with whoever started them, however that ends. */
import {
  type ChildProcess,
  type SpawnOptionsWithStdioTuple,
  type StdioNull,
  type StdioPipe,
  spawn,
} from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { createInterface } from 'node:readline';

export const freePort = async (): Promise<number> => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const setpriv = '/usr/bin/setpriv';
const children = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

export interface Running {
  readonly pid: number;
  /** Sends a signal and waits until it is gone; the last lines it said are in the error where it said something else. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
  readonly signal: (signal: NodeJS.Signals) => void;
}

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  /** Laid over our own environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Runs as this user and group; as we do unless given. */
  readonly user?: number | undefined;
  /** Part of the line by which it says that it is ready, on either stream. */
  readonly ready: string;
  /** Hears every line it says. */
  readonly heard?: (line: string) => void;
}

/** Starts a program; resolves once it is ready, rejects with what it said where it ends before. */
export const run = async ({ command, args, env = {}, user, ready, heard }: Program): Promise<Running> => {
  // The kernel ends it with us even where we are killed and can do nothing more ourselves.
  const tied = existsSync(setpriv);
  const as = user === undefined ? [] : [`--reuid=${user}`, `--regid=${user}`, '--clear-groups'];
  const options: SpawnOptionsWithStdioTuple<StdioNull, StdioPipe, StdioPipe> = {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  };
  const child = tied
    ? spawn(setpriv, ['--pdeathsig', 'KILL', ...as, command, ...args], options)
    : spawn(command, args, user === undefined ? options : { ...options, uid: user, gid: user });
  children.add(child);
  const ended = once(child, 'exit').finally(() => children.delete(child));
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const hear = (line: string): void => {
      said.push(line);
      if (said.length > 20) said.shift();
      heard?.(line);
      if (line.includes(ready)) resolve();
    };
    createInterface({ input: child.stdout }).on('line', hear);
    createInterface({ input: child.stderr }).on('line', hear);
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`${command} ended with ${code} before it was ready:\n${said.join('\n')}`)),
    );
  });
  return {
    pid: child.pid ?? -1,
    signal: (signal) => void child.kill(signal),
    end: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
};
