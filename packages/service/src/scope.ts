import {
  type Business,
  installation,
  type KeyScope,
  type StoreTransaction,
  type StoreView,
} from '@plumbline/store';
import type { Context } from './context.ts';
import { notFound, Problem } from './problem.ts';

const isAdmin = (ctx: Context): boolean =>
  ctx.actor.scope === installation && ctx.actor.scopes.includes('admin');

/** Whoever may write may answer, too. */
const covers = (held: KeyScope, scope: KeyScope): boolean =>
  held === scope || (held === 'write' && scope === 'answer');

/** Throws unless the actor may do this in this business. A business it is not bound to is not found, never forbidden. */
export const mayIn = (ctx: Context, business: string, scope: KeyScope): void => {
  if (business === installation) throw notFound('business');
  if (isAdmin(ctx)) return;
  if (ctx.actor.scope !== installation && ctx.actor.scope !== business) throw notFound('business');
  if (!ctx.actor.scopes.some((held) => covers(held, scope)))
    throw new Problem('forbidden', `This needs the scope \`${scope}\`.`);
};

/** Throws unless the actor is an admin of the whole installation. */
export const mustBeAdmin = (ctx: Context): void => {
  if (!isAdmin(ctx)) throw new Problem('forbidden', 'This needs an admin key.');
};

/** Throws unless the actor is an admin, or stands on this very machine. */
export const mayReadMetrics = (ctx: Context): void => {
  if (ctx.actor.id !== 'loopback') mustBeAdmin(ctx);
};

const existing = async (view: StoreView): Promise<Business> => {
  const business = await view.business();
  if (business === undefined) throw notFound('business');
  return business;
};

/** Reads in a business, after the actor's scope and the business itself have been checked. */
export const readIn = async <T>(
  ctx: Context,
  business: string,
  scope: KeyScope,
  work: (view: StoreView, business: Business) => Promise<T>,
): Promise<T> => {
  mayIn(ctx, business, scope);
  return ctx.store.read(business, async (view) => work(view, await existing(view)));
};

/** Changes something in a business, after the same checks. `work` records what it does with `audit`. */
export const changeIn = async <T>(
  ctx: Context,
  business: string,
  scope: KeyScope,
  work: (tx: StoreTransaction, business: Business) => Promise<T>,
): Promise<T> => {
  mayIn(ctx, business, scope);
  return ctx.store.transaction(business, async (tx) => work(tx, await existing(tx)));
};
