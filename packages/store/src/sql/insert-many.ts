import type { CompiledQuery, Insertable } from 'kysely';
import { inPowers } from './lists.ts';
import type { Open, Tables } from './tables.ts';

type Row<Table extends keyof Tables> = Insertable<Tables[Table]>;

/**
 * Inserts rows of one table, some at a time, with statements that are built once for each number of rows: building one
 * anew costs more than running it. Every row names the same columns in the same order.
 */
export const createInsertMany = <Table extends keyof Tables>(table: Table) => {
  // By dialect: another database words the same statement differently.
  const dialects = new WeakMap<object, Map<number, CompiledQuery<unknown>>>();
  return async (open: Open, rows: readonly Row<Table>[]): Promise<void> => {
    const dialect = open().getExecutor().adapter;
    const built = dialects.get(dialect) ?? new Map<number, CompiledQuery<unknown>>();
    dialects.set(dialect, built);
    for (const some of inPowers(rows, 32)) {
      let query = built.get(some.length);
      if (query === undefined) {
        query = open()
          .insertInto(table)
          .values([...some])
          .compile();
        built.set(some.length, query);
      }
      const parameters = some.flatMap((row) => Object.values(row));
      await open().executeQuery({ ...query, parameters });
    }
  };
};
