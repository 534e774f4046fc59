import { answerSchema } from '@plumbline/core';
import { type Delivery, deliveryStates, type StoredApproval, type StoredDecision } from '@plumbline/store';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { contentSchema } from '../decide/content.ts';
import { approvalStateSchema, stateNow } from '../decide/decision-view.ts';
import { opened } from '../decide/opened.ts';

export const approvalSchema = z
  .object({
    id: z.string(),
    decision: z.string(),
    state: approvalStateSchema,
    who: z.array(z.string()).meta({ description: 'Who may answer; empty: anybody whose key may.' }),
    until: z.iso.datetime(),
    createdAt: z.iso.datetime(),
    caller: z.string(),
    action: z.string(),
    channel: z.string().nullable(),
    message: z.string().meta({ description: 'Why it needs a person, in one sentence.' }),
    reasons: answerSchema.shape.reasons,
    answeredAt: z.iso.datetime().nullable(),
    answeredBy: z.string().nullable(),
    comment: z.string().nullable(),
    delivery: z
      .object({
        state: z.enum(deliveryStates),
        attempts: z.int(),
        lastResult: z.string().nullable(),
      })
      .nullable()
      .meta({ description: 'How the call to the resume address goes; null where none is made.' }),
  })
  .meta({ id: 'Approval' });
export type ApprovalView = z.infer<typeof approvalSchema>;

export const approvalDetailSchema = approvalSchema
  .extend({
    to: z.string().nullable().meta({ description: 'The address it goes to, while it is kept.' }),
    content: contentSchema.nullable().meta({ description: 'What would go out; null once it is not kept.' }),
    edited: contentSchema.nullable().meta({ description: 'What goes out instead.' }),
  })
  .meta({ id: 'ApprovalDetail' });
export type ApprovalDetail = z.infer<typeof approvalDetailSchema>;

export const approvalView = (
  approval: StoredApproval,
  decision: StoredDecision,
  delivery: Delivery | undefined,
  now: string,
): ApprovalView => ({
  id: approval.id,
  decision: approval.decision,
  state: stateNow(approval.state, approval.until, now),
  who: [...approval.who],
  until: approval.until,
  createdAt: approval.createdAt,
  caller: decision.request.caller,
  action: decision.request.action,
  channel: decision.request.channel ?? null,
  message: decision.answer.message,
  reasons: [...decision.answer.reasons],
  answeredAt: approval.answeredAt,
  answeredBy: approval.answeredBy,
  comment: approval.comment,
  delivery:
    delivery === undefined
      ? null
      : { state: delivery.state, attempts: delivery.attempts, lastResult: delivery.lastResult },
});

/** The edited text of an approval; null where there is none, or it is not kept any more. */
export const editedOf = (ctx: Context, business: string, approval: StoredApproval) => {
  if (approval.edited === null) return null;
  return contentSchema.parse(JSON.parse(ctx.vault.open(business, approval.id, approval.edited)));
};

export const approvalDetail = (
  ctx: Context,
  business: string,
  view: ApprovalView,
  approval: StoredApproval,
  decision: StoredDecision,
): ApprovalDetail => {
  const sealed = opened(ctx, business, decision);
  return {
    ...view,
    to: sealed?.address ?? null,
    content: sealed?.content ?? null,
    edited: editedOf(ctx, business, approval),
  };
};
