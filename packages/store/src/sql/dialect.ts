import { type Expression, PostgresAdapter, type SqlBool, sql } from 'kysely';
import type { Open } from './tables.ts';

/** Where the two databases have to be asked in different words. */
export const isPostgres = (open: Open): boolean => open().getExecutor().adapter instanceof PostgresAdapter;

/** The text stands somewhere in the other one, letter for letter. */
export const hasText = (open: Open, whole: Expression<unknown>, part: string): Expression<SqlBool> =>
  isPostgres(open) ? sql<SqlBool>`strpos(${whole}, ${part}) > 0` : sql<SqlBool>`instr(${whole}, ${part}) > 0`;
