import type { Delivery, StoreView } from '@plumbline/store';
import { messageTo } from '../alerts/message-to.ts';
import type { Context } from '../context.ts';
import { mayCall } from '../decide/resume-address.ts';
import { readIn } from '../scope.ts';
import { eventCall, resumeCall } from './message.ts';
import { mayBePrivate } from './reach.ts';
import type { Ready } from './send.ts';

type Make = (ctx: Context, business: string, delivery: Delivery, view: StoreView) => Promise<Ready>;

const resume: Make = async (ctx, business, delivery, view) => {
  const approval = delivery.approval === null ? undefined : await view.approval(delivery.approval);
  if (approval?.resume == null || approval.state === 'open') return { never: 'nothing to say' };
  const connection = await view.connection(approval.resume.connection);
  if (connection === undefined) return { never: 'the connection is gone' };
  const { url } = approval.resume;
  if (!mayCall(connection, url)) return { never: 'the connection does not cover the address any more' };
  return { call: resumeCall(ctx, business, delivery, approval, connection, url) };
};

const toSubscription: Make = async (ctx, business, delivery, view) => {
  const subscription = await view.subscription(delivery.receiver);
  if (subscription === undefined) return { needless: 'the subscription is gone' };
  const [event] = await view.eventsOf([delivery.id]);
  if (event === undefined) return { needless: 'nothing to say' };
  const allowPrivate = await mayBePrivate(view, subscription.url);
  return { call: eventCall(ctx, business, subscription, event, allowPrivate) };
};

/** Everything about a message that is read only when it is sent: content, addresses, secrets, what is allowed. */
export const ready = (ctx: Context, business: string, delivery: Delivery): Promise<Ready> =>
  readIn(ctx, business, 'write', async (view) => {
    switch (delivery.kind) {
      case 'resume':
        return resume(ctx, business, delivery, view);
      case 'subscription':
        return toSubscription(ctx, business, delivery, view);
      case 'target':
      case 'reminder':
        return messageTo(ctx, business, delivery, view);
    }
  });
