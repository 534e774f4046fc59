/** A real Postgres for tests: a cluster of its own in a temporary folder. */
import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { programOf } from './program.ts';
import { freePort, type Running, run } from './running.ts';

export interface Postgres {
  /** Address of a database in it; `postgres` is there from the start. */
  readonly url: (database?: string) => string;
  /** Ends it and starts it again on the same data: in good order, or as after a crash. */
  readonly restart: (how: 'in-order' | 'crashed') => Promise<void>;
  /** Ends it, and starts it again when `work` is done. */
  readonly without: (work: () => Promise<void>) => Promise<void>;
  /** Ends it and takes its folder away. */
  readonly stop: () => Promise<void>;
}

const wanted = {
  names: ['postgres'],
  folders: ['/usr/lib/postgresql/*/bin', '/usr/local/bin'],
  package: 'postgresql',
} as const;

/** Postgres refuses to run as root, so somebody without rights runs it. */
const nobody = 65_534;

/**
 * Starts an empty cluster. It does not wait for the disk, as the machine does not go down in between; a commit is
 * handed to the system before it is acknowledged. Sorts by language, as many a database out there does.
 */
export const startPostgres = async (): Promise<Postgres> => {
  const command = programOf(wanted);
  const user = process.getuid?.() === 0 ? nobody : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-postgres-'));
  if (user !== undefined) chownSync(folder, user, user);
  const data = join(folder, 'data');
  const made = spawnSync(
    join(dirname(command), 'initdb'),
    [
      ...['--pgdata', data, '--username', 'plumbline', '--auth', 'trust', '--no-sync', '--encoding', 'UTF8'],
      ...['--locale', 'C', '--locale-provider', 'icu', '--icu-locale', 'en'],
    ],
    { encoding: 'utf8', ...(user === undefined ? {} : { uid: user, gid: user }) },
  );
  if (made.status !== 0) {
    rmSync(folder, { recursive: true });
    throw new Error(`initdb failed (Postgres 15 or newer is needed): ${made.stderr || made.error}`);
  }
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
    'full_page_writes=off',
    'max_connections=200',
    'shared_buffers=64MB',
  ];
  const start = (): Promise<Running> =>
    run({
      command,
      args: ['-D', data, '-p', `${port}`, ...settings.flatMap((each) => ['-c', each])],
      user,
      ready: 'database system is ready to accept connections',
    });
  let running = await start();
  return {
    url: (database = 'postgres') => `postgres://plumbline@127.0.0.1:${port}/${database}`,
    restart: async (how) => {
      await running.end(how === 'in-order' ? 'SIGINT' : 'SIGQUIT');
      running = await start();
    },
    without: async (work) => {
      await running.end('SIGINT');
      try {
        await work();
      } finally {
        running = await start();
      }
    },
    stop: async () => {
      await running.end('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
