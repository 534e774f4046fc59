import { StoreError } from '../error.ts';
import type { Connection } from './database.ts';

export interface Readers {
  /** Runs `work` on a connection of its own, in one snapshot. */
  readonly run: <T>(work: (connection: Connection) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** A few read-only connections, opened when first needed; whoever comes when all are busy waits in line. */
export const createReaders = (open: () => Connection, most = 4): Readers => {
  const idle: Connection[] = [];
  const waiting: ((connection: Connection) => void)[] = [];
  const busy = new Set<Promise<unknown>>();
  let opened = 0;
  let closed = false;

  const take = async (): Promise<Connection> => {
    const free = idle.pop();
    if (free !== undefined) return free;
    if (opened < most) {
      opened += 1;
      try {
        return open();
      } catch (error) {
        opened -= 1;
        throw error;
      }
    }
    return new Promise((resolve) => waiting.push(resolve));
  };

  const give = (connection: Connection): void => {
    const next = waiting.shift();
    if (next === undefined) idle.push(connection);
    else next(connection);
  };

  const once = async <T>(work: (connection: Connection) => Promise<T>): Promise<T> => {
    const connection = await take();
    try {
      connection.plain.exec('begin');
      return await work(connection);
    } finally {
      if (connection.plain.isTransaction) connection.plain.exec('rollback');
      give(connection);
    }
  };

  return {
    run: async (work) => {
      if (closed) throw new StoreError('unavailable', 'The store is closed.');
      const reading = once(work);
      busy.add(reading);
      try {
        return await reading;
      } finally {
        busy.delete(reading);
      }
    },
    close: async () => {
      closed = true;
      await Promise.allSettled(busy);
      for (const connection of idle.splice(0)) connection.plain.close();
    },
  };
};
