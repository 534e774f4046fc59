import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../error.ts';

/** One write's turn. Nobody else writes meanwhile. */
export interface Turn {
  /** Whether it runs in a transaction of the connection. */
  readonly isBegun: () => boolean;
  /** From here on it does; what the thread is at is on disk by then. */
  readonly begin: () => Promise<void>;
}

export interface Ending {
  /** When what a turn did is on disk, unless the connection's own commit tells. */
  readonly onDisk?: Promise<void> | undefined;
  /** To be called after the connection's own commit. */
  readonly committed?: (() => void) | undefined;
}

/** What a turn gives: its result, and how it ended. */
interface Ended<T> extends Ending {
  readonly result: T;
}

interface Job {
  readonly work: (turn: Turn) => Promise<Ended<unknown>>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export interface WriteQueue {
  /** Runs `work` alone; resolves when what it wrote is on disk, rejects when it was not written. */
  readonly run: <T>(work: (turn: Turn) => Promise<Ended<T>>) => Promise<T>;
  /** Waits for what is queued and takes no more. */
  readonly close: () => Promise<void>;
}

/** One commit takes at most so many writes, so that the first of them does not wait for all. */
const most = 256;
/** Milliseconds to wait for company, if the commit before had some. */
const patience = 1;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Runs writes one after another. Those that begin a transaction get a savepoint each and are committed together with
 * what arrives within a moment: one flush to disk for all of them. Nothing is acknowledged before it is on disk.
 * `othersIdle` resolves when no other connection writes.
 */
export const createWriteQueue = (db: DatabaseSync, othersIdle: () => Promise<void>): WriteQueue => {
  const jobs: Job[] = [];
  const settling = new Set<Promise<void>>();
  let running: Promise<void> | null = null;
  let closed = false;
  let lastGroup = 1;
  let arrived: (() => void) | null = null;
  /** Set where the transaction of a group cannot be begun. */
  let broken: { readonly error: unknown } | null = null;

  const company = async (): Promise<void> => {
    await nextTurn();
    if (jobs.length > 0 || lastGroup < 2) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, patience);
      arrived = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    arrived = null;
  };

  const beginGroup = async (): Promise<void> => {
    try {
      await othersIdle();
      db.exec('begin immediate');
    } catch (error) {
      broken = { error };
      throw error;
    }
  };

  /** Runs one job; what was written before it stays, whatever becomes of it. Gives what the commit has to wait for. */
  const attempt = async (job: Job): Promise<Ended<unknown> | undefined> => {
    let begun = false;
    const turn: Turn = {
      isBegun: () => begun,
      begin: async () => {
        if (begun) return;
        if (!db.isTransaction) await beginGroup();
        db.exec('savepoint job');
        begun = true;
      },
    };
    try {
      if (db.isTransaction) await turn.begin();
      const ended = await job.work(turn);
      if (begun) {
        db.exec('release job');
        return ended;
      }
      const { result, onDisk } = ended;
      const settled = Promise.resolve(onDisk)
        .then(() => job.resolve(result), job.reject)
        .finally(() => settling.delete(settled));
      settling.add(settled);
    } catch (error) {
      // A full disk makes SQLite give up the whole transaction by itself.
      if (begun && db.isTransaction) db.exec('rollback to job; release job');
      job.reject(error);
      if (begun && !db.isTransaction)
        throw new StoreError('full', 'The write was given up. Is the disk full?');
    }
    return undefined;
  };

  const group = async (): Promise<void> => {
    const done: { readonly job: Job; readonly ended: Ended<unknown> }[] = [];
    try {
      const until = performance.now() + patience;
      do {
        for (let job = jobs.shift(); job !== undefined; job = done.length < most ? jobs.shift() : undefined) {
          const ended = await attempt(job);
          if (ended !== undefined) done.push({ job, ended });
          // Whoever waits is told, or they would be tried for ever.
          if (broken !== null) for (const waiting of jobs.splice(0)) waiting.reject(broken.error);
          broken = null;
        }
        if (db.isTransaction && done.length < most) await company();
      } while (jobs.length > 0 && done.length < most && performance.now() < until);
      if (db.isTransaction) db.exec('commit');
    } catch (error) {
      if (db.isTransaction) db.exec('rollback');
      for (const { job } of done) job.reject(error);
      return;
    }
    if (done.length > 0) lastGroup = done.length;
    for (const { job, ended } of done) {
      ended.committed?.();
      job.resolve(ended.result);
    }
  };

  const drain = async (): Promise<void> => {
    while (jobs.length > 0) await group();
    running = null;
  };

  return {
    run: <T>(work: (turn: Turn) => Promise<Ended<T>>) =>
      new Promise<T>((resolve, reject) => {
        if (closed) {
          reject(new StoreError('unavailable', 'The store is closed.'));
          return;
        }
        jobs.push({ work, resolve: resolve as (result: unknown) => void, reject });
        arrived?.();
        running ??= drain();
      }),
    close: async () => {
      closed = true;
      await running;
      await Promise.all(settling);
    },
  };
};
