import type { ColumnDefinitionBuilder, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

const needed = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();
const ofBusiness = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder =>
  column.notNull().references('businesses.id').onDelete('cascade');

const trail = async (db: Kysely<Tables>): Promise<void> => {
  await db.schema
    .createTable('trail_said')
    .addColumn('business', 'text', ofBusiness)
    .addColumn('hash', 'text', needed)
    .addColumn('said', 'text', needed)
    .addPrimaryKeyConstraint('trail_said_key', ['business', 'hash'])
    .execute();
  await db.schema
    .createTable('trail')
    .addColumn('business', 'text', ofBusiness)
    .addColumn('entry', 'text', needed)
    .addColumn('source', 'text', needed)
    .addColumn('flow', 'text', needed)
    .addColumn('state', 'text', needed)
    .addColumn('number', 'integer', needed)
    .addColumn('name', 'text', needed)
    .addColumn('at', 'text', needed)
    .addColumn('basis', 'text', needed)
    // The same words for many flows are kept once.
    .addColumn('said', 'text', needed)
    .addColumn('direction', 'text', needed)
    .addColumn('harmless', 'integer', needed)
    .addColumn('causes', 'text', needed)
    .addPrimaryKeyConstraint('trail_key', ['business', 'source', 'flow', 'entry'])
    .execute();
  await db.schema
    .createTable('trail_heads')
    .addColumn('business', 'text', ofBusiness)
    .addColumn('source', 'text', needed)
    .addColumn('flow', 'text', needed)
    .addColumn('state', 'text', needed)
    .addColumn('number', 'integer', needed)
    .addColumn('entry', 'text', needed)
    .addColumn('closure', 'text', needed)
    .addColumn('reader', 'text', needed)
    .addColumn('asked', 'text', needed)
    .addPrimaryKeyConstraint('trail_heads_key', ['business', 'source', 'flow', 'state'])
    .execute();
};

const versions = async (db: Kysely<Tables>): Promise<void> => {
  await db.schema
    .createTable('flow_versions')
    .addColumn('business', 'text', ofBusiness)
    .addColumn('source', 'text', needed)
    .addColumn('flow', 'text', needed)
    .addColumn('fingerprint', 'text', needed)
    .addColumn('name', 'text', needed)
    .addColumn('at', 'text', needed)
    .addColumn('workflow', 'text', needed)
    .addPrimaryKeyConstraint('flow_versions_key', ['business', 'source', 'flow', 'fingerprint'])
    .execute();
  // What is there when this schema comes in is the first version that is known.
  await db
    .insertInto('flow_versions')
    .columns(['business', 'source', 'flow', 'fingerprint', 'name', 'at', 'workflow'])
    .expression((eb) =>
      eb
        .selectFrom('flows')
        .select(['business', 'source', 'id', 'fingerprint', 'name', 'updated_at', 'workflow'])
        .where('removed_at', 'is', null),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

const oversight = async (db: Kysely<Tables>): Promise<void> => {
  await db.schema
    .createTable('oversight')
    .addColumn('business', 'text', ofBusiness)
    .addColumn('id', 'text', needed)
    .addColumn('kind', 'text', needed)
    .addColumn('source', 'text')
    .addColumn('flow', 'text')
    .addColumn('person', 'text', needed)
    .addColumn('actor', 'text', needed)
    .addColumn('at', 'text', needed)
    .addColumn('words', 'text', needed)
    .addColumn('until', 'text')
    .addColumn('revoked_at', 'text')
    .addColumn('revoked_by', 'text')
    .addColumn('soon_told_at', 'text')
    .addColumn('lapse_told_at', 'text')
    .addColumn('detail', 'text', needed)
    .addPrimaryKeyConstraint('oversight_key', ['business', 'id'])
    .execute();
  await db.schema
    .createIndex('oversight_by_flow')
    .on('oversight')
    .columns(['business', 'source', 'flow'])
    .execute();
  await db.schema
    .createIndex('audit_by_subject')
    .on('audit')
    .columns(['business', 'subject', 'action', 'id'])
    .execute();
  await db.schema.createIndex('oversight_by_end').on('oversight').columns(['business', 'until']).execute();
};

/** Every evaluation of a flow, its versions, and what people have added to what was found. */
export const trailSchema = async (db: Kysely<Tables>): Promise<void> => {
  await trail(db);
  await versions(db);
  await oversight(db);
};
