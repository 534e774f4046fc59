import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import type { Tables } from '../sql/tables.ts';

/** One connection: the plain one for transaction control, and the builder over it. */
export interface Connection {
  readonly plain: DatabaseSync;
  readonly builder: Kysely<Tables>;
}

type Parameters = Parameters_[];
type Parameters_ = string | number | bigint | null | Uint8Array;

const statementOf = (statement: StatementSync): SqliteStatement => ({
  reader: statement.columns().length > 0,
  all: (parameters) => statement.all(...(parameters as Parameters)),
  run: (parameters) => statement.run(...(parameters as Parameters)),
  iterate: (parameters) => statement.iterate(...(parameters as Parameters)),
});

/** Characters of the longest statement that is kept prepared. */
const longest = 4_000;

/** `node:sqlite` in the form that Kysely's dialect takes; statements are prepared once. */
const forKysely = (plain: DatabaseSync): SqliteDatabase => {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => plain.close(),
    prepare: (text) => {
      const known = prepared.get(text);
      if (known !== undefined) return known;
      const statement = statementOf(plain.prepare(text));
      // Lists of varying length make ever new statements: long ones are not kept, and the oldest go.
      if (text.length > longest) return statement;
      if (prepared.size >= 200) prepared.delete(prepared.keys().next().value ?? '');
      prepared.set(text, statement);
      return statement;
    },
  };
};

export const connect = (path: string, readOnly = false): Connection => {
  const plain = new DatabaseSync(path, { readOnly, enableForeignKeyConstraints: true, timeout: 5000 });
  return {
    plain,
    builder: new Kysely<Tables>({ dialect: new SqliteDialect({ database: forKysely(plain) }) }),
  };
};
