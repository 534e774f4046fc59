import type { Selectable } from 'kysely';
import type { ApprovalReads, ApprovalWrites, Connection } from '../approval-port.ts';
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

export const connectionReads = (
  open: Open,
  scope: string,
): Pick<ApprovalReads, 'connections' | 'connection'> => {
  const all = () => open().selectFrom('connections').selectAll().where('business', '=', scope);
  return {
    connections: async () => (await all().orderBy('id').execute()).map(connectionOf),
    connection: async (id) => {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : connectionOf(row);
    },
  };
};

export const connectionWrites = (
  open: Open,
  scope: string,
): Pick<ApprovalWrites, 'addConnection' | 'removeConnection'> => ({
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
});
