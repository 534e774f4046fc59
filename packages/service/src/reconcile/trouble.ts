import type { Claim, ClaimedFlow, FlowHead, StoreTransaction, Trouble } from '@plumbline/store';
import { audit } from '../audit.ts';
import { type Context, now } from '../context.ts';
import { subjectOf } from '../questions.ts';

/** A flow that ended its worker so often is parked. The first time it may have been any flow of the same chunk. */
export const mostTimes = 3;

export type Troubles = ReadonlyMap<string, Trouble>;

const keyOf = ({ source, id }: { readonly source: string; readonly id: string }): string =>
  JSON.stringify([source, id]);

export const troublesOf = (list: readonly Trouble[]): Troubles =>
  new Map(list.map((trouble) => [keyOf(trouble), trouble]));

/** How often this flow, as it stands, has ended its worker. */
export const timesOf = (troubles: Troubles, flow: Pick<ClaimedFlow, 'source' | 'id' | 'closure'>): number => {
  const known = troubles.get(keyOf(flow));
  return known?.closure === flow.closure ? known.times : 0;
};

/** Notes that whoever judged these flows did not get to an end with them. Gives the troubles as they are now. */
export const blame = async (
  tx: StoreTransaction,
  troubles: Troubles,
  flows: readonly Pick<ClaimedFlow, 'source' | 'id' | 'closure'>[],
): Promise<Troubles> => {
  const after = new Map(troubles);
  for (const flow of flows) {
    const { source, id, closure } = flow;
    // In company each is only a suspect: the first time is counted once, whatever happens to the others.
    const times = flows.length > 1 ? Math.max(timesOf(troubles, flow), 1) : timesOf(troubles, flow) + 1;
    const trouble = { source, id, closure, times };
    await tx.putTrouble(trouble);
    after.set(keyOf(flow), trouble);
  }
  return after;
};

/** Lets go of claims that were left behind, and blames their flows. */
export const clearAway = async (
  tx: StoreTransaction,
  troubles: Troubles,
  left: readonly Claim[],
): Promise<Troubles> => {
  let after = troubles;
  for (const claim of left) {
    // Of several that find it, one blames.
    if (await tx.removeClaim(claim.id)) after = await blame(tx, after, claim.flows);
  }
  return after;
};

/** Parks a flow: its error is its answer, until somebody has it tried again or it changes. */
export const park = async (
  ctx: Context,
  tx: StoreTransaction,
  head: FlowHead,
  times: number,
): Promise<void> => {
  const error = `Judging this flow did not come to an end, ${times} times: it took too long, too much memory, or ended the worker.`;
  await tx.putReadings([{ ...subjectOf(head), result: { ok: false, error }, at: now(ctx) }]);
  await tx.removeTroubles([head]);
  await audit(ctx, tx, 'flow.park', `${head.source}/${head.id}`, { times });
  ctx.log.error('flow-parked', { source: head.source, flow: head.id, times });
};
