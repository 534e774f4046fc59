import type { Selectable } from 'kysely';
import type { ApiKey, KeyScope, StoreTransaction, StoreView } from '../port.ts';
import type { Open, Tables } from './tables.ts';

const keyOf = (row: Selectable<Tables['keys']>): ApiKey => ({
  id: row.id,
  scope: row.scope,
  name: row.name,
  scopes: row.scopes.split(' ') as KeyScope[],
  hash: row.hash,
  createdAt: row.created_at,
  revokedAt: row.revoked_at,
  lastUsedAt: row.last_used_at,
});

export const findKeyByHash = async (open: Open, hash: string): Promise<ApiKey | undefined> => {
  const row = await open().selectFrom('keys').selectAll().where('hash', '=', hash).executeTakeFirst();
  return row === undefined ? undefined : keyOf(row);
};

export const keyReads = (open: Open, scope: string): Pick<StoreView, 'keys'> => ({
  keys: async () => {
    const rows = await open()
      .selectFrom('keys')
      .selectAll()
      .where('scope', '=', scope)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return rows.map(keyOf);
  },
});

export const keyWrites = (
  open: Open,
  scope: string,
): Pick<StoreTransaction, 'addKey' | 'revokeKey' | 'noteKeyUse'> => ({
  addKey: async (key) => {
    await open()
      .insertInto('keys')
      .values({
        id: key.id,
        scope,
        name: key.name,
        scopes: key.scopes.join(' '),
        hash: key.hash,
        created_at: key.createdAt,
        revoked_at: null,
        last_used_at: null,
      })
      .execute();
  },
  revokeKey: async (id, at) => {
    const result = await open()
      .updateTable('keys')
      .set({ revoked_at: at })
      .where('scope', '=', scope)
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    return Number(result.numUpdatedRows) === 1;
  },
  noteKeyUse: async (id, at) => {
    await open()
      .updateTable('keys')
      .set({ last_used_at: at })
      .where('scope', '=', scope)
      .where('id', '=', id)
      .execute();
  },
});
