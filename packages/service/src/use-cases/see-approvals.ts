import { z } from 'zod';
import { editedOf } from '../approve/approval-view.ts';
import { businessIdSchema } from '../business.ts';
import { type Call, now } from '../context.ts';
import { contentSchema } from '../decide/content.ts';
import { approvalStateSchema, stateNow } from '../decide/decision-view.ts';
import { parseInput } from '../parse-input.ts';
import { mayIn, readIn } from '../scope.ts';
import { foundDecision } from './get-decision.ts';

export const seeApprovalsBodySchema = z
  .strictObject({ ids: z.array(z.string().min(1).max(200)).min(1).max(1000) })
  .meta({ id: 'SeeApprovals' });

const endSchema = z
  .object({
    id: z.string(),
    decision: z.string(),
    state: approvalStateSchema,
    until: z.iso.datetime(),
    answeredBy: z.string().nullable(),
    comment: z.string().nullable(),
    edited: contentSchema.nullable().meta({ description: 'What goes out instead.' }),
  })
  .meta({ id: 'ApprovalEnd', description: 'How an approval stands, for whoever waits for it.' });

export const approvalEndsSchema = z
  .object({ approvals: z.array(endSchema) })
  .meta({ id: 'ApprovalEnds', description: 'Those that were found.' });

export const seeApprovalsInput = seeApprovalsBodySchema.extend({ business: businessIdSchema });

/** How approvals stand now. With `read` any of the business, with `decide` those of one's own questions. */
export const seeApprovals = async ({
  ctx,
  input,
}: Call<z.input<typeof seeApprovalsInput>>): Promise<z.infer<typeof approvalEndsSchema>> => {
  const { business, ids } = parseInput(seeApprovalsInput, input);
  const any = ctx.actor.scopes.includes('read') || ctx.actor.scopes.includes('admin');
  const scope = any ? 'read' : 'decide';
  mayIn(ctx, business, scope);
  return readIn(ctx, business, scope, async (view) => {
    const approvals = [];
    for (const id of new Set(ids)) {
      const approval = await view.approval(id);
      if (approval === undefined) continue;
      if (!any && (await foundDecision(view, approval.decision)).actor !== ctx.actor.id) continue;
      approvals.push({
        id,
        decision: approval.decision,
        state: stateNow(approval.state, approval.until, now(ctx)),
        until: approval.until,
        answeredBy: approval.answeredBy,
        comment: approval.comment,
        edited: editedOf(ctx, business, approval),
      });
    }
    return { approvals };
  });
};
