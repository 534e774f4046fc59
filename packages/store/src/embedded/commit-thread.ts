import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { StoredDecision } from '../decision-port.ts';
import { StoreError } from '../error.ts';
import { contactRow, decisionRow } from '../sql/decision-row.ts';
import type { CommitOrder, CommitReport, Rows, ThreadData } from './thread-messages.ts';

/** Decisions of one business that are written down together. */
interface Batch {
  readonly scope: string;
  readonly decisions: readonly StoredDecision[];
}

/** Writes decisions on a connection of its own, in a thread of its own, so that nobody waits for the disk but who must. */
export interface CommitThread {
  /** Starts it, if it does not run; resolves when it takes commits, or has ended. */
  readonly start: () => Promise<void>;
  readonly isReady: () => boolean;
  /** Changes when something could not be written. */
  readonly era: () => number;
  /** Resolves when the batch is on disk. Rejects if it cannot be written, or belongs to an era that is over. */
  readonly commit: (era: number, batch: Batch) => Promise<void>;
  /** Whether a contact of this recipient may lack its place, or is not on disk yet: then the data is not asked for places. */
  readonly isUnplaced: (recipient: string) => boolean;
  /** To be called while nothing is under way; what it gives, once everything that is on disk by then has its place. */
  readonly placing: () => () => void;
  /** Resolves when what is under way now is on disk; rejects if it cannot be written. */
  readonly soFar: () => Promise<void>;
  /** Resolves when nothing is under way any more; the thread does not write until the next `commit`. */
  readonly idle: () => Promise<void>;
  /** Waits for what is under way and ends the thread. */
  readonly close: () => Promise<void>;
}

/** Something was worked out on top of what could not be written. */
export const baseless = (): StoreError =>
  new StoreError('unavailable', 'What this rests on could not be written. Try again.');

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Every row names the same columns in the same order. */
const rowsOf = (
  table: string,
  rows: readonly Readonly<Record<string, string | number | null>>[],
): Rows | null => {
  const [first] = rows;
  if (first === undefined) return null;
  return { table, columns: Object.keys(first), rows: rows.map((row) => Object.values(row)) };
};

/** Beside this file, in whatever language it is run. */
const threadFile = new URL(`./committing-thread${extname(import.meta.url)}`, import.meta.url);

/** `failed` is called before anybody is told that a commit failed. */
export const createCommitThread = (data: ThreadData, failed: () => void): CommitThread => {
  const waiting = new Map<number, Waiting>();
  /** Recipients, with the last order that has a contact of theirs. */
  const unplaced = new Map<string, number>();
  const idlers: (() => void)[] = [];
  let worker: Worker | null = null;
  let starting: Promise<void> | null = null;
  let ready = false;
  let next = 1;
  let era = 1;
  let placed = 0;
  let last: Promise<void> = Promise.resolve();

  const placedUpTo = (number: number): void => {
    if (number <= placed) return;
    placed = number;
    for (const [recipient, order] of unplaced) if (order <= placed) unplaced.delete(recipient);
  };
  const settle = (): void => {
    if (waiting.size > 0) return;
    worker?.unref();
    for (const idler of idlers.splice(0)) idler();
  };
  const fail = (numbers: Iterable<number>, error: unknown): void => {
    era += 1;
    failed();
    for (const number of numbers) {
      waiting.get(number)?.reject(error);
      waiting.delete(number);
    }
    settle();
  };
  const hear = (report: CommitReport, made: Worker, isReady: () => void): void => {
    if ('ready' in report) {
      // From here on it keeps the process alive only while it has something to write.
      made.unref();
      worker = made;
      ready = true;
      isReady();
      return;
    }
    if ('failed' in report) {
      const { message, ...rest } = report.failure;
      fail(report.failed, Object.assign(new Error(message), rest));
      return;
    }
    placedUpTo(report.placed);
    for (const [number, { resolve }] of waiting) {
      if (number > report.done) break;
      waiting.delete(number);
      resolve();
    }
    settle();
  };
  const open = (): Promise<void> =>
    new Promise((resolve) => {
      const made = new Worker(threadFile, { workerData: data });
      const gone = (error: unknown): void => {
        resolve();
        if (starting === null || (worker !== null && worker !== made)) return;
        starting = null;
        worker = null;
        ready = false;
        const why = new StoreError('unavailable', 'The thread that writes has ended.', { cause: error });
        fail([...waiting.keys()], why);
      };
      made.on('message', (report: CommitReport) => hear(report, made, resolve));
      made.on('error', gone);
      made.on('exit', gone);
    });

  const idle = (): Promise<void> =>
    waiting.size === 0 ? Promise.resolve() : new Promise((resolve) => idlers.push(resolve));
  return {
    start: () => {
      starting ??= open();
      return starting;
    },
    isReady: () => ready,
    era: () => era,
    commit: (of, { scope, decisions }) => {
      if (of !== era || worker === null) return Promise.reject(baseless());
      const contacts = decisions.flatMap((each) => contactRow(scope, each) ?? []);
      const order: CommitOrder = {
        number: next,
        era,
        count: decisions.length,
        decisions: rowsOf(
          'decisions',
          decisions.map((each) => decisionRow(scope, each)),
        ),
        contacts: rowsOf('contacts', contacts),
      };
      for (const { recipient } of contacts) unplaced.set(recipient, next);
      if (waiting.size === 0) worker.ref();
      last = new Promise((resolve, reject) => waiting.set(next, { resolve, reject }));
      next += 1;
      worker.postMessage(order);
      return last;
    },
    isUnplaced: (recipient) => unplaced.has(recipient),
    placing: () => {
      const handedOver = next - 1;
      return () => placedUpTo(handedOver);
    },
    soFar: () => (waiting.size === 0 ? Promise.resolve() : last),
    idle,
    close: async () => {
      await idle();
      ready = false;
      await starting;
      const ending = worker;
      worker = null;
      starting = null;
      await ending?.terminate();
    },
  };
};
