import type { Selectable } from 'kysely';
import type { ApprovalReads, ApprovalWrites, Connection, Delivery, DeliveryState } from '../approval-port.ts';
import { inPowers } from './lists.ts';
import type { Open, Tables } from './tables.ts';

const connectionOf = (row: Selectable<Tables['connections']>): Connection => ({
  id: row.id,
  name: row.name,
  origin: row.origin,
  path: row.path,
  allowPrivate: row.allow_private === 1,
  secret: row.secret,
  createdAt: row.created_at,
  createdBy: row.created_by,
});

const deliveryOf = (row: Selectable<Tables['deliveries']>): Delivery => ({
  id: row.id,
  approval: row.approval,
  state: row.state as DeliveryState,
  attempts: row.attempts,
  nextAt: row.next_at,
  createdAt: row.created_at,
  lastResult: row.last_result,
});

export const deliveryReads = (
  open: Open,
  scope: string,
): Pick<ApprovalReads, 'connections' | 'connection' | 'delivery' | 'dueDeliveries' | 'deliveriesOf'> => {
  const connections = () => open().selectFrom('connections').selectAll().where('business', '=', scope);
  const deliveries = () => open().selectFrom('deliveries').selectAll().where('business', '=', scope);
  return {
    connections: async () => (await connections().orderBy('id').execute()).map(connectionOf),
    connection: async (id) => {
      const row = await connections().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : connectionOf(row);
    },
    delivery: async (id) => {
      const row = await deliveries().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : deliveryOf(row);
    },
    dueDeliveries: async (now, limit) => {
      const rows = await deliveries()
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
        const rows = await deliveries().where('approval', 'in', some).orderBy('id').execute();
        found.push(...rows.map(deliveryOf));
      }
      return found;
    },
  };
};

export const deliveryWrites = (
  open: Open,
  scope: string,
): Pick<ApprovalWrites, 'addConnection' | 'removeConnection' | 'putDelivery'> => ({
  addConnection: async ({ allowPrivate, createdAt, createdBy, ...rest }) => {
    await open()
      .insertInto('connections')
      .values({
        ...rest,
        business: scope,
        allow_private: allowPrivate ? 1 : 0,
        created_at: createdAt,
        created_by: createdBy,
      })
      .execute();
  },
  removeConnection: async (id) => {
    const result = await open()
      .deleteFrom('connections')
      .where('business', '=', scope)
      .where('id', '=', id)
      .executeTakeFirst();
    return Number(result.numDeletedRows) === 1;
  },
  putDelivery: async ({ id, approval, state, attempts, nextAt, createdAt, lastResult }) => {
    const content = {
      approval,
      state,
      attempts,
      next_at: nextAt,
      created_at: createdAt,
      last_result: lastResult,
    };
    await open()
      .insertInto('deliveries')
      .values({ business: scope, id, ...content })
      .onConflict((conflict) => conflict.columns(['business', 'id']).doUpdateSet(content))
      .execute();
  },
});
