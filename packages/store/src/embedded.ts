import { sql } from 'kysely';
import { createCommitThread } from './embedded/commit-thread.ts';
import { type Connection, connect } from './embedded/database.ts';
import { explained } from './embedded/explain.ts';
import { takeFolder } from './embedded/folder.ts';
import { createKnownKeys } from './embedded/known-keys.ts';
import { createLookUp } from './embedded/look-up.ts';
import { type Quick, quickTurn } from './embedded/quick-turn.ts';
import { createReaders } from './embedded/readers.ts';
import { createMemory } from './embedded/remembered.ts';
import { createWriteQueue } from './embedded/write-queue.ts';
import { StoreError } from './error.ts';
import type { Store, StoreTransaction } from './port.ts';
import { listBusinesses } from './sql/businesses.ts';
import { createCalls } from './sql/calls.ts';
import { transactionOf, viewOf } from './sql/handle.ts';
import { findKeyByHash } from './sql/keys.ts';
import { migrate } from './sql/migrations.ts';
import { placeContacts } from './sql/places.ts';
import type { Open } from './sql/tables.ts';
import { isVault } from './sql/vault.ts';

export interface EmbeddedOptions {
  /** The data folder, made if need be; one process at a time holds it. `:memory:` keeps everything in memory. */
  readonly folder: string;
  /** Decisions that are written before a thread is started for them; with 0 there is one from the start. */
  readonly threadAfter?: number;
  /** Contacts that the thread lets gather before it gives them their places. */
  readonly generation?: number;
}

/** Throws `corrupt` if the file is damaged. After an unclean end every index is compared too. */
const examine = async ({ builder }: Connection, thorough: boolean, where: string): Promise<void> => {
  const pragma = thorough ? sql<object>`pragma integrity_check(5)` : sql<object>`pragma quick_check(5)`;
  const { rows } = await pragma.execute(builder);
  const words = rows.flatMap((row) => Object.values(row).map(String));
  if (words.length === 1 && words[0] === 'ok') return;
  throw new StoreError(
    'corrupt',
    `The data file is damaged (${where}): ${words.join('; ')}. Put back a backup.`,
  );
};

const prepare = async (writer: Connection, thorough: boolean, where: string): Promise<void> => {
  writer.plain.exec(
    'pragma journal_mode=wal; pragma synchronous=full; pragma wal_autocheckpoint=8000; pragma cache_size=-16000',
  );
  await examine(writer, thorough, where);
  writer.plain.exec('begin immediate');
  try {
    await migrate(writer.builder);
    // What was added last before a kill, or an end, may still lack it.
    await placeContacts(() => writer.builder);
    writer.plain.exec('commit');
  } catch (error) {
    if (writer.plain.isTransaction) writer.plain.exec('rollback');
    throw error;
  }
};

const usualThreadAfter = 100;
/** More would share more pages, and take longer to be read one by one. */
const usualGeneration = 8_000;

/** Deciding from memory and writing in a thread, over a file that other connections can open too. */
const quickOver = (file: string, { plain }: Connection, threadAfter: number, generation: number): Quick => {
  const memory = createMemory();
  const thread = createCommitThread({ file, generation }, memory.forgetAll);
  return { threadAfter, memory, thread, lookUp: createLookUp(plain, memory) };
};

const over = (
  writer: Connection,
  file: string | null,
  quick: Quick | null,
  where: string,
  release: () => void,
): Store => {
  const queue = createWriteQueue(writer.plain, async () => quick?.thread.idle());
  // In memory there is one connection only, so reads take their turn among the writes.
  const readers = file === null ? null : createReaders(() => connect(file, true));
  const calls = createCalls();

  const guarded = async <T>(run: () => Promise<T>): Promise<T> => {
    calls.outside();
    try {
      return await run();
    } catch (error) {
      throw explained(error, where);
    }
  };
  const limited = <T>(connection: Connection, work: (open: Open) => Promise<T>): Promise<T> =>
    calls.within(connection.builder, work);
  const write = <T>(work: (open: Open) => Promise<T>): Promise<T> =>
    guarded(() =>
      queue.run(async (turn) => {
        await turn.begin();
        return { result: await limited(writer, work) };
      }),
    );
  const decidingOrNot = <T>(scope: string, work: (tx: StoreTransaction) => Promise<T>): Promise<T> =>
    quick === null
      ? write((open) => work(transactionOf(open, scope)))
      : guarded(() =>
          queue.run((turn) =>
            limited(writer, async (open) => {
              const { tx, end } = quickTurn(turn, open, scope, quick);
              const result = await work(tx);
              return { result, ...end() };
            }),
          ),
        );
  const read = <T>(work: (open: Open) => Promise<T>): Promise<T> =>
    guarded(() =>
      readers === null
        ? queue.run(async () => ({ result: await limited(writer, work) }))
        : readers.run((connection) => limited(connection, work)),
    );
  const keys = createKnownKeys();
  let closing: Promise<void> | null = null;

  return {
    listBusinesses: (page) => read((open) => listBusinesses(open, page)),
    findKeyByHash: (hash) => keys.of(hash, () => read((open) => findKeyByHash(open, hash))),
    read: (scope, work) => read((open) => work(viewOf(open, scope))),
    transaction: (scope, work) => keys.through((watch) => decidingOrNot(scope, (tx) => work(watch(tx)))),
    isVault: (fingerprint) => write((open) => isVault(open, fingerprint)),
    ready: () =>
      read(async (open) => {
        await sql`select version from schema_version`.execute(open());
      }),
    close: () =>
      (closing ??= (async () => {
        await queue.close();
        await readers?.close();
        await quick?.thread.close();
        writer.plain.close();
        release();
      })()),
  };
};

/**
 * Opens the embedded store: SQLite in this process, write-ahead log, every commit flushed. Throws `StoreError`:
 * `locked`, `read-only`, `corrupt`, `newer-schema`, `full`.
 */
export const openEmbedded = async ({
  folder: path,
  threadAfter = usualThreadAfter,
  generation = usualGeneration,
}: EmbeddedOptions): Promise<Store> => {
  if (path === ':memory:') {
    const writer = connect(path);
    await prepare(writer, false, path);
    return over(writer, null, null, path, () => undefined);
  }
  let release: ((clean: boolean) => void) | undefined;
  let writer: Connection | undefined;
  try {
    const folder = takeFolder(path);
    release = folder.release;
    writer = connect(folder.file);
    await prepare(writer, folder.wasLeftOpen, path);
    const quick = quickOver(folder.file, writer, threadAfter, generation);
    if (threadAfter === 0) await quick.thread.start();
    return over(writer, folder.file, quick, path, () => folder.release(true));
  } catch (error) {
    writer?.plain.close();
    release?.(false);
    throw explained(error, path);
  }
};
