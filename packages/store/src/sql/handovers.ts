import type { Selectable } from 'kysely';
import type {
  HandoverEnd,
  HandoverReads,
  HandoverState,
  HandoverWrites,
  StoredHandover,
} from '../handover-port.ts';
import type { Open, Tables } from './tables.ts';

const handoverOf = (row: Selectable<Tables['handovers']>): StoredHandover => ({
  id: row.id,
  state: row.state as HandoverState,
  createdAt: row.created_at,
  actor: row.actor,
  flow: row.source === null || row.flow === null ? null : { source: row.source, id: row.flow },
  channel: row.channel,
  recipient: row.recipient,
  idempotencyKey: row.idempotency_key,
  requestHash: row.request_hash,
  content: row.content as StoredHandover['content'],
  sealed: row.sealed,
  contentUntil: row.content_until,
  closedAt: row.closed_at,
  closedBy: row.closed_by,
  closer: row.closer,
  comment: row.comment,
});

const ended = ({ closedAt, closedBy, closer, comment }: HandoverEnd) => ({
  state: 'closed',
  closed_at: closedAt,
  closed_by: closedBy,
  closer,
  comment,
});

export const handoverReads = (open: Open, scope: string): HandoverReads => {
  const all = () => open().selectFrom('handovers').selectAll().where('business', '=', scope);
  return {
    handover: async (id) => {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : handoverOf(row);
    },
    handoverByKey: async (idempotencyKey) => {
      const row = await all().where('idempotency_key', '=', idempotencyKey).executeTakeFirst();
      return row === undefined ? undefined : handoverOf(row);
    },
    handovers: async ({ limit, after, state }) => {
      let query = all().where('id', '>', after ?? '');
      if (state !== undefined) query = query.where('state', '=', state);
      return (await query.orderBy('id').limit(limit).execute()).map(handoverOf);
    },
  };
};

export const handoverWrites = (open: Open, scope: string): HandoverWrites => {
  const change = () => open().updateTable('handovers').where('business', '=', scope);
  return {
    addHandover: async (given) => {
      const result = await open()
        .insertInto('handovers')
        .values({
          business: scope,
          id: given.id,
          state: given.state,
          created_at: given.createdAt,
          actor: given.actor,
          source: given.flow?.source ?? null,
          flow: given.flow?.id ?? null,
          channel: given.channel,
          recipient: given.recipient,
          idempotency_key: given.idempotencyKey,
          request_hash: given.requestHash,
          content: given.content,
          content_until: given.contentUntil,
          closed_at: given.closedAt,
          closed_by: given.closedBy,
          closer: given.closer,
          comment: given.comment,
          sealed: given.sealed,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['business', 'idempotency_key'])
            .where('idempotency_key', 'is not', null)
            .doNothing(),
        )
        .executeTakeFirst();
      return Number(result.numInsertedOrUpdatedRows ?? 0) === 1;
    },
    closeHandover: async (id, end) => {
      const result = await change()
        .set(ended(end))
        .where('id', '=', id)
        .where('state', '=', 'open')
        .executeTakeFirst();
      return Number(result.numUpdatedRows) === 1;
    },
    expireHandovers: async (now) => {
      const result = await change()
        .set({ sealed: null, content: 'expired' })
        .where('state', '=', 'closed')
        .where('sealed', 'is not', null)
        .where('content_until', '<', now)
        .executeTakeFirst();
      return Number(result.numUpdatedRows);
    },
    eraseHandovers: async (recipient, end) => {
      await change().set(ended(end)).where('recipient', '=', recipient).where('state', '=', 'open').execute();
      const result = await change()
        .set({ recipient: null, sealed: null, comment: null, content: 'erased' })
        .where('recipient', '=', recipient)
        .executeTakeFirst();
      return Number(result.numUpdatedRows);
    },
  };
};
