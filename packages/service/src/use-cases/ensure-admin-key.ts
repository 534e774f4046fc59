import { installation } from '@plumbline/store';
import type { Context } from '../context.ts';
import { mustBeAdmin } from '../scope.ts';
import { addKey, type CreatedKey } from './create-key.ts';

/** On the first start: makes an admin key and gives it, once. Null where there is a live one already. */
export const ensureAdminKey = async ({ ctx }: { readonly ctx: Context }): Promise<CreatedKey | null> => {
  mustBeAdmin(ctx);
  return ctx.store.transaction(installation, async (tx) => {
    const keys = await tx.keys();
    if (keys.some((key) => key.revokedAt === null)) return null;
    return addKey(ctx, tx, { business: null, name: 'First admin key', scopes: ['admin'] });
  });
};
