import type { Delivery } from '@plumbline/store';
import { z } from 'zod';
import { businessIdSchema } from '../business.ts';
import { type Call, type Context, now } from '../context.ts';
import { mayCall } from '../decide/resume-address.ts';
import { messageOf } from '../deliver/message.ts';
import type { Outgoing, Sent } from '../deliver/send.ts';
import { parseInput } from '../parse-input.ts';
import { changeIn, readIn } from '../scope.ts';

export const deliverDueInput = z.strictObject({ business: businessIdSchema });

/** Seconds between attempts. After the last the call is given up; what was decided stays to be read. */
const waits = [5, 30, 120, 600, 1_800, 3_600, 10_800, 21_600, 43_200, 86_400];
const atOnce = 20;

type Ready = { readonly call: Outgoing } | { readonly never: string };

const ready = (ctx: Context, business: string, delivery: Delivery): Promise<Ready> =>
  readIn(ctx, business, 'write', async (view) => {
    const approval = await view.approval(delivery.approval);
    if (approval?.resume == null || approval.state === 'open') return { never: 'nothing to say' };
    const connection = await view.connection(approval.resume.connection);
    if (connection === undefined) return { never: 'the connection is gone' };
    const { url } = approval.resume;
    if (!mayCall(connection, url)) return { never: 'the connection does not cover the address any more' };
    return { call: messageOf(ctx, business, delivery, approval, connection, url) };
  });

const after = (ctx: Context, delivery: Delivery, sent: Sent): Delivery => {
  const attempts = delivery.attempts + 1;
  const lastResult = sent.ok ? `answered ${sent.status}` : sent.reason.slice(0, 200);
  const done = sent.ok && sent.status >= 200 && sent.status < 300;
  if (done) return { ...delivery, attempts, lastResult, state: 'delivered' };
  const wait = waits[delivery.attempts];
  // 410 says by itself that nobody waits there any more.
  const over = wait === undefined || (sent.ok ? sent.status === 410 : sent.refused);
  if (over) return { ...delivery, attempts, lastResult, state: 'failed' };
  return {
    ...delivery,
    attempts,
    lastResult,
    nextAt: new Date(ctx.clock().getTime() + wait * 1000).toISOString(),
  };
};

/** Makes the calls that are due, each at least once until it is taken. Needs `write`. Gives how many were made. */
export const deliverDue = async ({ ctx, input }: Call<z.input<typeof deliverDueInput>>): Promise<number> => {
  const { business } = parseInput(deliverDueInput, input);
  const due = await readIn(ctx, business, 'write', (view) => view.dueDeliveries(now(ctx), atOnce));
  for (const delivery of due) {
    let sent: Sent;
    try {
      const what = await ready(ctx, business, delivery);
      sent = 'call' in what ? await ctx.send(what.call) : { ok: false, refused: true, reason: what.never };
    } catch (error) {
      ctx.log.error('delivery-broken', { delivery: delivery.id, error: String(error).slice(0, 200) });
      sent = { ok: false, refused: false, reason: 'a fault on our side' };
    }
    const next = after(ctx, delivery, sent);
    await changeIn(ctx, business, 'write', (tx) => tx.putDelivery(next));
    ctx.log.info('delivery', { delivery: next.id, state: next.state, result: next.lastResult });
  }
  return due.length;
};
