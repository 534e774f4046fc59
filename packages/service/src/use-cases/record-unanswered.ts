import { decisionRequestSchema } from '@plumbline/core';
import { z } from 'zod';
import { audit } from '../audit.ts';
import { businessIdSchema } from '../business.ts';
import type { Call } from '../context.ts';
import { type Item, work } from '../decide/engine.ts';
import type { Recorded } from '../decide/record.ts';
import { parseInput } from '../parse-input.ts';
import { Problem } from '../problem.ts';
import { changeIn } from '../scope.ts';

const actionSchema = z
  .strictObject({
    id: z.string().min(1).max(200).meta({ description: 'Names it: told again, it is the same one.' }),
    at: z.iso.datetime({ offset: true }).meta({ description: 'When it went.' }),
    why: z.string().max(500).meta({ description: 'Why there was no answer.' }),
    request: decisionRequestSchema.omit({ content: true }),
  })
  .meta({ id: 'UnansweredAction', description: 'Something that was done without an answer.' });

export const unansweredBodySchema = z
  .strictObject({ actions: z.array(actionSchema).min(1).max(1000) })
  .meta({ id: 'RecordUnanswered' });

export const unansweredRecordedSchema = z
  .object({
    recorded: z.int().meta({ description: 'New ones; those that were there already are not counted.' }),
  })
  .meta({ id: 'UnansweredRecorded' });

export const recordUnansweredInput = unansweredBodySchema.extend({ business: businessIdSchema });

type Action = z.output<typeof actionSchema>;

/** Beside the key of the question itself, which may have been answered after all when nobody waited any more. */
const keyOf = ({ id }: Action): string => `unanswered/${id}`;

/** As a decision that allowed nothing, and happened: what the promises say of it now, and a contact that counts. */
const recordedOf = ({ decision }: Recorded, { at, why }: Action): Recorded => ({
  approval: null,
  decision: {
    ...decision,
    answer: {
      ...decision.answer,
      kind: 'error',
      message: `It went ahead without an answer at ${at} (${why}). Asked now, the answer would be \`${decision.answer.kind}\`.`,
    },
    contact: decision.contact === 'none' ? 'none' : 'used',
  },
});

/**
 * Writes down what was done while no answer could be had, each once, so that it stands in the log and counts for the
 * limits of its recipient. Needs `decide`.
 */
export const recordUnanswered = async ({
  ctx,
  input,
}: Call<z.input<typeof recordUnansweredInput>>): Promise<z.infer<typeof unansweredRecordedSchema>> => {
  const { business, actions } = parseInput(recordUnansweredInput, input);
  return changeIn(ctx, business, 'decide', async (tx) => {
    const before = await tx.decisionsByKey(actions.map(keyOf));
    const known = new Set(before.map((each) => each.idempotencyKey));
    const fresh = [...new Map(actions.map((each) => [keyOf(each), each])).values()].filter(
      (each) => !known.has(keyOf(each)),
    );
    const items = fresh.map(
      (each): Item => ({
        request: each.request,
        idempotencyKey: keyOf(each),
        approval: null,
        actor: ctx.actor.id,
      }),
    );
    const { outcomes } = await work(ctx, tx, business, items);
    const decisions = outcomes.flatMap((outcome, at) => {
      const action = fresh[at];
      if (outcome instanceof Problem) throw outcome;
      return action === undefined ? [] : [recordedOf(outcome, action).decision];
    });
    if (decisions.length > 0) {
      await tx.addDecisions(decisions);
      await audit(ctx, tx, 'unanswered.record', business, { actions: decisions.length });
    }
    return { recorded: decisions.length };
  });
};
