import { answerKindSchema, parseProfile, profileHash, standings } from '@plumbline/core';
import type { ProfileVersion } from '@plumbline/store';
import { z } from 'zod';
import { businessIdSchema } from '../business.ts';
import { type Call, now } from '../context.ts';
import { parseInput } from '../parse-input.ts';
import { previewDecisions } from '../preview/decisions.ts';
import { previewFlows } from '../preview/flows.ts';
import { sentencesOf } from '../preview/sentences.ts';
import { Problem } from '../problem.ts';

export const previewProfileInput = z.strictObject({
  business: businessIdSchema,
  profile: z.unknown(),
  days: z.coerce
    .number()
    .int()
    .min(1)
    .max(366)
    .default(30)
    .meta({ description: 'Decisions of so many last days are asked again.' }),
});

const counts = z.record(answerKindSchema, z.int());

export const previewSchema = z
  .object({
    summary: z.array(z.string()).meta({ description: 'What would change, in sentences.' }),
    flows: z.object({
      total: z.int(),
      changed: z.array(
        z.object({
          source: z.string(),
          id: z.string(),
          name: z.string(),
          before: z.enum(standings),
          after: z.enum(standings),
        }),
      ),
    }),
    decisions: z.object({
      days: z.int(),
      total: z.int(),
      compared: z.int(),
      contentGone: z.int().meta({ description: 'Not compared, because their content is not kept any more.' }),
      before: counts,
      after: counts,
      changes: z.array(
        z.object({
          before: answerKindSchema,
          after: answerKindSchema,
          count: z.int(),
          because: z.array(z.string()).meta({ description: 'The most frequent reasons, in your own words.' }),
          examples: z.array(z.string()).meta({ description: 'Ids of a few of these decisions.' }),
        }),
      ),
    }),
  })
  .meta({ id: 'ProfilePreview' });
export type ProfilePreview = z.infer<typeof previewSchema>;

/**
 * What a profile would change if it were put: standings of flows, and answers of the last days. Keeps nothing. Needs
 * `read`. Throws `invalid-profile`.
 */
export const previewProfile = async ({
  ctx,
  input,
}: Call<z.input<typeof previewProfileInput>>): Promise<ProfilePreview> => {
  const { business, profile: given, days } = parseInput(previewProfileInput, input);
  const draft = (): ProfileVersion => {
    const parsed = parseProfile(given);
    if (!parsed.ok) {
      const first = parsed.problems[0];
      throw new Problem(
        'invalid-profile',
        first === undefined ? 'It has faults.' : `${first.path}: ${first.message}`,
        parsed.problems,
      );
    }
    const hash = profileHash(parsed.profile, ctx.hash);
    return { version: 0, hash, etag: '', profile: parsed.profile, createdAt: now(ctx), createdBy: '' };
  };
  const { flows, version } = await previewFlows(ctx, business, draft);
  const decisions = await previewDecisions(ctx, business, version, days);
  return { summary: [...sentencesOf(flows, decisions)], flows, decisions };
};
