import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely } from 'kysely';
import { StoreError } from '../error.ts';
import type { Open, Tables } from './tables.ts';

/** Keeps transactions and reads of one store apart from one another. */
export interface Calls {
  /** Throws `misused` where the caller is inside a transaction or read of this store already. */
  readonly outside: () => void;
  /** Runs `work` with a handle that dies when it has ended. */
  readonly within: <T>(builder: Kysely<Tables>, work: (open: Open) => Promise<T>) => Promise<T>;
}

export const createCalls = (): Calls => {
  const inside = new AsyncLocalStorage<true>();
  return {
    outside: () => {
      if (inside.getStore() === true)
        throw new StoreError('misused', 'This was called from inside a transaction or read: use its handle.');
    },
    within: async (builder, work) => {
      let ended = false;
      const open: Open = () => {
        if (ended) throw new StoreError('misused', 'This transaction or read has ended.');
        return builder;
      };
      try {
        return await inside.run(true, () => work(open));
      } finally {
        ended = true;
      }
    },
  };
};
