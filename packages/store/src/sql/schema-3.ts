import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Who sends over a service, and who listens to it. */
export const conversationsSchema = async (db: Kysely<Tables>): Promise<void> => {
  await db.schema
    .createTable('flow_conversations')
    .addColumn('business', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('part', 'text', (column) => column.notNull())
    .addColumn('service', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    // Kept here, too, so that the earliest listeners stand first in the key and the rest is never read.
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('flow_conversations_key', [
      'business',
      'source',
      'part',
      'service',
      'state',
      'since',
      'id',
    ])
    .addForeignKeyConstraint(
      'flow_conversations_flow',
      ['business', 'source', 'id', 'state'],
      'flows',
      ['business', 'source', 'id', 'state'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  await db.schema
    .createIndex('flow_conversations_by_flow')
    .on('flow_conversations')
    .columns(['business', 'source', 'id', 'state'])
    .execute();
};
