import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import { Pool, type PoolClient, types } from 'pg';
import { StoreError } from '../error.ts';
import type { Tables } from '../sql/tables.ts';
import { failedCall } from './explain.ts';
import { fromPostgres, toPostgres } from './text.ts';

/** Ids of types in Postgres: pg_type.dat. Counts and sums come as numbers, as from SQLite. */
const parsers: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [20, Number],
  [25, fromPostgres],
  [1700, Number],
]);

/** One connection out of the pool, until it is given back. */
export interface Connection {
  readonly builder: Kysely<Tables>;
  /** Runs statements without parameters, all in one call. */
  readonly run: (text: string) => Promise<void>;
  /** The first failure since it was last asked: all that was written before it in the transaction is lost. */
  readonly failure: () => unknown;
  /** `broken`: it is closed instead of used again. */
  readonly release: (broken: boolean) => void;
}

export interface Connections {
  readonly take: () => Promise<Connection>;
  readonly close: () => Promise<void>;
}

export interface ConnectionOptions {
  readonly url: string;
  readonly most: number;
  /** Milliseconds to wait for a connection, and for an answer. */
  readonly patience: { readonly connect: number; readonly answer: number };
}

/** One for all, since prepared texts of statements are kept by it. */
const adapter = new PostgresAdapter();
const compiler = new PostgresQueryCompiler();

const noStream = (): never => {
  throw new Error('Rows come all at once.');
};

const dialectOver = (connection: DatabaseConnection): Dialect => ({
  createAdapter: () => adapter,
  createQueryCompiler: () => compiler,
  createIntrospector: (db) => new PostgresIntrospector(db),
  createDriver: () => ({
    init: async () => undefined,
    acquireConnection: async () => connection,
    releaseConnection: async () => undefined,
    beginTransaction: noStream,
    commitTransaction: noStream,
    rollbackTransaction: noStream,
    destroy: async () => undefined,
  }),
});

interface Kept {
  readonly builder: Kysely<Tables>;
  failure: { readonly error: unknown } | null;
}

const keptOver = (client: PoolClient): Kept => {
  // A connection answers one statement after another, however many are asked at once.
  let last: Promise<unknown> = Promise.resolve();
  const ask = async ({ sql, parameters }: CompiledQuery) => {
    try {
      const values = parameters.map((each) => (typeof each === 'string' ? toPostgres(each) : each));
      return await client.query(sql, values);
    } catch (error) {
      kept.failure ??= { error: failedCall(error) };
      throw failedCall(error);
    }
  };
  const connection: DatabaseConnection = {
    executeQuery: async <Row>(query: CompiledQuery) => {
      const answer = last.then(() => ask(query));
      last = answer.catch(() => undefined);
      const { rows, rowCount } = await answer;
      return { rows: rows as Row[], numAffectedRows: BigInt(rowCount ?? 0) };
    },
    streamQuery: noStream,
  };
  const kept: Kept = { builder: new Kysely<Tables>({ dialect: dialectOver(connection) }), failure: null };
  return kept;
};

/** A pool of connections. Throws `StoreError` `unavailable` where none is to be had in time. */
export const openConnections = ({ url, most, patience }: ConnectionOptions): Connections => {
  const pool = new Pool({
    connectionString: url,
    max: most,
    connectionTimeoutMillis: patience.connect,
    query_timeout: patience.answer,
    keepAlive: true,
    fallback_application_name: 'plumbline',
    types: {
      getTypeParser: (id: number, format?: 'text' | 'binary') =>
        parsers.get(id) ?? types.getTypeParser(id, format as 'text'),
    },
  });
  const known = new WeakMap<PoolClient, Kept>();
  // Whoever uses the connection is told by its own statement; one that nobody uses is let go by the pool.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return {
    take: async () => {
      let client: PoolClient;
      try {
        client = await pool.connect();
      } catch (error) {
        throw failedCall(error);
      }
      const kept = known.get(client) ?? keptOver(client);
      known.set(client, kept);
      kept.failure = null;
      return {
        builder: kept.builder,
        run: async (text) => {
          try {
            await client.query(text);
          } catch (error) {
            throw failedCall(error);
          }
        },
        failure: () => kept.failure?.error,
        release: (broken) => client.release(broken),
      };
    },
    close: async () => {
      try {
        await pool.end();
      } catch (error) {
        throw new StoreError('unavailable', 'The store is closed.', { cause: error });
      }
    },
  };
};
