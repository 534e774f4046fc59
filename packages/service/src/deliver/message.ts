import type { Connection, Delivery, StoredApproval } from '@plumbline/store';
import { Webhook } from 'standardwebhooks';
import { editedOf } from '../approve/approval-view.ts';
import type { Context } from '../context.ts';
import type { Outgoing } from './send.ts';

/** The signed call that says how an approval ended: Standard Webhooks, so that its id tells a repeated one. */
export const messageOf = (
  ctx: Context,
  business: string,
  delivery: Delivery,
  approval: StoredApproval,
  connection: Connection,
  url: string,
): Outgoing => {
  const at = ctx.clock();
  const body = JSON.stringify({
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
  });
  const signer = new Webhook(ctx.vault.open(business, connection.id, connection.secret));
  return {
    url,
    body,
    allowPrivate: connection.allowPrivate,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'plumbline',
      'webhook-id': delivery.id,
      'webhook-timestamp': `${Math.floor(at.getTime() / 1000)}`,
      'webhook-signature': signer.sign(delivery.id, at, body),
    },
  };
};
