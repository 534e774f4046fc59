import { z } from 'zod';
import { audit } from '../audit.ts';
import { type BusinessView, slugSchema } from '../business.ts';
import { type Call, now } from '../context.ts';
import { parseInput } from '../parse-input.ts';
import { Problem } from '../problem.ts';
import { mustBeAdmin } from '../scope.ts';

export const createBusinessInput = z
  .strictObject({
    id: slugSchema
      .optional()
      .meta({ description: 'Yours to choose; made up if left out.', example: 'corner-bookshop' }),
    name: z.string().trim().min(1).max(200).meta({ example: 'The Corner Bookshop' }),
  })
  .meta({ id: 'CreateBusiness' });

/** Creates a business. Needs an admin key; an id that is taken is a `conflict`. */
export const createBusiness = async ({
  ctx,
  input,
}: Call<z.input<typeof createBusinessInput>>): Promise<BusinessView> => {
  mustBeAdmin(ctx);
  const { id = ctx.id('biz').replace('_', '-'), name } = parseInput(createBusinessInput, input);
  const createdAt = now(ctx);
  await ctx.store.transaction(id, async (tx) => {
    if (!(await tx.createBusiness({ name, createdAt }))) {
      throw new Problem('conflict', `There is a business "${id}" already.`);
    }
    await audit(ctx, tx, 'business.create', id, { name });
  });
  return { id, name, createdAt };
};
