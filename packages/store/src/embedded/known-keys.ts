import type { ApiKey, StoreTransaction } from '../port.ts';

/** Keys at hand, so that a busy one is not looked up with every request. Exact: one process holds the data. */
export interface KnownKeys {
  /** The key of this hash; `find` looks it up where it is not at hand. */
  readonly of: (hash: string, find: () => Promise<ApiKey | undefined>) => Promise<ApiKey | undefined>;
  /** Runs a transaction with a handle that notices changes of keys, and forgets all of them if there was one. */
  readonly through: <T>(run: (watch: (tx: StoreTransaction) => StoreTransaction) => Promise<T>) => Promise<T>;
}

const most = 1_000;

const changing: ReadonlySet<string | symbol> = new Set<keyof StoreTransaction>([
  'addKey',
  'revokeKey',
  'noteKeyUse',
  'deleteBusiness',
]);

export const createKnownKeys = (): KnownKeys => {
  const known = new Map<string, ApiKey>();
  // A look-up that began before a change must not put the old key back after it.
  let generation = 0;
  const forget = (): void => {
    generation += 1;
    known.clear();
  };
  return {
    of: async (hash, find) => {
      const at = known.get(hash);
      if (at !== undefined) return at;
      const began = generation;
      const found = await find();
      if (found !== undefined && began === generation) {
        if (known.size >= most) known.delete(known.keys().next().value ?? '');
        known.set(hash, found);
      }
      return found;
    },
    through: async (run) => {
      let changed = false;
      const noting =
        <Given extends unknown[], Result>(method: (...given: Given) => Result) =>
        (...given: Given): Result => {
          changed = true;
          // Before it is written too: whoever looks it up meanwhile must not keep what is about to be old.
          forget();
          return method(...given);
        };
      try {
        return await run(
          (tx) =>
            new Proxy(tx, {
              get: (_, name) => {
                const member: unknown = Reflect.get(tx, name);
                if (!changing.has(name) || typeof member !== 'function') return member;
                return noting((...given: unknown[]): unknown => Reflect.apply(member, undefined, given));
              },
            }),
        );
      } finally {
        if (changed) forget();
      }
    },
  };
};
