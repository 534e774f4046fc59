import type { StoredDecision, StoreView } from '@plumbline/store';
import { z } from 'zod';
import { businessIdSchema } from '../business.ts';
import type { Call } from '../context.ts';
import { type KeptDecisionView, keptDecisionView } from '../decide/decision-view.ts';
import { parseInput } from '../parse-input.ts';
import { notFound } from '../problem.ts';
import { readIn } from '../scope.ts';

export const decisionAddress = { business: businessIdSchema, decision: z.string().min(1).max(200) };
export const getDecisionInput = z.strictObject(decisionAddress);

export const foundDecision = async (view: StoreView, id: string): Promise<StoredDecision> => {
  const decision = await view.decision(id);
  if (decision === undefined) throw notFound('decision');
  return decision;
};

/** A decision as it was made, without content. Needs `read`. */
export const getDecision = async ({
  ctx,
  input,
}: Call<z.input<typeof getDecisionInput>>): Promise<KeptDecisionView> => {
  const { business, decision: id } = parseInput(getDecisionInput, input);
  return readIn(ctx, business, 'read', async (view) => {
    const decision = await foundDecision(view, id);
    const approval = (await view.approvalOf(id)) ?? null;
    return keptDecisionView(ctx, { decision, approval });
  });
};
