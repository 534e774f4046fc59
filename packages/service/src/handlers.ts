import { type Conversations, conversationsOf, type Flow, mostHandlers } from '@plumbline/core';
import type { FlowHead, StoredFlow, StoreTransaction, StoreView } from '@plumbline/store';

/** One more than are looked at, since a flow is no handler of its own conversation. */
const asMany = mostHandlers + 1;

type Standing = Pick<FlowHead, 'createdAt' | 'id'>;

/**
 * The order in which handlers are chosen: the longest kept first. Hence a new flow seldom displaces another one, in
 * whatever order a business brings its flows, and those who lean on handlers are seldom judged anew.
 */
export const byStanding = (a: Standing, b: Standing): number => {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
};

/** Notes the conversations of a flow that was just put. Gives the services it listened to until now. */
export const keepConversations = async (
  tx: StoreTransaction,
  { source, id, state, createdAt }: StoredFlow,
  flow: Flow,
): Promise<readonly string[]> => {
  const before = (await tx.conversations(source, [id])).find((each) => each.state === state);
  const conversations: Conversations = conversationsOf(flow);
  await tx.putConversations({ source, id, state, createdAt, ...conversations });
  return state === 'published' ? (before?.listensTo ?? []) : [];
};

/** For each of these flows of one source, the published flows by which answers to its messages come in. */
export const handlersFor = async (
  view: StoreView,
  source: string,
  heads: readonly FlowHead[],
): Promise<ReadonlyMap<FlowHead, readonly FlowHead[]>> => {
  const keyOf = ({ id, state }: Pick<FlowHead, 'id' | 'state'>): string => `${state} ${id}`;
  const services = new Map<string, readonly string[]>();
  const listeners = new Map<string, readonly FlowHead[]>();
  for (const each of await view.conversations(source, [...new Set(heads.map(({ id }) => id))])) {
    services.set(keyOf(each), each.answeredOver);
    for (const service of each.answeredOver)
      if (!listeners.has(service)) listeners.set(service, await view.listeners(source, service, asMany));
  }
  return new Map(
    heads.map((head) => {
      const chosen = (services.get(keyOf(head)) ?? []).flatMap((service) =>
        (listeners.get(service) ?? []).filter(({ id }) => id !== head.id).slice(0, mostHandlers),
      );
      return [head, chosen];
    }),
  );
};

/**
 * Current flows whose handlers are among these flows, or were before they changed. `heard` are services that one of
 * them no longer listens to.
 */
export const answeredBy = async (
  tx: StoreTransaction,
  source: string,
  ids: readonly string[],
  heard: readonly string[],
): Promise<readonly FlowHead[]> => {
  const earliest = new Map<string, Standing>();
  const note = (service: string, flow: Standing): void => {
    const known = earliest.get(service);
    if (known === undefined || byStanding(flow, known) < 0) earliest.set(service, flow);
  };
  for (const each of await tx.conversations(source, ids))
    if (each.state === 'published') for (const service of each.listensTo) note(service, each);
  for (const service of heard) note(service, { createdAt: '', id: '' });
  const touched: string[] = [];
  for (const [service, flow] of earliest) {
    const chosen = await tx.listeners(source, service, asMany);
    const last = chosen[asMany - 1];
    // Whoever stands behind those that are chosen is nobody's handler, now or before.
    if (last === undefined || byStanding(flow, last) <= 0) touched.push(service);
  }
  return tx.answeredOver(source, touched);
};
