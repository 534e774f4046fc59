import type { ColumnDefinitionBuilder, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

const needed = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/** Conversations that were handed over to a person. */
export const handoversSchema = async (db: Kysely<Tables>): Promise<void> => {
  await db.schema
    .createTable('handovers')
    .addColumn('business', 'text', (column) =>
      column.notNull().references('businesses.id').onDelete('cascade'),
    )
    .addColumn('id', 'text', needed)
    .addColumn('state', 'text', needed)
    .addColumn('created_at', 'text', needed)
    .addColumn('actor', 'text', needed)
    .addColumn('source', 'text')
    .addColumn('flow', 'text')
    .addColumn('channel', 'text')
    .addColumn('recipient', 'text')
    .addColumn('idempotency_key', 'text')
    .addColumn('request_hash', 'text', needed)
    .addColumn('content', 'text', needed)
    .addColumn('content_until', 'text', needed)
    .addColumn('closed_at', 'text')
    .addColumn('closed_by', 'text')
    .addColumn('closer', 'text')
    .addColumn('comment', 'text')
    // Last, because it is the longest.
    .addColumn('sealed', 'text')
    .addPrimaryKeyConstraint('handovers_key', ['business', 'id'])
    .execute();
  const index = (name: string, columns: readonly (keyof Tables['handovers'])[]) =>
    db.schema
      .createIndex(name)
      .on('handovers')
      .columns([...columns]);
  await index('handovers_by_state', ['business', 'state', 'id']).execute();
  await index('handovers_by_recipient', ['business', 'recipient']).execute();
  await index('handovers_by_idempotency_key', ['business', 'idempotency_key'])
    .unique()
    .where('idempotency_key', 'is not', null)
    .execute();
};
