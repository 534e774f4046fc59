import type { EventType, StoredEvent, StoreTransaction } from '@plumbline/store';
import { type Context, now } from '../context.ts';
import { toTargets } from './to-targets.ts';

/** Something that has just happened, to be told to whoever wants to hear it. */
export interface News {
  readonly type: EventType;
  /** Names what happened, within its type: of two with the same key only the first is told. */
  readonly key: string;
  /** Ids, names, numbers and words; never content or addresses of customers. */
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Keeps what happened, and what is to be sent because of it, in the transaction in which it happens: both are there or
 * neither. Gives what was not known yet. Whoever calls it says `ctx.tend` once the transaction is through.
 */
export const emit = async (
  ctx: Context,
  tx: StoreTransaction,
  news: readonly News[],
): Promise<readonly StoredEvent[]> => {
  if (news.length === 0) return [];
  const at = now(ctx);
  const business = (await tx.business())?.id ?? '';
  const events = news.map(({ type, key, data }): StoredEvent => {
    return { id: ctx.id('evt'), key: `${type} ${key}`, type, at, data: { business, ...data } };
  });
  const kept = await tx.addEvents(events);
  const fresh = events.filter(({ id }) => kept.has(id));
  if (fresh.length === 0) return [];
  await toSubscriptions(ctx, tx, fresh);
  await toTargets(ctx, tx, fresh);
  return fresh;
};

const toSubscriptions = async (
  ctx: Context,
  tx: StoreTransaction,
  events: readonly StoredEvent[],
): Promise<void> => {
  const subscriptions = await tx.subscriptions();
  for (const event of events) {
    for (const { id, events: wanted } of subscriptions) {
      if (!wanted.includes(event.type)) continue;
      const delivery = {
        id: ctx.id('msg'),
        kind: 'subscription',
        receiver: id,
        approval: null,
        state: 'waiting',
        attempts: 0,
        open: false,
        nextAt: event.at,
        createdAt: event.at,
        lastResult: null,
      } as const;
      await tx.addDelivery(delivery, [event.id]);
    }
  }
};
