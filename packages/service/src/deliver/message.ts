import type { Connection, Delivery, StoredApproval, StoredEvent, Subscription } from '@plumbline/store';
import { Webhook } from 'standardwebhooks';
import { editedOf } from '../approve/approval-view.ts';
import type { Context } from '../context.ts';
import type { Outgoing } from './send.ts';

/** A signed call: Standard Webhooks. Its id stays the same over attempts, so that the receiver can tell a repeated one. */
export const signedCall = (
  ctx: Pick<Context, 'clock'>,
  id: string,
  secret: string,
  content: unknown,
  to: Pick<Outgoing, 'url' | 'allowPrivate'>,
): Outgoing => {
  const at = ctx.clock();
  const body = JSON.stringify(content);
  return {
    ...to,
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'plumbline',
      'webhook-id': id,
      'webhook-timestamp': `${Math.floor(at.getTime() / 1000)}`,
      'webhook-signature': new Webhook(secret).sign(id, at, body),
    },
  };
};

/** Says to whoever asked how an approval ended. */
export const resumeCall = (
  ctx: Context,
  business: string,
  delivery: Delivery,
  approval: StoredApproval,
  connection: Connection,
  url: string,
): Outgoing => {
  const content = {
    type: 'approval.answered',
    timestamp: approval.answeredAt,
    data: {
      business,
      approval: approval.id,
      decision: approval.decision,
      state: approval.state,
      by: approval.answeredBy,
      comment: approval.comment,
      content: editedOf(ctx, business, approval),
    },
  };
  const secret = ctx.vault.open(business, connection.id, connection.secret);
  return signedCall(ctx, delivery.id, secret, content, { url, allowPrivate: connection.allowPrivate });
};

/** Tells a subscription of an event, under the event's id: two subscriptions of one receiver are told apart from two events. */
export const eventCall = (
  ctx: Context,
  business: string,
  subscription: Subscription,
  event: StoredEvent,
  allowPrivate: boolean,
): Outgoing => {
  const secret = ctx.vault.open(business, subscription.id, subscription.secret);
  const content = { type: event.type, timestamp: event.at, data: event.data };
  return signedCall(ctx, event.id, secret, content, { url: subscription.url, allowPrivate });
};
