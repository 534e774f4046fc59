import { installation } from '@plumbline/store';
import { z } from 'zod';
import { businessIdSchema } from '../business.ts';
import type { Call } from '../context.ts';
import { keySchema, keyView } from '../key.ts';
import { parseInput } from '../parse-input.ts';
import { mustBeAdmin, readIn } from '../scope.ts';

export const listKeysInput = z.strictObject({ business: businessIdSchema.nullable() });
export const keyListSchema = z.object({ items: z.array(keySchema) }).meta({ id: 'KeyList' });

/** The keys of a business, or with null the admin keys; revoked ones included. Needs an admin key. */
export const listKeys = async ({
  ctx,
  input,
}: Call<z.input<typeof listKeysInput>>): Promise<z.infer<typeof keyListSchema>> => {
  mustBeAdmin(ctx);
  const { business } = parseInput(listKeysInput, input);
  const keys =
    business === null
      ? await ctx.store.read(installation, (view) => view.keys())
      : await readIn(ctx, business, 'admin', (view) => view.keys());
  return { items: keys.map(keyView) };
};
