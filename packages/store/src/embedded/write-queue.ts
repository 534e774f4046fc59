import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../error.ts';

interface Job {
  readonly work: () => Promise<unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export interface WriteQueue {
  /** Runs `work` alone on the connection; resolves when what it wrote is on disk, rejects when it was rolled back. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T>;
  /** Waits for what is queued and takes no more. */
  readonly close: () => Promise<void>;
}

/** One commit takes at most so many writes, so that the first of them does not wait for all. */
const most = 256;
/** Milliseconds to wait for company, if the commit before had some. */
const patience = 1;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Runs writes one after another, each in its own savepoint, and commits together what arrives within a moment: one
 * flush to disk for all of them. Nothing is acknowledged before its commit.
 */
export const createWriteQueue = (db: DatabaseSync): WriteQueue => {
  const jobs: Job[] = [];
  let running: Promise<void> | null = null;
  let closed = false;
  let lastGroup = 1;
  let arrived: (() => void) | null = null;

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

  /** Runs one job; what was written before it stays, whatever becomes of it. */
  const attempt = async (job: Job): Promise<{ readonly result: unknown } | undefined> => {
    db.exec('savepoint job');
    try {
      const result = await job.work();
      db.exec('release job');
      return { result };
    } catch (error) {
      // A full disk makes SQLite give up the whole transaction by itself.
      if (db.isTransaction) db.exec('rollback to job; release job');
      job.reject(error);
      return undefined;
    }
  };

  const group = async (): Promise<void> => {
    const done: { readonly job: Job; readonly result: unknown }[] = [];
    try {
      db.exec('begin immediate');
      const until = performance.now() + patience;
      do {
        for (let job = jobs.shift(); job !== undefined; job = done.length < most ? jobs.shift() : undefined) {
          const outcome = await attempt(job);
          if (!db.isTransaction) throw new StoreError('full', 'The write was given up. Is the disk full?');
          if (outcome !== undefined) done.push({ job, result: outcome.result });
        }
        if (done.length < most) await company();
      } while (jobs.length > 0 && done.length < most && performance.now() < until);
      db.exec('commit');
    } catch (error) {
      if (db.isTransaction) db.exec('rollback');
      for (const { job } of done) job.reject(error);
      // `begin` itself failed: whoever waits is told, or they would be tried for ever.
      if (done.length === 0) for (const job of jobs.splice(0)) job.reject(error);
      return;
    }
    lastGroup = done.length;
    for (const { job, result } of done) job.resolve(result);
  };

  const drain = async (): Promise<void> => {
    while (jobs.length > 0) await group();
    running = null;
  };

  return {
    run: <T>(work: () => Promise<T>) =>
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
    },
  };
};
