import type { ColumnDefinitionBuilder, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

const needed = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();
const ofBusiness = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder =>
  column.notNull().references('businesses.id').onDelete('cascade');

const decisions = async (db: Kysely<Tables>): Promise<void> => {
  await db.schema
    .createTable('decisions')
    .addColumn('business', 'text', ofBusiness)
    .addColumn('id', 'text', needed)
    .addColumn('created_at', 'text', needed)
    .addColumn('actor', 'text', needed)
    .addColumn('recipient', 'text')
    .addColumn('profile_version', 'integer')
    .addColumn('idempotency_key', 'text')
    .addColumn('request_hash', 'text', needed)
    .addColumn('content', 'text', needed)
    .addColumn('content_until', 'text')
    .addColumn('request', 'text', needed)
    .addColumn('context', 'text', needed)
    .addColumn('answer', 'text', needed)
    // Last, because it is the longest and seldom read.
    .addColumn('sealed', 'text')
    .addPrimaryKeyConstraint('decisions_key', ['business', 'id'])
    .execute();
  const index = (name: string, columns: readonly (keyof Tables['decisions'])[]) =>
    db.schema
      .createIndex(name)
      .on('decisions')
      .columns([...columns]);
  await index('decisions_by_time', ['business', 'created_at', 'id']).execute();
  await index('decisions_by_idempotency_key', ['business', 'idempotency_key'])
    .unique()
    .where('idempotency_key', 'is not', null)
    .execute();
  await index('decisions_with_content', ['business', 'content_until'])
    .where('sealed', 'is not', null)
    .execute();
};

const contactsAndSuppressions = async (db: Kysely<Tables>): Promise<void> => {
  await db.schema
    .createTable('contacts')
    .addColumn('business', 'text', ofBusiness)
    .addColumn('decision', 'text', needed)
    .addColumn('recipient', 'text', needed)
    .addColumn('channel', 'text', needed)
    .addColumn('at', 'text', needed)
    .addColumn('state', 'text', needed)
    .addPrimaryKeyConstraint('contacts_key', ['business', 'decision'])
    .execute();
  await db.schema
    .createIndex('contacts_by_recipient')
    .on('contacts')
    .columns(['business', 'recipient', 'at', 'state', 'channel'])
    .execute();
  await db.schema
    .createTable('vault')
    .addColumn('one', 'integer', (column) => column.primaryKey())
    .addColumn('fingerprint', 'text', needed)
    .execute();
  await db.schema
    .createTable('suppressions')
    .addColumn('business', 'text', ofBusiness)
    .addColumn('recipient', 'text', needed)
    .addColumn('scope', 'text', needed)
    .addColumn('at', 'text', needed)
    .addColumn('source', 'text', needed)
    .addPrimaryKeyConstraint('suppressions_key', ['business', 'recipient'])
    .execute();
};

const approvals = async (db: Kysely<Tables>): Promise<void> => {
  await db.schema
    .createTable('approvals')
    .addColumn('business', 'text', ofBusiness)
    .addColumn('id', 'text', needed)
    .addColumn('decision', 'text', needed)
    .addColumn('state', 'text', needed)
    .addColumn('who', 'text', needed)
    .addColumn('until', 'text', needed)
    .addColumn('connection', 'text')
    .addColumn('resume_url', 'text')
    .addColumn('created_at', 'text', needed)
    .addColumn('answered_at', 'text')
    .addColumn('answered_by', 'text')
    .addColumn('actor', 'text')
    .addColumn('comment', 'text')
    .addColumn('edited', 'text')
    .addPrimaryKeyConstraint('approvals_key', ['business', 'id'])
    .addUniqueConstraint('approvals_decision', ['business', 'decision'])
    .execute();
  await db.schema
    .createIndex('approvals_by_state')
    .on('approvals')
    .columns(['business', 'state', 'until'])
    .execute();
  await db.schema
    .createTable('connections')
    .addColumn('business', 'text', ofBusiness)
    .addColumn('id', 'text', needed)
    .addColumn('name', 'text', needed)
    .addColumn('origin', 'text', needed)
    .addColumn('path', 'text', needed)
    .addColumn('allow_private', 'integer', needed)
    .addColumn('secret', 'text', needed)
    .addColumn('created_at', 'text', needed)
    .addColumn('created_by', 'text', needed)
    .addPrimaryKeyConstraint('connections_key', ['business', 'id'])
    .execute();
  await db.schema
    .createTable('deliveries')
    .addColumn('business', 'text', ofBusiness)
    .addColumn('id', 'text', needed)
    .addColumn('approval', 'text', needed)
    .addColumn('state', 'text', needed)
    .addColumn('attempts', 'integer', needed)
    .addColumn('next_at', 'text', needed)
    .addColumn('created_at', 'text', needed)
    .addColumn('last_result', 'text')
    .addPrimaryKeyConstraint('deliveries_key', ['business', 'id'])
    .execute();
  await db.schema
    .createIndex('deliveries_due')
    .on('deliveries')
    .columns(['business', 'state', 'next_at'])
    .execute();
};

const outcomes = async (db: Kysely<Tables>): Promise<void> => {
  await db.schema
    .createTable('outcomes')
    .addColumn('business', 'text', ofBusiness)
    .addColumn('id', 'text', needed)
    .addColumn('indicator', 'text', needed)
    .addColumn('value', 'double precision', needed)
    .addColumn('at', 'text', needed)
    .addColumn('source', 'text')
    .addColumn('flow', 'text')
    .addColumn('decision', 'text')
    .addColumn('recorded_at', 'text', needed)
    .addPrimaryKeyConstraint('outcomes_key', ['business', 'id'])
    .execute();
  await db.schema.createIndex('outcomes_by_time').on('outcomes').columns(['business', 'at', 'id']).execute();
};

/** Decisions with contacts and suppressions, approvals with connections and deliveries, outcomes. */
export const decisionsSchema = async (db: Kysely<Tables>): Promise<void> => {
  await decisions(db);
  await contactsAndSuppressions(db);
  await approvals(db);
  await outcomes(db);
};
