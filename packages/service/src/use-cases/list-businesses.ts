import { installation } from '@plumbline/store';
import { z } from 'zod';
import { businessSchema, pageInput, pageOf } from '../business.ts';
import type { Call } from '../context.ts';
import { parseInput } from '../parse-input.ts';
import { mustBeAdmin } from '../scope.ts';

export const listBusinessesInput = z.strictObject(pageInput);
export const businessPageSchema = pageOf(businessSchema).meta({ id: 'BusinessPage' });

/** Businesses by id. An admin key sees all of them; any other key the one it is bound to. */
export const listBusinesses = async ({
  ctx,
  input,
}: Call<z.input<typeof listBusinessesInput>>): Promise<z.infer<typeof businessPageSchema>> => {
  const { limit, after } = parseInput(listBusinessesInput, input);
  if (ctx.actor.scope !== installation) {
    const own = await ctx.store.read(ctx.actor.scope, (view) => view.business());
    return { items: own === undefined ? [] : [own], next: null };
  }
  mustBeAdmin(ctx);
  const items = [...(await ctx.store.listBusinesses({ limit, after }))];
  return { items, next: items.length < limit ? null : (items.at(-1)?.id ?? null) };
};
