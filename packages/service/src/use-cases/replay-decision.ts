import {
  type Answer,
  answerKindSchema,
  answerSchema,
  type CompiledPolicy,
  decide,
  rulesVersion,
} from '@plumbline/core';
import type { StoredDecision, StoreView } from '@plumbline/store';
import { z } from 'zod';
import type { Call, Context } from '../context.ts';
import { differences } from '../decide/differences.ts';
import { rejoined } from '../decide/kept-request.ts';
import { opened } from '../decide/opened.ts';
import { currentPolicy } from '../decide/policies.ts';
import { parseInput } from '../parse-input.ts';
import { Problem } from '../problem.ts';
import { readIn } from '../scope.ts';
import { decisionAddress, foundDecision } from './get-decision.ts';

export const replayDecisionInput = z.strictObject(decisionAddress);

const saidSchema = z
  .object({
    answer: answerKindSchema,
    message: z.string(),
    reasons: answerSchema.shape.reasons,
    obligations: answerSchema.shape.obligations,
    revision: z.int().nullable().meta({ description: 'Version of the profile as it was put.' }),
    same: z.boolean().meta({ description: 'The same answer as the recorded one, reasons and all.' }),
    differences: z.array(z.string()).meta({ description: 'What differs, in words.' }),
  })
  .meta({ id: 'ReplayedAnswer' });

export const replaySchema = z
  .object({
    decision: z.string(),
    recorded: z.object({ answer: answerKindSchema, message: z.string() }),
    sameRules: z.boolean().meta({ description: 'The rules have the same versions as then.' }),
    again: saidSchema.meta({ description: 'Asked again under the profile of then.' }),
    today: saidSchema.meta({
      description:
        'Asked under the profile of today, with the clock and the counters of then. A counter that was not read then is unknown.',
    }),
  })
  .meta({ id: 'Replay' });
export type Replay = z.infer<typeof replaySchema>;

/** The policy a decision rested on; null where there was no profile. */
const policyOf = async (
  ctx: Context,
  view: StoreView,
  decision: StoredDecision,
): Promise<CompiledPolicy | null> => {
  if (decision.profileVersion === null) return null;
  const kept = await view.profile(decision.profileVersion);
  if (kept === undefined) throw new Error('A profile version is gone.');
  return ctx.policies.of(kept.hash, async () => kept.profile);
};

const said = (recorded: Answer, answer: Answer, revision: number | null): z.infer<typeof saidSchema> => {
  const found = differences(recorded, answer);
  return {
    answer: answer.kind,
    message: answer.message,
    reasons: [...answer.reasons],
    obligations: [...answer.obligations],
    revision,
    same: found.length === 0,
    differences: [...found],
  };
};

/**
 * Makes a decision again from its record: under the versions of then, and under the profile of today. Keeps nothing.
 * Needs `read`. Throws `content-expired` where content is not kept any more.
 */
export const replayDecision = async ({
  ctx,
  input,
}: Call<z.input<typeof replayDecisionInput>>): Promise<Replay> => {
  const { business, decision: id } = parseInput(replayDecisionInput, input);
  return readIn(ctx, business, 'read', async (view) => {
    const decision = await foundDecision(view, id);
    if (decision.content === 'expired' || decision.content === 'erased') {
      throw new Problem('content-expired', `The content of this decision is ${decision.content}.`);
    }
    const request = rejoined(decision.request, opened(ctx, business, decision));
    const { answer: recorded, context } = decision;
    const again = decide(await policyOf(ctx, view, decision), request, context);
    const current = await currentPolicy(ctx.policies, view);
    const today = decide(current?.policy ?? null, request, context);
    return {
      decision: id,
      recorded: { answer: recorded.kind, message: recorded.message },
      sameRules: recorded.versions.rules === rulesVersion,
      again: said(recorded, again, decision.profileVersion),
      today: said(recorded, today, current?.version ?? null),
    };
  });
};
