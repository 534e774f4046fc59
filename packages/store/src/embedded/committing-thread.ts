import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { startLength } from '../sql/place-start.ts';
import { type Contact, createPlacing, type Placing } from './placing.ts';
import type { CommitFailure, CommitOrder, CommitReport, Rows, ThreadData } from './thread-messages.ts';

// Runs in the thread of `commit-thread.ts`. The process holds the folder, and hands over nothing while it writes itself.

/**
 * Decisions after which the log is worked into the data file. Few, so that nobody waits long behind it; fewer still would
 * cost more, because a page that is written often would go into the file more often.
 */
const checkpointAfter = 300;

const { file, generation } = workerData as ThreadData;
// What comes in refers to a business that is there: it is not deleted before everything handed over is on disk.
const db = new DatabaseSync(file, { timeout: 5000, enableForeignKeyConstraints: false });
db.exec('pragma synchronous=full; pragma wal_autocheckpoint=0; pragma cache_size=-16000');

const inserts = new Map<string, StatementSync>();
const insertInto = ({ table, columns }: Rows): StatementSync => {
  const known = inserts.get(table);
  if (known !== undefined) return known;
  const marks = columns.map(() => '?').join(', ');
  const made = db.prepare(`insert into ${table} (${columns.join(', ')}) values (${marks})`);
  inserts.set(table, made);
  return made;
};

const insert = (given: Rows | null): void => {
  if (given === null) return;
  const statement = insertInto(given);
  for (const row of given.rows) statement.run(...row);
};

/** Gives the contacts with the numbers that they got. */
const insertContacts = (given: Rows | null): readonly Contact[] => {
  if (given === null) return [];
  const statement = insertInto(given);
  const recipient = given.columns.indexOf('recipient');
  return given.rows.map((row) => ({
    start: String(row[recipient]).slice(0, startLength),
    number: Number(statement.run(...row).lastInsertRowid),
  }));
};

/** Contacts that get their places with each that is added: more than one, so that a generation is done before the next. */
const pace = 2;
let placing: Placing | null = null;

/** Writes down orders in the transaction that is under way; what it gives is called when that is on disk. */
const write = (orders: readonly CommitOrder[]): (() => void) => {
  // Made before anything is added, which it would find.
  placing ??= createPlacing(db, generation);
  const { add, place } = placing;
  const contacts: Contact[] = [];
  for (const order of orders) {
    insert(order.decisions);
    contacts.push(...insertContacts(order.contacts));
  }
  const kept = place(pace * contacts.length);
  return () => {
    kept();
    add(contacts, orders.at(-1)?.number ?? 0);
  };
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
    const kept = write(orders);
    db.exec('commit');
    kept();
    say({ done: orders.at(-1)?.number ?? 0, placed: placing?.placed() ?? 0 });
    for (const { count } of orders) sinceCheckpoint += count;
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
