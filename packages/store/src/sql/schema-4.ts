import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Who judges what right now, which flows ended who judged them, and since when something is missing. */
export const judgingSchema = async (db: Kysely<Tables>): Promise<void> => {
  await db.schema
    .createTable('claims')
    .addColumn('business', 'text', (column) =>
      column.notNull().references('businesses.id').onDelete('cascade'),
    )
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('worker', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .addColumn('wanted', 'text', (column) => column.notNull())
    .addColumn('flows', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('claims_key', ['business', 'id'])
    .execute();
  await db.schema
    .createTable('troubles')
    .addColumn('business', 'text', (column) =>
      column.notNull().references('businesses.id').onDelete('cascade'),
    )
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('flow', 'text', (column) => column.notNull())
    .addColumn('closure', 'text', (column) => column.notNull())
    .addColumn('times', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('troubles_key', ['business', 'source', 'flow'])
    .execute();
  await db.schema
    .createTable('runs')
    .addColumn('business', 'text', (column) =>
      column.primaryKey().references('businesses.id').onDelete('cascade'),
    )
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('last_at', 'text', (column) => column.notNull())
    .addColumn('judged', 'integer', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .execute();
};
