import { type Selectable, sql } from 'kysely';
import type { EventReads, EventType, EventWrites, StoredEvent, Subscription } from '../event-port.ts';
import { createInsertMany } from './insert-many.ts';
import { inPowers } from './lists.ts';
import type { Open, Tables } from './tables.ts';

export const eventOf = (row: Selectable<Tables['events']>): StoredEvent => ({
  id: row.id,
  key: row.key,
  type: row.type as EventType,
  at: row.at,
  data: JSON.parse(row.data) as StoredEvent['data'],
});

const subscriptionOf = (row: Selectable<Tables['subscriptions']>): Subscription => ({
  id: row.id,
  url: row.url,
  events: JSON.parse(row.events) as EventType[],
  secret: row.secret,
  createdAt: row.created_at,
  createdBy: row.created_by,
});

export const eventReads = (
  open: Open,
  scope: string,
): Pick<EventReads, 'events' | 'subscriptions' | 'subscription'> => {
  const subscriptions = () => open().selectFrom('subscriptions').selectAll().where('business', '=', scope);
  return {
    events: async (ids) => {
      const found: StoredEvent[] = [];
      for (const some of inPowers(ids)) {
        const rows = await open()
          .selectFrom('events')
          .selectAll()
          .where('business', '=', scope)
          .where('id', 'in', some)
          .orderBy('id')
          .execute();
        found.push(...rows.map(eventOf));
      }
      return found;
    },
    subscriptions: async () => (await subscriptions().orderBy('id').execute()).map(subscriptionOf),
    subscription: async (id) => {
      const row = await subscriptions().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : subscriptionOf(row);
    },
  };
};

const insertEvents = createInsertMany('events', (insert) =>
  insert.onConflict((conflict) => conflict.columns(['business', 'key']).doNothing()).returning('id'),
);

export const eventWrites = (
  open: Open,
  scope: string,
): Pick<EventWrites, 'addEvents' | 'addSubscription' | 'removeSubscription' | 'dropEvents'> => ({
  addEvents: async (events) => {
    const rows = events.map(({ id, key, type, at, data }) => {
      return { business: scope, id, key, type, at, data: JSON.stringify(data) };
    });
    return new Set((await insertEvents(open, rows)).map(({ id }) => id));
  },
  addSubscription: async ({ events, createdAt, createdBy, ...rest }) => {
    await open()
      .insertInto('subscriptions')
      .values({
        ...rest,
        business: scope,
        events: JSON.stringify(events),
        created_at: createdAt,
        created_by: createdBy,
      })
      .execute();
  },
  removeSubscription: async (id) => {
    const result = await open()
      .deleteFrom('subscriptions')
      .where('business', '=', scope)
      .where('id', '=', id)
      .executeTakeFirst();
    return Number(result.numDeletedRows) === 1;
  },
  dropEvents: async (before) => {
    await open()
      .deleteFrom('deliveries')
      .where('business', '=', scope)
      .where('created_at', '<', before)
      .where('kind', '!=', 'resume')
      .where('state', 'in', ['delivered', 'dropped', 'parked'])
      .execute();
    const result = await open()
      .deleteFrom('events')
      .where('business', '=', scope)
      .where('at', '<', before)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('delivery_events')
              .select(sql`1`.as('one'))
              .whereRef('delivery_events.business', '=', 'events.business')
              .whereRef('delivery_events.event', '=', 'events.id'),
          ),
        ),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('alerts')
              .select(sql`1`.as('one'))
              .whereRef('alerts.business', '=', 'events.business')
              .whereRef('alerts.event', '=', 'events.id'),
          ),
        ),
      )
      .executeTakeFirst();
    return Number(result.numDeletedRows);
  },
});
