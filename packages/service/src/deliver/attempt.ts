import type { Delivery } from '@plumbline/store';
import type { Context } from '../context.ts';
import { changeIn } from '../scope.ts';
import { ready } from './ready.ts';
import type { Sent } from './send.ts';

/** Seconds between attempts. After the last it is parked; what it tells of stays to be read. */
const waits = [5, 30, 120, 600, 1_800, 3_600, 10_800, 21_600, 43_200, 86_400];

/** Milliseconds in which a delivery that was taken is sent, or it is taken for left behind. */
const lease = 60_000;
/** Nothing is begun when so much of it is left: a call may take that long. */
const longest = 15_000;

/** What is left of a receiver's messages when it does not answer waits so long for whoever comes first. */
const pause = 5_000;

const later = (ctx: Context, milliseconds: number): string =>
  new Date(ctx.clock().getTime() + milliseconds).toISOString();

/** As it is written down before it is sent: nobody else takes it until `nextAt`, and no event is added to it. */
export const taken = (ctx: Context, delivery: Delivery): Delivery => ({
  ...delivery,
  attempts: delivery.attempts + 1,
  open: false,
  nextAt: later(ctx, lease),
});

const noMail: Sent = { ok: false, refused: false, reason: 'no mail server is set' };

type Result = Sent | { readonly needless: string };

const after = (ctx: Context, delivery: Delivery, sent: Result): Delivery => {
  if ('needless' in sent) return { ...delivery, state: 'dropped', lastResult: sent.needless };
  const lastResult = sent.ok ? `answered ${sent.status}` : sent.reason.slice(0, 200);
  if (sent.ok && sent.status >= 200 && sent.status < 300)
    return { ...delivery, lastResult, state: 'delivered' };
  const wait = waits[delivery.attempts - 1];
  // 410 says by itself that nobody waits there any more.
  const over = wait === undefined || (sent.ok ? sent.status === 410 : sent.refused);
  if (over) return { ...delivery, lastResult, state: 'parked' };
  return { ...delivery, lastResult, nextAt: later(ctx, wait * 1000) };
};

const send = async (ctx: Context, business: string, delivery: Delivery): Promise<Result> => {
  try {
    const what = await ready(ctx, business, delivery);
    if ('needless' in what) return what;
    if ('never' in what) return { ok: false, refused: true, reason: what.never };
    if ('call' in what) return await ctx.send(what.call);
    return (await ctx.mail?.(what.letter)) ?? noMail;
  } catch (error) {
    ctx.log.error('delivery-broken', { delivery: delivery.id, error: String(error).slice(0, 200) });
    return { ok: false, refused: false, reason: 'a fault on our side' };
  }
};

const putBack = (
  ctx: Context,
  business: string,
  deliveries: readonly Delivery[],
  wait: number,
): Promise<void> =>
  changeIn(ctx, business, 'write', async (tx) => {
    for (const each of deliveries)
      await tx.moveDelivery(each, { ...each, attempts: each.attempts - 1, nextAt: later(ctx, wait) });
  });

/** Sends what was taken for one receiver, in order. If it does not answer, the rest is put back at once. */
export const attempt = async (ctx: Context, business: string, line: readonly Delivery[]): Promise<void> => {
  for (const [at, delivery] of line.entries()) {
    if (delivery.nextAt <= later(ctx, longest)) {
      await putBack(ctx, business, line.slice(at), 0);
      return;
    }
    const sent = await send(ctx, business, delivery);
    const next = after(ctx, delivery, sent);
    await changeIn(ctx, business, 'write', (tx) => tx.moveDelivery(delivery, next));
    ctx.log.info('delivery', { delivery: next.id, state: next.state, result: next.lastResult });
    const silent = 'ok' in sent && !sent.ok && !sent.refused;
    const rest = line.slice(at + 1);
    if (silent && rest.length > 0) {
      await putBack(ctx, business, rest, pause);
      return;
    }
  }
};
