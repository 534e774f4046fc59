import { z } from 'zod';
import { audit } from '../audit.ts';
import { businessIdSchema } from '../business.ts';
import type { Call } from '../context.ts';
import { newEntry, saysSchema, untilSchema } from '../oversight/entry.ts';
import { type OversightView, oversightView } from '../oversight/view.ts';
import { parseInput } from '../parse-input.ts';
import { notFound, Problem } from '../problem.ts';
import { changeIn } from '../scope.ts';

const day = 24 * 60 * 60 * 1000;

export const attestPracticeBodySchema = z
  .strictObject({
    ...saysSchema,
    until: untilSchema.optional().meta({
      description: 'When it ends; left out, and at most, as long as the profile says that it holds.',
    }),
  })
  .meta({ id: 'AttestPractice', description: 'Somebody vouches for what only people can do.' });

export const practiceAddress = z.strictObject({
  business: businessIdSchema,
  practice: z.string().min(1).max(200),
});
export const attestPracticeInput = attestPracticeBodySchema.extend(practiceAddress.shape);

/** Vouches for a practice of the profile, for as long as it says. Needs `answer`. */
export const attestPractice = async ({
  ctx,
  input,
}: Call<z.input<typeof attestPracticeInput>>): Promise<OversightView> => {
  const { business, practice, until: given, ...says } = parseInput(attestPracticeInput, input);
  return changeIn(ctx, business, 'answer', async (tx) => {
    const profile = await tx.profile();
    const known = profile?.profile.values
      .flatMap(({ commitments }) => commitments.flatMap(({ practices }) => practices))
      .find(({ id }) => id === practice);
    if (known === undefined) throw notFound('practice');
    const at = ctx.clock().getTime();
    const last = at + known.validForDays * day;
    const until = given === undefined ? last : Date.parse(given);
    if (until <= at || until > last) {
      const message = `must be in the future, ${known.validForDays} days at most`;
      throw new Problem('invalid-input', `\`until\`: ${message}.`, [{ path: 'until', message }]);
    }
    const entry = {
      ...newEntry(ctx, { ...says, until: new Date(until).toISOString() }),
      kind: 'practice' as const,
      detail: { practice },
    };
    await tx.addOversight(entry);
    await audit(ctx, tx, 'practice.attest', practice, { entry: entry.id, until: entry.until });
    return oversightView(ctx, tx, entry);
  });
};
