import { canonical } from '@plumbline/core';
import type { Outcome } from '@plumbline/store';
import { z } from 'zod';
import { businessIdSchema } from '../business.ts';
import { type Call, type Context, now } from '../context.ts';
import { parseInput } from '../parse-input.ts';
import { Problem } from '../problem.ts';
import { changeIn } from '../scope.ts';

const name = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)?$/;

export const outcomeBodySchema = z
  .strictObject({
    id: z.string().min(1).max(200).optional().meta({
      description: 'Names this outcome: recorded again, it is the same one. Else what it says names it.',
    }),
    indicator: z
      .string()
      .max(160)
      .regex(name, 'small letters, digits and dashes, e.g. retention, or customer-intimacy/thank-you-notes')
      .meta({
        description: 'A known indicator, or one of your own as `<value>/<name>`.',
        example: 'retention',
      }),
    value: z.number(),
    at: z.iso.datetime({ offset: true }),
    flow: z.strictObject({ source: z.string().min(1).max(100), id: z.string().min(1).max(200) }).optional(),
    decision: z.string().min(1).max(200).optional().meta({ description: 'Id of the decision it came from.' }),
  })
  .meta({ id: 'RecordOutcome' });

export const recordedSchema = z
  .object({
    recorded: z.int().meta({ description: 'New ones; those that were there already are not counted.' }),
    ids: z.array(z.string()),
  })
  .meta({ id: 'Recorded' });

export const recordOutcomesInput = z.strictObject({
  business: businessIdSchema,
  outcomes: z.array(outcomeBodySchema).min(1).max(1000),
});

const keptOf = (ctx: Context, business: string, given: z.output<typeof outcomeBodySchema>): Outcome => {
  const { id, indicator, value, at, flow, decision } = given;
  const said = {
    indicator,
    value,
    at: new Date(at).toISOString(),
    flow: flow ?? null,
    decision: decision ?? null,
  };
  return {
    id: id ?? `out_${ctx.vault.pseudonym(business, canonical(said)).slice(0, 32)}`,
    ...said,
    recordedAt: now(ctx),
  };
};

const contentOf = ({ recordedAt: _, ...said }: Outcome): string => canonical(said);

/** Records readings of indicators, all or none. Needs `decide`. Throws `idempotency-conflict` for an id with other content. */
export const recordOutcomes = async ({
  ctx,
  input,
}: Call<z.input<typeof recordOutcomesInput>>): Promise<z.infer<typeof recordedSchema>> => {
  const { business, outcomes } = parseInput(recordOutcomesInput, input);
  return changeIn(ctx, business, 'decide', async (tx) => {
    const given = outcomes.map((each) => keptOf(ctx, business, each));
    const known = new Map(
      (await tx.outcomesById(given.map((each) => each.id))).map((each) => [each.id, each]),
    );
    const fresh: Outcome[] = [];
    for (const [at, outcome] of given.entries()) {
      const before = known.get(outcome.id);
      if (before === undefined) {
        known.set(outcome.id, outcome);
        fresh.push(outcome);
      } else if (contentOf(before) !== contentOf(outcome)) {
        throw new Problem('idempotency-conflict', 'This id stands for another outcome.', [
          { path: `outcomes[${at}].id`, message: 'stands for another outcome' },
        ]);
      }
    }
    await tx.addOutcomes(fresh);
    return { recorded: fresh.length, ids: given.map((each) => each.id) };
  });
};
