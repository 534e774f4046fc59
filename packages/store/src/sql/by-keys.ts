import { sql } from 'kysely';
import { createBuiltOnce } from './built-once.ts';
import { isPostgres } from './dialect.ts';
import { inPowers } from './lists.ts';
import type { Open, Tables } from './tables.ts';

/** What is looked up: each row of `keys` gives a value for each of `by`. */
interface LookUp<Table extends keyof Tables> {
  readonly table: Table;
  readonly by: readonly (keyof Tables[Table] & string)[];
  readonly keys: readonly (readonly string[])[];
  readonly columns: readonly (keyof Tables[Table] & string)[];
}

const queryFor = <Table extends keyof Tables>(
  open: Open,
  scope: string,
  { table, by, keys, columns }: LookUp<Table>,
) => {
  const wanted = sql.join(by.map((column) => sql.ref(column)));
  const select = sql.join(columns.map((column) => sql.ref(`${table}.${column}`)));
  const same = by.map((column) => sql`${sql.ref(`${table}.${column}`)} = ${sql.ref(`wanted.${column}`)}`);
  const holds = sql.join([...same, sql`${sql.ref(`${table}.business`)} = ${scope}`], sql` and `);
  const looked = isPostgres(open)
    ? sql`select found.* from wanted cross join lateral (select ${select} from ${sql.table(table)} where ${holds} offset 0) as found`
    : sql`select ${select} from wanted cross join ${sql.table(table)} where ${holds}`;
  const values = sql.join(keys.map((key) => sql`(${sql.join([...key])})`));
  return sql`with wanted(${wanted}) as (values ${values}) ${looked}`;
};

const builtOnce = createBuiltOnce<unknown>();

/**
 * Rows of one business under many keys, by one look-up of the index for each key, whatever the database thinks of it: of
 * a table that has just grown Postgres has no figures yet, and takes joins for cheap that read the whole of a business
 * for every key. So there the look-up stands in a query of its own that may not be moved (`lateral`, `offset 0`); SQLite
 * takes `cross join` as the order to join in.
 */
export const rowsByKeys = async <Table extends keyof Tables, Row>(
  open: Open,
  scope: string,
  lookUp: LookUp<Table>,
): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  const { table, by, columns } = lookUp;
  for (const keys of inPowers(lookUp.keys)) {
    const shape = JSON.stringify([table, by, columns, keys.length]);
    const found = await builtOnce(open, shape, [...keys.flat(), scope], () => ({
      compile: () => queryFor(open, scope, { ...lookUp, keys }).compile(open()),
    }));
    rows.push(...(found as readonly Row[]));
  }
  return rows;
};
