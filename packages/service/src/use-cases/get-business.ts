import { z } from 'zod';
import { type BusinessView, businessIdSchema } from '../business.ts';
import type { Call } from '../context.ts';
import { parseInput } from '../parse-input.ts';
import { readIn } from '../scope.ts';

export const getBusinessInput = z.strictObject({ business: businessIdSchema });

/** One business. Needs `read`. */
export const getBusiness = async ({
  ctx,
  input,
}: Call<z.input<typeof getBusinessInput>>): Promise<BusinessView> => {
  const { business } = parseInput(getBusinessInput, input);
  return readIn(ctx, business, 'read', async (_, found) => found);
};
