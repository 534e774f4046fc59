import { parseProfile, profileHash } from '@plumbline/core';
import { z } from 'zod';
import { emit } from '../alerts/emit.ts';
import { audit } from '../audit.ts';
import { businessIdSchema } from '../business.ts';
import { type Call, now } from '../context.ts';
import { evaluationSchema, matrixHref } from '../flow.ts';
import { parseInput } from '../parse-input.ts';
import { Problem } from '../problem.ts';
import { profileVersionSchema } from '../profile.ts';
import { changeIn } from '../scope.ts';

export const putProfileInput = z.strictObject({
  business: businessIdSchema,
  profile: z.unknown(),
  ifMatch: z.string().max(1000).optional().meta({ description: 'The `If-Match` header as it was sent.' }),
  ifNoneMatch: z.string().max(1000).optional().meta({ description: 'The `If-None-Match` header, likewise.' }),
});

export const putProfileResult = profileVersionSchema
  .omit({ profile: true })
  .extend({ evaluation: evaluationSchema })
  .meta({ id: 'PutProfileResult' });
export type PutProfileResult = z.infer<typeof putProfileResult> & {
  readonly outcome: 'created' | 'updated' | 'unchanged';
};

/** Does a list of entity tags name the current one? Weak tags never match. */
const matches = (ifMatch: string, etag: string | undefined): boolean =>
  etag !== undefined && ifMatch.split(',').some((each) => ['*', etag].includes(each.trim()));

/**
 * Adds a version of the values profile; the same profile again adds none. Needs `write`. Throws `invalid-profile` with
 * every place that is wrong, and `precondition-failed` where `ifMatch` is given and another version is current, or
 * `ifNoneMatch` and one of those is (`*`: any).
 */
export const putProfile = async ({
  ctx,
  input,
}: Call<z.input<typeof putProfileInput>>): Promise<PutProfileResult> => {
  const { business, profile: given, ifMatch, ifNoneMatch } = parseInput(putProfileInput, input);
  const result = await changeIn(ctx, business, 'write', async (tx) => {
    const parsed = parseProfile(given);
    if (!parsed.ok) {
      const first = parsed.problems[0];
      throw new Problem(
        'invalid-profile',
        first === undefined ? 'It has faults.' : `${first.path}: ${first.message}`,
        parsed.problems,
      );
    }
    const current = await tx.profile();
    if (ifMatch !== undefined && !matches(ifMatch, current?.etag)) {
      throw new Problem(
        'precondition-failed',
        current === undefined ? 'There is no profile yet.' : `The current version is ${current.etag}.`,
      );
    }
    if (ifNoneMatch !== undefined && matches(ifNoneMatch, current?.etag)) {
      throw new Problem('precondition-failed', `There is a profile: version ${current?.etag}.`);
    }
    const hash = profileHash(parsed.profile, ctx.hash);
    if (current !== undefined && current.hash === hash)
      return { outcome: 'unchanged' as const, kept: current };
    const kept = await tx.addProfile({
      hash,
      profile: parsed.profile,
      createdAt: now(ctx),
      createdBy: ctx.actor.id,
    });
    await emit(ctx, tx, [
      {
        type: 'profile.changed',
        key: `v${kept.version}`,
        data: { version: kept.version, hash, name: kept.profile.name, before: current?.version ?? null },
      },
    ]);
    await audit(ctx, tx, 'profile.put', `v${kept.version}`, { hash });
    return { outcome: current === undefined ? ('created' as const) : ('updated' as const), kept };
  });
  ctx.wake(business);
  if (result.outcome !== 'unchanged') ctx.tend(business);
  const { profile: _, ...version } = result.kept;
  return {
    ...version,
    outcome: result.outcome,
    evaluation: { state: 'pending', href: matrixHref(business) },
  };
};
