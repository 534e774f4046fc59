import { z } from 'zod';
import { businessIdSchema } from '../business.ts';
import type { Call } from '../context.ts';
import { parseInput } from '../parse-input.ts';
import { Problem } from '../problem.ts';
import type { ProfileVersionView } from '../profile.ts';
import { readIn } from '../scope.ts';

export const getProfileInput = z.strictObject({
  business: businessIdSchema,
  version: z.coerce
    .number()
    .int()
    .min(1)
    .max(Number.MAX_SAFE_INTEGER)
    .optional()
    .meta({ description: 'The latest if left out.' }),
});

/** A version of the values profile. Needs `read`. */
export const getProfile = async ({
  ctx,
  input,
}: Call<z.input<typeof getProfileInput>>): Promise<ProfileVersionView> => {
  const { business, version } = parseInput(getProfileInput, input);
  return readIn(ctx, business, 'read', async (view) => {
    const kept = await view.profile(version);
    if (kept === undefined) {
      throw new Problem(
        'not-found',
        version === undefined ? 'This business has no profile yet.' : `There is no version ${version}.`,
      );
    }
    return kept;
  });
};
