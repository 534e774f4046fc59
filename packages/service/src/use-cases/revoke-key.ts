import { installation, type StoreTransaction } from '@plumbline/store';
import { z } from 'zod';
import { audit } from '../audit.ts';
import { businessIdSchema } from '../business.ts';
import { type Call, now } from '../context.ts';
import { parseInput } from '../parse-input.ts';
import { notFound } from '../problem.ts';
import { changeIn, mustBeAdmin } from '../scope.ts';

export const revokeKeyInput = z.strictObject({
  business: businessIdSchema.nullable(),
  id: z.string().min(1).max(200),
});

/** Revokes a key at once and for good. Needs an admin key. One that is revoked already is not found. */
export const revokeKey = async ({ ctx, input }: Call<z.input<typeof revokeKeyInput>>): Promise<void> => {
  mustBeAdmin(ctx);
  const { business, id } = parseInput(revokeKeyInput, input);
  const revoke = async (tx: StoreTransaction): Promise<void> => {
    if (!(await tx.revokeKey(id, now(ctx)))) throw notFound('key');
    await audit(ctx, tx, 'key.revoke', id);
  };
  if (business === null) await ctx.store.transaction(installation, revoke);
  else await changeIn(ctx, business, 'admin', revoke);
};
