import type { ColumnDefinitionBuilder, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

const needed = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/** Other systems whose flows are read by themselves, and how that goes. */
export const sourcesSchema = async (db: Kysely<Tables>): Promise<void> => {
  await db.schema
    .createTable('sources')
    .addColumn('business', 'text', (column) =>
      column.notNull().references('businesses.id').onDelete('cascade'),
    )
    .addColumn('id', 'text', needed)
    .addColumn('kind', 'text', needed)
    .addColumn('source', 'text', needed)
    .addColumn('url', 'text', needed)
    .addColumn('key', 'text', needed)
    .addColumn('allow_private', 'integer', needed)
    .addColumn('created_at', 'text', needed)
    .addColumn('created_by', 'text', needed)
    .addColumn('state', 'text', needed)
    .addColumn('since', 'text', needed)
    .addColumn('detail', 'text')
    .addColumn('last_tried_at', 'text')
    .addColumn('last_read_at', 'text')
    .addColumn('next_at', 'text', needed)
    .addColumn('failures', 'integer', needed)
    .addColumn('flows', 'integer', needed)
    .addPrimaryKeyConstraint('sources_key', ['business', 'id'])
    .addUniqueConstraint('sources_of_flows', ['business', 'source'])
    .execute();
};
