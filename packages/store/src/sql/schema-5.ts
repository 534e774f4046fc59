import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

const needed = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();
const ofBusiness = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder =>
  column.notNull().references('businesses.id').onDelete('cascade');

const eventsAndSubscriptions = async (db: Kysely<Tables>): Promise<void> => {
  await db.schema
    .createTable('events')
    .addColumn('business', 'text', ofBusiness)
    .addColumn('id', 'text', needed)
    .addColumn('key', 'text', needed)
    .addColumn('type', 'text', needed)
    .addColumn('at', 'text', needed)
    .addColumn('data', 'text', needed)
    .addPrimaryKeyConstraint('events_key', ['business', 'id'])
    .addUniqueConstraint('events_once', ['business', 'key'])
    .execute();
  await db.schema.createIndex('events_by_time').on('events').columns(['business', 'at']).execute();
  await db.schema
    .createTable('subscriptions')
    .addColumn('business', 'text', ofBusiness)
    .addColumn('id', 'text', needed)
    .addColumn('url', 'text', needed)
    .addColumn('events', 'text', needed)
    .addColumn('secret', 'text', needed)
    .addColumn('created_at', 'text', needed)
    .addColumn('created_by', 'text', needed)
    .addPrimaryKeyConstraint('subscriptions_key', ['business', 'id'])
    .execute();
};

/** Deliveries were of approvals only; those that are there stay, under the ids that receivers know. */
const deliveries = async (db: Kysely<Tables>): Promise<void> => {
  await db.schema.dropIndex('deliveries_due').execute();
  await db.schema.alterTable('deliveries').renameTo('deliveries_before').execute();
  await db.schema
    .createTable('deliveries')
    .addColumn('business', 'text', ofBusiness)
    .addColumn('id', 'text', needed)
    .addColumn('kind', 'text', needed)
    .addColumn('receiver', 'text', needed)
    .addColumn('approval', 'text')
    .addColumn('state', 'text', needed)
    .addColumn('attempts', 'integer', needed)
    .addColumn('open', 'integer', needed)
    // How often an event was added: a write that keeps others from taking the delivery meanwhile.
    .addColumn('additions', 'integer', needed)
    .addColumn('next_at', 'text', needed)
    .addColumn('created_at', 'text', needed)
    .addColumn('last_result', 'text')
    .addPrimaryKeyConstraint('deliveries_by_id', ['business', 'id'])
    .execute();
  await sql`insert into deliveries
    (business, id, kind, receiver, approval, state, attempts, open, additions, next_at, created_at, last_result)
    select old.business, old.id, 'resume', coalesce(approvals.connection, ''), old.approval,
      case when old.state = 'failed' then 'parked' else old.state end,
      old.attempts, 0, 0, old.next_at, old.created_at, old.last_result
    from deliveries_before as old
    left join approvals on approvals.business = old.business and approvals.id = old.approval`.execute(db);
  await sql`drop table deliveries_before`.execute(db);
  const index = (name: string, columns: readonly (keyof Tables['deliveries'])[]) =>
    db.schema
      .createIndex(name)
      .on('deliveries')
      .columns([...columns])
      .execute();
  await index('deliveries_waiting', ['business', 'state', 'next_at']);
  await index('deliveries_by_time', ['business', 'created_at']);
  await index('deliveries_by_approval', ['business', 'approval']);
  await db.schema
    .createTable('delivery_events')
    .addColumn('business', 'text', needed)
    .addColumn('delivery', 'text', needed)
    .addColumn('event', 'text', needed)
    .addPrimaryKeyConstraint('delivery_events_key', ['business', 'delivery', 'event'])
    .addForeignKeyConstraint(
      'delivery_events_delivery',
      ['business', 'delivery'],
      'deliveries',
      ['business', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .addForeignKeyConstraint(
      'delivery_events_event',
      ['business', 'event'],
      'events',
      ['business', 'id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  await db.schema
    .createIndex('delivery_events_by_event')
    .on('delivery_events')
    .columns(['business', 'event'])
    .execute();
};

const alerts = async (db: Kysely<Tables>): Promise<void> => {
  await db.schema
    .createTable('alert_targets')
    .addColumn('business', 'text', ofBusiness)
    .addColumn('id', 'text', needed)
    .addColumn('name', 'text', needed)
    .addColumn('channel', 'text', needed)
    .addColumn('events', 'text', needed)
    .addColumn('digest', 'text')
    .addColumn('place', 'text', needed)
    .addColumn('secret', 'text')
    .addColumn('created_at', 'text', needed)
    .addColumn('created_by', 'text', needed)
    .addPrimaryKeyConstraint('alert_targets_key', ['business', 'id'])
    .execute();
  await db.schema
    .createTable('alert_settings')
    .addColumn('business', 'text', (column) =>
      column.primaryKey().references('businesses.id').onDelete('cascade'),
    )
    .addColumn('digest', 'text', needed)
    .addColumn('daily_at', 'text', needed)
    .addColumn('time_zone', 'text', needed)
    .execute();
  await db.schema
    .createTable('alerts')
    .addColumn('business', 'text', ofBusiness)
    .addColumn('subject', 'text', needed)
    .addColumn('id', 'text', needed)
    .addColumn('state', 'text', needed)
    .addColumn('since', 'text', needed)
    .addColumn('changed_at', 'text', needed)
    .addColumn('event', 'text', needed)
    .addColumn('by', 'text')
    .addColumn('comment', 'text')
    .addColumn('snoozed_until', 'text')
    .addPrimaryKeyConstraint('alerts_key', ['business', 'subject'])
    .addUniqueConstraint('alerts_id', ['business', 'id'])
    .execute();
};

/** Events with who hears of them, deliveries of every kind, and alerts. */
export const eventsSchema = async (db: Kysely<Tables>): Promise<void> => {
  await eventsAndSubscriptions(db);
  await deliveries(db);
  await alerts(db);
};
