import type { FlowConversations } from '../conversation-port.ts';
import type { FlowState, StoreTransaction, StoreView } from '../port.ts';
import { headColumns, headOf, pieces } from './flow-row.ts';
import { headsOf } from './flows.ts';
import type { Open } from './tables.ts';

const sends = 'sends';
const listens = 'listens';

export const conversationReads = (
  open: Open,
  scope: string,
): Pick<StoreView, 'conversations' | 'listeners' | 'answeredOver'> => ({
  conversations: async (source, ids) => {
    type Mutable = { answeredOver: string[]; listensTo: string[] } & FlowConversations;
    const found = new Map<string, Mutable>();
    for (const some of pieces(ids)) {
      const rows = await open()
        .selectFrom('flow_conversations')
        .select(['id', 'state', 'since', 'part', 'service'])
        .where('business', '=', scope)
        .where('source', '=', source)
        .where('id', 'in', some)
        .orderBy('id')
        .orderBy('state')
        .orderBy('service')
        .execute();
      for (const { id, state, since, part, service } of rows) {
        const key = `${state} ${id}`;
        const each: Mutable = found.get(key) ?? {
          source,
          id,
          state: state as FlowState,
          createdAt: since,
          answeredOver: [],
          listensTo: [],
        };
        found.set(key, each);
        (part === sends ? each.answeredOver : each.listensTo).push(service);
      }
    }
    return [...found.values()];
  },
  listeners: async (source, service, limit) => {
    const rows = await open()
      .selectFrom('flow_conversations as c')
      .innerJoin('flows', (join) =>
        join
          .onRef('flows.business', '=', 'c.business')
          .onRef('flows.source', '=', 'c.source')
          .onRef('flows.id', '=', 'c.id')
          .onRef('flows.state', '=', 'c.state'),
      )
      .select(headColumns)
      .where('c.business', '=', scope)
      .where('c.source', '=', source)
      .where('c.part', '=', listens)
      .where('c.service', '=', service)
      .where('c.state', '=', 'published')
      .where('flows.removed_at', 'is', null)
      .orderBy('c.since')
      .orderBy('c.id')
      .limit(limit)
      .execute();
    return rows.map(headOf);
  },
  answeredOver: async (source, services) => {
    const rows =
      services.length === 0
        ? []
        : await open()
            .selectFrom('flow_conversations')
            .select(['id', 'state'])
            .where('business', '=', scope)
            .where('source', '=', source)
            .where('part', '=', sends)
            .where('service', 'in', services)
            .execute();
    const senders = new Set(rows.map(({ id, state }) => `${state} ${id}`));
    const heads = await headsOf(open, scope, source, [...new Set(rows.map(({ id }) => id))]);
    return heads.filter((head) => senders.has(`${head.state} ${head.id}`));
  },
});

export const conversationWrites = (
  open: Open,
  scope: string,
): Pick<StoreTransaction, 'putConversations'> => ({
  putConversations: async ({ source, id, state, createdAt, answeredOver, listensTo }) => {
    await open()
      .deleteFrom('flow_conversations')
      .where('business', '=', scope)
      .where('source', '=', source)
      .where('id', '=', id)
      .where('state', '=', state)
      .execute();
    const row = { business: scope, source, id, state, since: createdAt };
    const rows = [
      ...[...new Set(answeredOver)].map((service) => ({ ...row, part: sends, service })),
      ...[...new Set(listensTo)].map((service) => ({ ...row, part: listens, service })),
    ];
    for (const some of pieces(rows, 100))
      await open().insertInto('flow_conversations').values(some).execute();
  },
});
