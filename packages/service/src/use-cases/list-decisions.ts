import { decisionCursor } from '@plumbline/store';
import { z } from 'zod';
import { businessIdSchema, pageInput, pageOf } from '../business.ts';
import type { Call } from '../context.ts';
import { keptDecisionSchema, keptDecisionView } from '../decide/decision-view.ts';
import { parseInput } from '../parse-input.ts';
import { readIn } from '../scope.ts';
import { inUtc, sinceSchema } from '../since.ts';

export const listDecisionsInput = z.strictObject({
  business: businessIdSchema,
  ...pageInput,
  since: sinceSchema,
});
export const decisionPageSchema = pageOf(keptDecisionSchema).meta({ id: 'DecisionPage' });

/** Decisions, oldest first, without content. Needs `read`. */
export const listDecisions = async ({
  ctx,
  input,
}: Call<z.input<typeof listDecisionsInput>>): Promise<z.infer<typeof decisionPageSchema>> => {
  const { business, limit, after, since } = parseInput(listDecisionsInput, input);
  return readIn(ctx, business, 'read', async (view) => {
    const found = await view.decisions({ limit, after, since: inUtc(since) });
    const items = [];
    for (const decision of found) {
      const needs = decision.answer.kind === 'needs-human';
      const approval = needs ? ((await view.approvalOf(decision.id)) ?? null) : null;
      items.push(keptDecisionView(ctx, { decision, approval }));
    }
    const last = found.length < limit ? undefined : found.at(-1);
    return { items, next: last === undefined ? null : decisionCursor(last) };
  });
};
