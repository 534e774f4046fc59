import type { Selectable } from 'kysely';
import type { SourceReads, SourceState, SourceStatus, SourceWrites, StoredSource } from '../source-port.ts';
import type { Open, Tables } from './tables.ts';

const sourceOf = (row: Selectable<Tables['sources']>): StoredSource => ({
  id: row.id,
  kind: row.kind as StoredSource['kind'],
  source: row.source,
  url: row.url,
  key: row.key,
  allowPrivate: row.allow_private === 1,
  createdAt: row.created_at,
  createdBy: row.created_by,
  state: row.state as SourceState,
  since: row.since,
  detail: row.detail,
  lastTriedAt: row.last_tried_at,
  lastReadAt: row.last_read_at,
  nextAt: row.next_at,
  failures: row.failures,
  flows: row.flows,
});

const statusOf = (status: SourceStatus) => ({
  state: status.state,
  since: status.since,
  detail: status.detail,
  last_tried_at: status.lastTriedAt,
  last_read_at: status.lastReadAt,
  next_at: status.nextAt,
  failures: status.failures,
  flows: status.flows,
});

export const sourceReads = (open: Open, scope: string): SourceReads => {
  const all = () => open().selectFrom('sources').selectAll().where('business', '=', scope);
  return {
    sources: async () => (await all().orderBy('id').execute()).map(sourceOf),
    source: async (id) => {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : sourceOf(row);
    },
  };
};

export const sourceWrites = (open: Open, scope: string): SourceWrites => {
  const one = (id: string) =>
    open().updateTable('sources').where('business', '=', scope).where('id', '=', id);
  return {
    addSource: async (given) => {
      const result = await open()
        .insertInto('sources')
        .values({
          business: scope,
          id: given.id,
          kind: given.kind,
          source: given.source,
          url: given.url,
          key: given.key,
          allow_private: given.allowPrivate ? 1 : 0,
          created_at: given.createdAt,
          created_by: given.createdBy,
          ...statusOf(given),
        })
        .onConflict((conflict) => conflict.columns(['business', 'source']).doNothing())
        .executeTakeFirst();
      return Number(result.numInsertedOrUpdatedRows ?? 0) === 1;
    },
    removeSource: async (id) => {
      const result = await open()
        .deleteFrom('sources')
        .where('business', '=', scope)
        .where('id', '=', id)
        .executeTakeFirst();
      return Number(result.numDeletedRows) === 1;
    },
    setSourceKey: async (id, key, nextAt) => {
      const result = await one(id).set({ key, next_at: nextAt }).executeTakeFirst();
      return Number(result.numUpdatedRows) === 1;
    },
    claimSource: async (id, from, to) => {
      const result = await one(id).set({ next_at: to }).where('next_at', '=', from).executeTakeFirst();
      return Number(result.numUpdatedRows) === 1;
    },
    noteSource: async (id, status) => {
      const result = await one(id).set(statusOf(status)).executeTakeFirst();
      return Number(result.numUpdatedRows) === 1;
    },
  };
};
