import type { Claim } from '@plumbline/store';
import type { Context } from '../context.ts';
import { changeIn } from '../scope.ts';

/** Milliseconds after which a claim that nobody renews is taken for left behind. */
const lease = 30_000;

export const leaseEnd = (ctx: Context): string => new Date(ctx.clock().getTime() + lease).toISOString();

/** Renews a claim from time to time, as long as `work` runs. */
export const underLease = async <T>(
  ctx: Context,
  business: string,
  claim: Claim,
  work: () => Promise<T>,
): Promise<T> => {
  const renew = (): void => {
    changeIn(ctx, business, 'write', async (tx) => {
      // Whoever cleared it away takes us for dead: it must not come back.
      if (await tx.removeClaim(claim.id)) await tx.putClaim({ ...claim, until: leaseEnd(ctx) });
    }).catch((error: unknown) =>
      ctx.log.warn('claim-not-renewed', { business, error: String(error).slice(0, 200) }),
    );
  };
  const timer = setInterval(renew, lease / 3);
  timer.unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
};
