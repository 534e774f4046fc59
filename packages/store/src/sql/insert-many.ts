import type { Insertable } from 'kysely';
import { createBuiltOnce } from './built-once.ts';
import { inPowers } from './lists.ts';
import type { Open, Tables } from './tables.ts';

/** Inserts rows of one table, some at a time. Every row names the same columns in the same order. */
export const createInsertMany = <Table extends keyof Tables>(table: Table) => {
  const run = createBuiltOnce<unknown>();
  return async (open: Open, rows: readonly Insertable<Tables[Table]>[]): Promise<void> => {
    for (const some of inPowers(rows, 32)) {
      const parameters = some.flatMap((row) => Object.values(row));
      await run(open, some.length, parameters, () =>
        open()
          .insertInto(table)
          .values([...some]),
      );
    }
  };
};
