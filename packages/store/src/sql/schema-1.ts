import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

const subject = ['source', 'flow', 'closure', 'reader'] as const;

const businessesAndKeys = async (db: Kysely<Tables>): Promise<void> => {
  await db.schema
    .createTable('businesses')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  // Admin keys belong to no business, so `scope` refers to nothing.
  await db.schema
    .createTable('keys')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('scopes', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('revoked_at', 'text')
    .addColumn('last_used_at', 'text')
    .execute();
  await db.schema.createIndex('keys_by_scope').on('keys').columns(['scope', 'id']).execute();
  await db.schema
    .createTable('profiles')
    .addColumn('business', 'text', (column) =>
      column.notNull().references('businesses.id').onDelete('cascade'),
    )
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('profile', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('profiles_key', ['business', 'version'])
    .execute();
};

const flows = async (db: Kysely<Tables>): Promise<void> => {
  await db.schema
    .createTable('flows')
    .addColumn('business', 'text', (column) =>
      column.notNull().references('businesses.id').onDelete('cascade'),
    )
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('closure', 'text', (column) => column.notNull())
    .addColumn('reader', 'text', (column) => column.notNull())
    .addColumn('refers_to', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('removed_at', 'text')
    // Last, so that reading the heads of flows does not walk through their workflows.
    .addColumn('workflow', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('flows_key', ['business', 'source', 'id', 'state'])
    .execute();
  await db.schema
    .createTable('flow_references')
    .addColumn('business', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('flow_references_key', ['business', 'source', 'target', 'id', 'state'])
    .addForeignKeyConstraint(
      'flow_references_flow',
      ['business', 'source', 'id', 'state'],
      'flows',
      ['business', 'source', 'id', 'state'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  await db.schema
    .createIndex('flow_references_by_flow')
    .on('flow_references')
    .columns(['business', 'source', 'id', 'state'])
    .execute();
};

const findings = async (db: Kysely<Tables>): Promise<void> => {
  await db.schema
    .createTable('readings')
    .addColumn('business', 'text', (column) =>
      column.notNull().references('businesses.id').onDelete('cascade'),
    )
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('flow', 'text', (column) => column.notNull())
    .addColumn('closure', 'text', (column) => column.notNull())
    .addColumn('reader', 'text', (column) => column.notNull())
    .addColumn('facts', 'text')
    .addColumn('error', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('readings_key', ['business', ...subject])
    .execute();
  await db.schema
    .createTable('answers')
    .addColumn('business', 'text', (column) =>
      column.notNull().references('businesses.id').onDelete('cascade'),
    )
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('flow', 'text', (column) => column.notNull())
    .addColumn('closure', 'text', (column) => column.notNull())
    .addColumn('reader', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('error', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('finding', 'text')
    .addPrimaryKeyConstraint('answers_key', ['business', ...subject, 'question'])
    .execute();
  await db.schema
    .createTable('audit')
    .addColumn('business', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('audit_key', ['business', 'id'])
    .execute();
};

/** Businesses, keys, profiles, flows, findings, audit. */
export const firstSchema = async (db: Kysely<Tables>): Promise<void> => {
  await businessesAndKeys(db);
  await flows(db);
  await findings(db);
};
