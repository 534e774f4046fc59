import type { StoredApproval, StoreView } from '@plumbline/store';
import { z } from 'zod';
import {
  type ApprovalDetail,
  approvalDetail,
  approvalSchema,
  approvalView,
} from '../approve/approval-view.ts';
import { businessIdSchema, pageInput, pageOf } from '../business.ts';
import { type Call, type Context, now } from '../context.ts';
import { approvalStateSchema } from '../decide/decision-view.ts';
import { parseInput } from '../parse-input.ts';
import { notFound } from '../problem.ts';
import { readIn } from '../scope.ts';
import { foundDecision } from './get-decision.ts';

export const listApprovalsInput = z.strictObject({
  business: businessIdSchema,
  ...pageInput,
  state: approvalStateSchema.optional(),
});
export const approvalPageSchema = pageOf(approvalSchema).meta({ id: 'ApprovalPage' });

/** Approvals, oldest first, without content. Needs `read`. */
export const listApprovals = async ({
  ctx,
  input,
}: Call<z.input<typeof listApprovalsInput>>): Promise<z.infer<typeof approvalPageSchema>> => {
  const { business, limit, after, state } = parseInput(listApprovalsInput, input);
  return readIn(ctx, business, 'read', async (view) => {
    const found = await view.approvals({ limit, after, state });
    const deliveries = await view.deliveriesOf(found.map((each) => each.id));
    const items = [];
    for (const approval of found) {
      const decision = await foundDecision(view, approval.decision);
      const delivery = deliveries.find((each) => each.approval === approval.id);
      items.push(approvalView(approval, decision, delivery, now(ctx)));
    }
    return { items, next: found.length < limit ? null : (found.at(-1)?.id ?? null) };
  });
};

export const approvalAddress = { business: businessIdSchema, approval: z.string().min(1).max(200) };
export const getApprovalInput = z.strictObject(approvalAddress);

export const foundApproval = async (view: StoreView, id: string): Promise<StoredApproval> => {
  const approval = await view.approval(id);
  if (approval === undefined) throw notFound('approval');
  return approval;
};

export const detailOf = async (
  ctx: Context,
  view: StoreView,
  business: string,
  approval: StoredApproval,
): Promise<ApprovalDetail> => {
  const decision = await foundDecision(view, approval.decision);
  const [delivery] = await view.deliveriesOf([approval.id]);
  return approvalDetail(
    ctx,
    business,
    approvalView(approval, decision, delivery, now(ctx)),
    approval,
    decision,
  );
};

/** An approval with what would go out and to whom. Needs `read`. */
export const getApproval = async ({
  ctx,
  input,
}: Call<z.input<typeof getApprovalInput>>): Promise<ApprovalDetail> => {
  const { business, approval } = parseInput(getApprovalInput, input);
  return readIn(ctx, business, 'read', async (view) =>
    detailOf(ctx, view, business, await foundApproval(view, approval)),
  );
};
