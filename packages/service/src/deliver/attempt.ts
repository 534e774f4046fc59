import type { Delivery } from '@plumbline/store';
import type { Context } from '../context.ts';
import { changeIn } from '../scope.ts';
import { ready } from './ready.ts';
import type { Sent } from './send.ts';

/** Seconds between attempts. After the last it is parked; what it tells of stays to be read. */
const waits = [5, 30, 120, 600, 1_800, 3_600, 10_800, 21_600, 43_200, 86_400];

/** Milliseconds in which a delivery that was taken is sent, or it is taken for left behind. */
const lease = 60_000;

/** What else waits for a receiver that does not answer waits so long for whoever comes first. */
const pause = 5_000;

const later = (ctx: Context, milliseconds: number): string =>
  new Date(ctx.clock().getTime() + milliseconds).toISOString();

/** As it is written down before it is sent: nobody else takes it until `nextAt`, and no event is added to it. */
const taken = (ctx: Context, delivery: Delivery): Delivery => ({
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

/** Of several workers one gets it. A transaction of its own, so that none waits for two deliveries at a time. */
const move = (ctx: Context, business: string, from: Delivery, to: Delivery): Promise<boolean> =>
  changeIn(ctx, business, 'write', (tx) => tx.moveDelivery(from, to));

/**
 * Sends what is due for one receiver, in order, as far as no other worker takes it. If it does not answer, the rest waits
 * a moment. Gives how many were sent.
 */
export const attempt = async (ctx: Context, business: string, line: readonly Delivery[]): Promise<number> => {
  let count = 0;
  for (const [at, delivery] of line.entries()) {
    const mine = taken(ctx, delivery);
    if (!(await move(ctx, business, delivery, mine))) continue;
    count += 1;
    const sent = await send(ctx, business, mine);
    const next = after(ctx, mine, sent);
    await move(ctx, business, mine, next);
    ctx.log.info('delivery', { delivery: next.id, state: next.state, result: next.lastResult });
    if (!('ok' in sent) || sent.ok || sent.refused) continue;
    for (const rest of line.slice(at + 1))
      await move(ctx, business, rest, { ...rest, nextAt: later(ctx, pause) });
    break;
  }
  return count;
};
