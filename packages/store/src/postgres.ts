import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { StoreError } from './error.ts';
import type { Store } from './port.ts';
import { byteOrder } from './postgres/byte-order.ts';
import { type Connection, type Connections, openConnections } from './postgres/connection.ts';
import { explained, isCollision } from './postgres/explain.ts';
import { createLines } from './postgres/lines.ts';
import { listBusinesses } from './sql/businesses.ts';
import { createCalls } from './sql/calls.ts';
import { transactionOf, viewOf } from './sql/handle.ts';
import { findKeyByHash } from './sql/keys.ts';
import { migrate } from './sql/migrations.ts';
import type { Open } from './sql/tables.ts';
import { isVault } from './sql/vault.ts';

export interface PostgresOptions {
  /** `postgres://user:password@host:5432/database`, with what libpq takes behind a question mark. */
  readonly url: string;
  /** Connections at most, 10 unless given. */
  readonly connections?: number;
}

/** Milliseconds. A process that stands still in a transaction must not keep others out for ever. */
const patience = { connect: 5_000, answer: 30_000, lock: 10_000, idle: 60_000 } as const;
/**
 * A page comes in the order of an index, which is read until the page is full. Of tables that have just grown Postgres
 * has no figures yet, and would rather look at all rows of a business, and sort them.
 */
const inOrder = 'set local enable_sort = off';
const limits = `set local lock_timeout = ${patience.lock}; set local idle_in_transaction_session_timeout = ${patience.idle}; ${inOrder}`;

/** How often a transaction is run that loses against others. */
const tries = 5;

/** A number out of 64 bits for a name: what Postgres locks by. Two names with the same only wait for one another. */
const lockOf = (name: string): string =>
  createHash('sha256').update(`plumbline ${name}`).digest().readBigInt64BE().toString();

const begin = {
  /** One snapshot, that of the first statement. */
  read: `begin isolation level repeatable read read only; ${limits}`,
  /** Of one business one after another, over all processes: what is counted is counted exactly. */
  write: (scope: string) => `begin; ${limits}; select pg_advisory_xact_lock(${lockOf(`scope ${scope}`)})`,
  migration: `begin; select pg_advisory_xact_lock(${lockOf('migration')})`,
} as const;

const yes = (): boolean => true;
const no = (): boolean => false;

/** Everything `work` does between `beginning` and the commit, or nothing. */
const inTransaction = async <T>(
  connections: Connections,
  beginning: string,
  work: (connection: Connection) => Promise<T>,
): Promise<T> => {
  const connection = await connections.take();
  let broken = true;
  try {
    await connection.run(beginning);
    const result = await work(connection);
    // Postgres answers the commit of a transaction with a failed statement by quietly undoing it.
    const failure = connection.failure();
    if (failure !== undefined) throw failure;
    await connection.run('commit');
    broken = false;
    return result;
  } catch (error) {
    // A connection that does not answer would only be waited for again.
    const answers = !(error instanceof StoreError && error.code === 'unavailable');
    broken = !answers || !(await connection.run('rollback').then(yes, no));
    throw error;
  } finally {
    connection.release(broken);
  }
};

const prepare = (connections: Connections): Promise<void> =>
  inTransaction(connections, begin.migration, async ({ builder }) => {
    const { rows } = await sql<{
      encoding: string;
    }>`select current_setting('server_encoding') as encoding`.execute(builder);
    if (rows[0]?.encoding !== 'UTF8')
      throw new StoreError(
        'unavailable',
        `The database keeps text as ${rows[0]?.encoding}. Create one with the encoding UTF8.`,
      );
    await migrate(builder.withPlugin(byteOrder()));
  });

const over = (connections: Connections): Store => {
  const calls = createCalls();
  const lines = createLines();
  const busy = new Set<Promise<unknown>>();
  let closing: Promise<void> | null = null;

  const guarded = async <T>(run: () => Promise<T>): Promise<T> => {
    calls.outside();
    if (closing !== null) throw new StoreError('unavailable', 'The store is closed.');
    const running = run();
    busy.add(running);
    try {
      return await running;
    } catch (error) {
      throw explained(error);
    } finally {
      busy.delete(running);
    }
  };
  /** One statement, which needs no transaction. */
  const single = <T>(work: (open: Open) => Promise<T>): Promise<T> =>
    guarded(async () => {
      const connection = await connections.take();
      let broken = true;
      try {
        const result = await calls.within(connection.builder, work);
        broken = false;
        return result;
      } finally {
        connection.release(broken);
      }
    });
  const read = <T>(work: (open: Open) => Promise<T>): Promise<T> =>
    guarded(() => inTransaction(connections, begin.read, ({ builder }) => calls.within(builder, work)));
  const write = async <T>(scope: string, work: (open: Open) => Promise<T>): Promise<T> => {
    for (let tried = 1; ; tried += 1) {
      try {
        return await inTransaction(connections, begin.write(scope), ({ builder }) =>
          calls.within(builder, work),
        );
      } catch (error) {
        if (!isCollision(error) || tried >= tries) throw error;
      }
    }
  };

  return {
    listBusinesses: (page) => single((open) => listBusinesses(open, page)),
    // Looked up each time: another process may have revoked it since.
    findKeyByHash: (hash) => single((open) => findKeyByHash(open, hash)),
    read: (scope, work) => read((open) => work(viewOf(open, scope))),
    transaction: (scope, work) =>
      guarded(() => lines.run(scope, () => write(scope, (open) => work(transactionOf(open, scope))))),
    isVault: (fingerprint) => single((open) => isVault(open, fingerprint)),
    ready: () =>
      single(async (open) => {
        await sql`select version from schema_version`.execute(open());
      }),
    close: () =>
      (closing ??= (async () => {
        await Promise.allSettled(busy);
        await connections.close();
      })()),
  };
};

/**
 * Opens a store over Postgres 15 or newer, for any number of processes, and brings it to the latest schema. Throws
 * `StoreError`: `unavailable`, `newer-schema`, `read-only`.
 */
export const openPostgres = async ({ url, connections: most = 10 }: PostgresOptions): Promise<Store> => {
  const connections = openConnections({ url, most, patience });
  try {
    await prepare(connections);
  } catch (error) {
    await connections.close();
    throw explained(error);
  }
  return over(connections);
};
