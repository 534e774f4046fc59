import type { Context } from '../context.ts';

/** A new secret to sign calls with, as Standard Webhooks writes it. */
export const newSecret = (ctx: Pick<Context, 'random'>): string =>
  `whsec_${Buffer.from(ctx.random(32)).toString('base64')}`;
