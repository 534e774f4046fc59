import { installation } from '@plumbline/store';
import { z } from 'zod';
import { audit } from '../audit.ts';
import { businessIdSchema } from '../business.ts';
import type { Call } from '../context.ts';
import { parseInput } from '../parse-input.ts';
import { notFound } from '../problem.ts';
import { mustBeAdmin } from '../scope.ts';

export const deleteBusinessInput = z.strictObject({ business: businessIdSchema });

/** Deletes a business with its profile, keys, flows and findings. Its audit trail stays. Needs an admin key. */
export const deleteBusiness = async ({
  ctx,
  input,
}: Call<z.input<typeof deleteBusinessInput>>): Promise<void> => {
  mustBeAdmin(ctx);
  const { business } = parseInput(deleteBusinessInput, input);
  if (business === installation) throw notFound('business');
  await ctx.store.transaction(business, async (tx) => {
    if (!(await tx.deleteBusiness())) throw notFound('business');
    await audit(ctx, tx, 'business.delete', business);
  });
};
