import type { Claim, ClaimedFlow, FlowHead, StoreTransaction, Trouble } from '@plumbline/store';
import { audit } from '../audit.ts';
import { type Context, now } from '../context.ts';
import { subjectOf } from '../questions.ts';

/** A flow against which so much speaks is parked. */
export const mostBlame = 6;

/**
 * What speaks against a flow whenever judging does not come to an end with it. A worker that is gone may have been ended
 * by anybody, again and again; a thread that hangs says by itself with which flow.
 */
const weights = { suspected: 1, seen: 2 } as const;

export type Troubles = ReadonlyMap<string, Trouble>;

const keyOf = ({ source, id }: { readonly source: string; readonly id: string }): string =>
  JSON.stringify([source, id]);

export const troublesOf = (list: readonly Trouble[]): Troubles =>
  new Map(list.map((trouble) => [keyOf(trouble), trouble]));

/** What speaks against this flow as it stands. */
export const blameOf = (troubles: Troubles, flow: Pick<ClaimedFlow, 'source' | 'id' | 'closure'>): number => {
  const known = troubles.get(keyOf(flow));
  return known?.closure === flow.closure ? known.times : 0;
};

/** Notes that whoever judged these flows did not get to an end with them. Gives the troubles as they are now. */
export const blame = async (
  tx: StoreTransaction,
  troubles: Troubles,
  flows: readonly Pick<ClaimedFlow, 'source' | 'id' | 'closure'>[],
  how: keyof typeof weights = 'suspected',
): Promise<Troubles> => {
  const after = new Map(troubles);
  for (const flow of flows) {
    const { source, id, closure } = flow;
    const before = blameOf(troubles, flow);
    // In company each is only one of many: that is counted once, whatever happens to the others.
    const times = flows.length > 1 ? Math.max(before, weights[how]) : before + weights[how];
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
export const park = async (ctx: Context, tx: StoreTransaction, head: FlowHead): Promise<void> => {
  const error =
    'Judging this flow did not come to an end, again and again: it takes too long or too much memory, or it ends the worker.';
  await tx.putReadings([{ ...subjectOf(head), result: { ok: false, error }, at: now(ctx) }]);
  await tx.removeTroubles([head]);
  await audit(ctx, tx, 'flow.park', `${head.source}/${head.id}`);
  ctx.log.error('flow-parked', { source: head.source, flow: head.id });
};
