import type { Insertable, InsertQueryBuilder, InsertResult } from 'kysely';
import { createBuiltOnce } from './built-once.ts';
import { inPowers } from './lists.ts';
import type { Open, Tables } from './tables.ts';

type Insert<Table extends keyof Tables, Row> = InsertQueryBuilder<Tables, Table, Row>;

/**
 * Inserts rows of one table, some at a time. Every row names the same columns in the same order. `finish` says what is
 * done where one is there already, and what is given back; without parameters of its own.
 */
export const createInsertMany = <Table extends keyof Tables, Row = InsertResult>(
  table: Table,
  finish: (insert: Insert<Table, InsertResult>) => Insert<Table, Row> = (insert) =>
    insert as unknown as Insert<Table, Row>,
) => {
  const run = createBuiltOnce<Row>();
  return async (open: Open, rows: readonly Insertable<Tables[Table]>[]): Promise<readonly Row[]> => {
    const given: Row[] = [];
    for (const some of inPowers(rows)) {
      const parameters = some.flatMap((row) => Object.values(row));
      const build = () =>
        finish(
          open()
            .insertInto(table)
            .values([...some]),
        );
      given.push(...(await run(open, some.length, parameters, build)));
    }
    return given;
  };
};
