import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { type PackedRows, unpackRows } from './packed-rows.ts';
import type { CommitFailure, CommitOrder, CommitReport, ThreadData } from './thread-messages.ts';

// Runs in the thread of `commit-thread.ts`. The process holds the folder, and hands over nothing while it writes itself.

/**
 * Decisions after which the log is worked into the data file. Few, so that nobody waits long behind it; fewer still would
 * cost more, because a page that is written often would go into the file more often.
 */
const checkpointAfter = 150;

const { file } = workerData as ThreadData;
// What comes in refers to a business that is there: it is not deleted before everything handed over is on disk.
const db = new DatabaseSync(file, { timeout: 5000, enableForeignKeyConstraints: false });
db.exec('pragma synchronous=full; pragma wal_autocheckpoint=0; pragma cache_size=-16000');

const inserts = new Map<string, StatementSync>();
const insertInto = ({ table, columns }: PackedRows): StatementSync => {
  const known = inserts.get(table);
  if (known !== undefined) return known;
  const marks = columns.map(() => '?').join(', ');
  const made = db.prepare(`insert into ${table} (${columns.join(', ')}) values (${marks})`);
  inserts.set(table, made);
  return made;
};

const insert = (packed: PackedRows | null, sortedBy?: string): void => {
  if (packed === null) return;
  const statement = insertInto(packed);
  const rows = unpackRows(packed);
  if (sortedBy !== undefined) {
    const at = packed.columns.indexOf(sortedBy);
    rows.sort((a, b) => ((a[at] ?? '') < (b[at] ?? '') ? -1 : 1));
  }
  for (const row of rows) statement.run(...row);
};

const write = ({ count, decisions, contacts }: CommitOrder): number => {
  insert(decisions);
  // In the order of the index that is spread widest, so that each of its pages is looked for once.
  insert(contacts, 'recipient');
  return count;
};

const say = (report: CommitReport): void => parentPort?.postMessage(report);

let failedEra = 0;
let sinceCheckpoint = 0;

const failureOf = (error: unknown): CommitFailure => ({
  message: error instanceof Error ? error.message : String(error),
  ...(error instanceof Error && 'errcode' in error ? { errcode: Number(error.errcode) } : {}),
});

/** Writes together what has come by now: one flush for all of them. */
const commit = (orders: readonly CommitOrder[]): void => {
  try {
    db.exec('begin immediate');
    let written = 0;
    for (const order of orders) written += write(order);
    db.exec('commit');
    say({ done: orders.at(-1)?.number ?? 0 });
    sinceCheckpoint += written;
  } catch (error) {
    if (db.isTransaction) db.exec('rollback');
    failedEra = orders.at(-1)?.era ?? failedEra;
    say({ failed: orders.map((each) => each.number), failure: failureOf(error) });
  }
};

const checkpoint = (): void => {
  sinceCheckpoint = 0;
  try {
    db.exec('pragma wal_checkpoint(passive)');
  } catch {
    // Nothing is lost: it stays in the log. If the disk is in trouble, the next commit says so.
  }
};

/** The first of what has come, and all that came while the thread was busy. */
const arrived = (first: CommitOrder): readonly CommitOrder[] => {
  const orders = [first];
  for (;;) {
    const more = parentPort === null ? undefined : receiveMessageOnPort(parentPort);
    if (more === undefined) return orders;
    orders.push(more.message as CommitOrder);
  }
};

parentPort?.on('message', (first: CommitOrder) => {
  const orders = arrived(first);
  const late = orders.filter((each) => each.era <= failedEra);
  if (late.length > 0) {
    const failure = { message: 'What this rests on could not be written.' };
    say({ failed: late.map((each) => each.number), failure });
  }
  const current = orders.filter((each) => each.era > failedEra);
  if (current.length > 0) commit(current);
  if (sinceCheckpoint >= checkpointAfter) checkpoint();
});

say({ ready: true });
