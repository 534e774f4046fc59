import type { Selectable } from 'kysely';
import type { Delivery, DeliveryKind, DeliveryState, EventReads, EventWrites } from '../event-port.ts';
import { eventOf } from './events.ts';
import { inPowers } from './lists.ts';
import type { Open, Tables } from './tables.ts';

const deliveryOf = (row: Selectable<Tables['deliveries']>): Delivery => ({
  id: row.id,
  kind: row.kind as DeliveryKind,
  receiver: row.receiver,
  approval: row.approval,
  state: row.state as DeliveryState,
  attempts: row.attempts,
  open: row.open === 1,
  nextAt: row.next_at,
  createdAt: row.created_at,
  lastResult: row.last_result,
});

const rowOf = ({ open, nextAt, createdAt, lastResult, ...rest }: Delivery) => ({
  ...rest,
  open: open ? 1 : 0,
  next_at: nextAt,
  created_at: createdAt,
  last_result: lastResult,
});

export const deliveryReads = (
  open: Open,
  scope: string,
): Pick<EventReads, 'delivery' | 'deliveries' | 'dueDeliveries' | 'deliveriesOf' | 'eventsOf'> => {
  const all = () => open().selectFrom('deliveries').selectAll().where('business', '=', scope);
  return {
    delivery: async (id) => {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : deliveryOf(row);
    },
    deliveries: async ({ limit, after, state }) => {
      let query = all().where('id', '>', after ?? '');
      if (state !== undefined) query = query.where('state', '=', state);
      return (await query.orderBy('id').limit(limit).execute()).map(deliveryOf);
    },
    dueDeliveries: async (now, limit) => {
      const rows = await all()
        .where('state', '=', 'waiting')
        .where('next_at', '<=', now)
        .orderBy('next_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(deliveryOf);
    },
    deliveriesOf: async (approvals) => {
      const found: Delivery[] = [];
      for (const some of inPowers(approvals)) {
        const rows = await all().where('approval', 'in', some).orderBy('id').execute();
        found.push(...rows.map(deliveryOf));
      }
      return found;
    },
    eventsOf: async (deliveries) => {
      const found: (ReturnType<typeof eventOf> & { readonly delivery: string })[] = [];
      for (const some of inPowers(deliveries)) {
        const rows = await open()
          .selectFrom('delivery_events')
          .innerJoin('events', (join) =>
            join
              .onRef('events.business', '=', 'delivery_events.business')
              .onRef('events.id', '=', 'delivery_events.event'),
          )
          .selectAll('events')
          .select('delivery_events.delivery')
          .where('delivery_events.business', '=', scope)
          .where('delivery_events.delivery', 'in', some)
          .orderBy('events.id')
          .execute();
        found.push(...rows.map((row) => ({ ...eventOf(row), delivery: row.delivery })));
      }
      return found;
    },
  };
};

export const deliveryWrites = (
  open: Open,
  scope: string,
): Pick<EventWrites, 'addDelivery' | 'addToDelivery' | 'moveDelivery'> => {
  const tell = async (delivery: string, events: readonly string[]): Promise<void> => {
    for (const event of events)
      await open()
        .insertInto('delivery_events')
        .values({ business: scope, delivery, event })
        .onConflict((conflict) => conflict.columns(['business', 'delivery', 'event']).doNothing())
        .execute();
  };
  const own = (id: string) =>
    open()
      .updateTable('deliveries')
      .where('business', '=', scope)
      .where('id', '=', id)
      .where('state', '=', 'waiting');
  return {
    addDelivery: async (delivery, events) => {
      const result = await open()
        .insertInto('deliveries')
        .values({ business: scope, ...rowOf(delivery), additions: 0 })
        .onConflict((conflict) => conflict.columns(['business', 'id']).doNothing())
        .executeTakeFirst();
      if (Number(result.numInsertedOrUpdatedRows ?? 0) !== 1) return false;
      await tell(delivery.id, events);
      return true;
    },
    addToDelivery: async (id, event) => {
      const result = await own(id)
        .where('open', '=', 1)
        .set((eb) => ({ additions: eb('additions', '+', 1) }))
        .executeTakeFirst();
      if (Number(result.numUpdatedRows) !== 1) return false;
      await tell(id, [event]);
      return true;
    },
    moveDelivery: async (from, to) => {
      const { id: _, ...content } = rowOf(to);
      const result = await open()
        .updateTable('deliveries')
        .set(content)
        .where('business', '=', scope)
        .where('id', '=', from.id)
        .where('state', '=', from.state)
        .where('attempts', '=', from.attempts)
        .where('next_at', '=', from.nextAt)
        .executeTakeFirst();
      return Number(result.numUpdatedRows) === 1;
    },
  };
};
