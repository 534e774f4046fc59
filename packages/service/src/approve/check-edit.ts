import { decide } from '@plumbline/core';
import type { StoreView } from '@plumbline/store';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import type { contentSchema } from '../decide/content.ts';
import { rejoined } from '../decide/kept-request.ts';
import { opened } from '../decide/opened.ts';
import { currentPolicy } from '../decide/policies.ts';
import { Problem } from '../problem.ts';
import { foundDecision } from '../use-cases/get-decision.ts';

/**
 * What a person puts in place of what waits is asked about as well, under the profile of today and with the counters of
 * the decision: their yes stands for a promise that wants to be asked, not for one that is set to block. Throws
 * `edit-blocked` where the new text is blocked and the old one was not.
 */
export const checkEdit = async (
  ctx: Context,
  view: StoreView,
  business: string,
  id: string,
  { by, content }: { readonly by: string; readonly content: z.output<typeof contentSchema> },
): Promise<void> => {
  const current = await currentPolicy(ctx.policies, view);
  const decision = await foundDecision(view, id);
  const before = rejoined(decision.request, opened(ctx, business, decision));
  const after = {
    ...before,
    content: { ...content, said: before.content?.said },
    facts: { ...before.facts, reviewedBy: by },
  };
  const policy = current?.policy ?? null;
  const answer = decide(policy, after, decision.context);
  if (answer.kind === 'block' && decide(policy, before, decision.context).kind !== 'block')
    throw new Problem('edit-blocked', answer.message);
};
