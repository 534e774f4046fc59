import type { Actor, BareContext } from '../context.ts';
import { looksLikeSecret } from '../key.ts';
import { Problem } from '../problem.ts';

/** Last use is kept to the minute, so that a busy key does not write on every request. */
const noteEvery = 60_000;

/**
 * The actor behind a secret. Throws `unauthenticated` for a missing, unknown or revoked one, in the same words. The
 * look-up is by hash, so its time says nothing about how much of a guess was right.
 */
export const authenticateKey = async ({
  ctx,
  input,
}: {
  readonly ctx: BareContext;
  readonly input: { readonly secret: string | undefined };
}): Promise<Actor> => {
  const secret = input.secret ?? '';
  const key = looksLikeSecret(secret) ? await ctx.store.findKeyByHash(ctx.hash(secret)) : undefined;
  if (key === undefined || key.revokedAt !== null)
    throw new Problem('unauthenticated', 'No valid key was sent.');
  const at = ctx.clock();
  if (key.lastUsedAt === null || at.getTime() - Date.parse(key.lastUsedAt) >= noteEvery) {
    // A store that cannot write now must not lock anybody out.
    await ctx.store
      .transaction(key.scope, (tx) => tx.noteKeyUse(key.id, at.toISOString()))
      .catch((error: unknown) => ctx.log.warn('key-use-not-noted', { key: key.id, error: String(error) }));
  }
  return { id: key.id, name: key.name, scope: key.scope, scopes: key.scopes };
};
