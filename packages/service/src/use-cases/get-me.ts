import { installation } from '@plumbline/store';
import { z } from 'zod';
import { businessSchema } from '../business.ts';
import type { Context } from '../context.ts';
import { keySchema } from '../key.ts';

export const meSchema = z
  .object({
    key: keySchema.pick({ id: true, name: true, scopes: true }),
    business: businessSchema
      .pick({ id: true, name: true })
      .nullable()
      .meta({ description: 'The business the key is bound to; null for an admin key.' }),
  })
  .meta({ id: 'Me', description: 'Who a key is.' });

/** The key that asks and the business it is bound to. Any key may ask. */
export const getMe = async ({ ctx }: { readonly ctx: Context }): Promise<z.infer<typeof meSchema>> => {
  const { id, name, scope, scopes } = ctx.actor;
  const found =
    scope === installation ? undefined : await ctx.store.read(scope, async (view) => view.business());
  return {
    key: { id, name, scopes: [...scopes] },
    business: found === undefined ? null : { id: found.id, name: found.name },
  };
};
