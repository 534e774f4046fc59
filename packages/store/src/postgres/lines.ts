/** Work of one name, one after another, in the order in which it came. */
export interface Lines {
  readonly run: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

/**
 * One line for each name. Without, everything that waits for one busy business would hold a connection, and others
 * would find none.
 */
export const createLines = (): Lines => {
  const ends = new Map<string, Promise<unknown>>();
  return {
    run: async (name, work) => {
      const before = ends.get(name);
      const own = before === undefined ? work() : before.then(work);
      const end = own.catch(() => undefined);
      ends.set(name, end);
      try {
        return await own;
      } finally {
        if (ends.get(name) === end) ends.delete(name);
      }
    },
  };
};
