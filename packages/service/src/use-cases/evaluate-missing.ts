import {
  type Claim,
  type FlowHead,
  type ProfileVersion,
  StoreError,
  type StoreTransaction,
} from '@plumbline/store';
import { z } from 'zod';
import { businessIdSchema } from '../business.ts';
import { type Call, type Context, now } from '../context.ts';
import { type Gathered, gather, isOutdated, keep, readAnew } from '../evaluate.ts';
import type { Judged } from '../judge-flow.ts';
import { parseInput } from '../parse-input.ts';
import { subjectText, wantedBy } from '../questions.ts';
import { type Choice, choose, standingOf } from '../reconcile/choose.ts';
import { type Judge, type JudgeResult, judgeHere } from '../reconcile/judge.ts';
import { leaseEnd, underLease } from '../reconcile/lease.ts';
import {
  blame,
  blameOf,
  clearAway,
  mostBlame,
  park,
  type Troubles,
  troublesOf,
} from '../reconcile/trouble.ts';
import { changeIn, readIn } from '../scope.ts';
import { noteEvaluations } from '../trail/note.ts';

export const evaluateMissingInput = z.strictObject({
  business: businessIdSchema,
  limit: z.int().min(1).max(1000).default(100).meta({ description: 'At most so many flows.' }),
  after: z.string().max(2000).optional().meta({ description: '`next` of the chunk before.' }),
});

export interface Evaluated {
  readonly judged: number;
  /** Of those, how many had an error of ours; it is kept with the flow and stops no other. */
  readonly failed: number;
  /** Where the next chunk begins; null after the last one. */
  readonly next: string | null;
  /** Something before that place needs to be looked at again. */
  readonly again: boolean;
  /** Others that lie behind what another worker is judging: to be looked at again before long. */
  readonly leftToOthers: boolean;
  /** Judging did not come to the end of this chunk: the rest of it is still missing. */
  readonly cut: boolean;
}

/** Who judges, and with whom. */
export interface Worker {
  readonly id: string;
  readonly judge: Judge;
  /** No other worker has these data: what another one claimed was left behind. */
  readonly alone: boolean;
  /** Hears where the next chunk begins before this one is judged, so that another worker can begin with it. */
  readonly onward: (next: string, again: boolean) => Promise<void>;
}

interface Found extends Choice {
  readonly profile: ProfileVersion | undefined;
  readonly wanted: string;
  readonly left: readonly Claim[];
  readonly troubles: Troubles;
  /** A run is noted in the store as under way. */
  readonly running: boolean;
}

const hasFailed = ({ reading, answers }: Judged): boolean =>
  !reading.result.ok || answers.some((answer) => !answer.result.ok);

const find = (
  ctx: Context,
  { id, alone }: Worker,
  { business, limit, after }: z.output<typeof evaluateMissingInput>,
): Promise<Found> =>
  readIn(ctx, business, 'write', async (view) => {
    const profile = await view.profile();
    const asked = wantedBy(profile);
    const wanted = ctx.hash(JSON.stringify([asked.readers, asked.questions]));
    const claims = await view.claims();
    const at = now(ctx);
    const isLeft = (claim: Claim): boolean => claim.until <= at || (alone && claim.worker !== id);
    const left = claims.filter(isLeft);
    const others = claims.filter((claim) => !isLeft(claim) && claim.wanted === wanted);
    const size = limit + others.reduce((sum, claim) => sum + claim.flows.length, 0);
    const heads = await view.missing(asked, { limit: size, after });
    const troubles = troublesOf(await view.troubles());
    const suspects = new Set(left.flatMap((claim) => claim.flows.map(standingOf)));
    const weight = (head: FlowHead): number =>
      blameOf(troubles, head) + (suspects.has(standingOf(head)) ? 1 : 0);
    const run = await view.run();
    return {
      ...choose({ heads, full: heads.length === size }, limit, others, weight),
      profile,
      wanted,
      left,
      troubles,
      running: run !== undefined && run.endedAt === null,
    };
  });

/** Says in the store what this worker is about to judge; a suspect that did it too often is parked instead. */
const claim = (
  ctx: Context,
  business: string,
  worker: Worker,
  { chunk, wanted, left, troubles, running }: Found,
): Promise<{ readonly claim: Claim | null; readonly troubles: Troubles }> =>
  changeIn(ctx, business, 'write', async (tx) => {
    const known = await clearAway(tx, troubles, left);
    const [first] = chunk;
    if (first === undefined) return { claim: null, troubles: known };
    if (!running) await tx.beginRun(now(ctx));
    if (blameOf(known, first) >= mostBlame) {
      await park(ctx, tx, first);
      return { claim: null, troubles: known };
    }
    const made: Claim = {
      id: ctx.id('clm'),
      worker: worker.id,
      until: leaseEnd(ctx),
      wanted,
      flows: chunk.map(({ source, id, state, closure, contentHash }) => ({
        source,
        id,
        state,
        closure,
        contentHash,
      })),
    };
    await tx.putClaim(made);
    return { claim: made, troubles: known };
  });

interface Result {
  readonly gathered: Gathered;
  readonly judged: Judged;
}

/** Results of flows that still are what was judged. Where only step ids changed, the closure is the same. */
const current = async (tx: StoreTransaction, results: readonly Result[]): Promise<readonly Result[]> => {
  const kept = results.map(({ gathered }) => gathered.task.kept);
  const stored = new Map<string, string>();
  for (const source of new Set(kept.map((each) => each.source))) {
    const ids = kept.filter((each) => each.source === source).map(({ id }) => id);
    for (const { id, state, contentHash } of await tx.heads(source, [...new Set(ids)]))
      stored.set(JSON.stringify([source, id, state]), contentHash);
  }
  return results.filter(({ gathered }) => {
    const { source, id, state, contentHash } = gathered.task.kept;
    return stored.get(JSON.stringify([source, id, state])) === contentHash;
  });
};

const keepResults = async (
  ctx: Context,
  tx: StoreTransaction,
  made: Claim,
  troubles: Troubles,
  outdated: readonly FlowHead[],
  all: readonly Gathered[],
  { judged, lost }: JudgeResult,
): Promise<void> => {
  await tx.removeClaim(made.id);
  await readAnew(ctx, tx, outdated);
  const tasks = all.map(({ task }) => task);
  const results = all.slice(0, judged.length).flatMap((gathered, at): readonly Result[] => {
    const own = judged[at];
    return own === undefined ? [] : [{ gathered, judged: own }];
  });
  const still = await current(tx, results);
  await keep(
    tx,
    still.map((each) => each.judged),
  );
  const known = new Map(
    still.map(({ gathered: { before }, judged: { reading, answers } }) => [
      subjectText(reading),
      { reading, answers: [...before, ...answers] },
    ]),
  );
  await noteEvaluations(
    ctx,
    tx,
    tasks.map(({ kept }) => kept),
    known,
  );
  await tx.removeTroubles(
    tasks.slice(0, judged.length).flatMap(({ kept }) => (blameOf(troubles, kept) > 0 ? [kept] : [])),
  );
  await tx.advanceRun(now(ctx), judged.length);
  if (lost === null) return;
  const after = await blame(tx, troubles, [lost.kept], 'seen');
  if (blameOf(after, lost.kept) >= mostBlame) await park(ctx, tx, lost.kept);
};

/** Notes the end of the run where nothing is missing any more. `onward`: where this line of turns goes on. */
const endRun = async (ctx: Context, business: string, onward: string | null): Promise<void> => {
  const done = await readIn(ctx, business, 'write', async (view) => {
    const run = await view.run();
    if (run === undefined || run.endedAt !== null) return false;
    // The last one to let go sees to it.
    if ((await view.claims()).length > 0) return false;
    const asked = wantedBy(await view.profile());
    const isMissing = async (after?: string): Promise<boolean> =>
      (await view.missing(asked, { limit: 1, after })).length > 0;
    // Right behind is looked first: as long as there is more to do, that is quickly found.
    if (onward !== null && (await isMissing(onward))) return false;
    return !(await isMissing());
  });
  if (done) await changeIn(ctx, business, 'write', (tx) => tx.endRun(now(ctx)));
};

/**
 * Judges flows of a business that lack findings, a chunk at a time. Needs `write`. A chunk that cannot be judged or kept
 * is blamed on its flows, which are judged one by one from then on, and parked in the end: it stops no others.
 */
export const evaluateMissing = async ({
  ctx,
  input,
  worker = { id: ctx.actor.id, judge: judgeHere(ctx), alone: false, onward: async () => undefined },
}: Call<z.input<typeof evaluateMissingInput>> & { readonly worker?: Worker }): Promise<Evaluated> => {
  const given = parseInput(evaluateMissingInput, input);
  const { business } = given;
  const found = await find(ctx, worker, given);
  const { chunk, onward } = found;
  const outdated = chunk.filter(isOutdated);
  const again = outdated.length > 0 || found.passedOver;
  const { leftToOthers } = found;
  const none = { judged: 0, failed: 0, next: onward, again, leftToOthers, cut: false };
  if (onward !== null) await worker.onward(onward, again);
  if (chunk.length === 0 && found.left.length === 0) {
    if (onward === null && found.running) await endRun(ctx, business, null);
    return none;
  }
  const { claim: made, troubles } = await claim(ctx, business, worker, found);
  if (made === null) {
    await endRun(ctx, business, onward);
    return none;
  }
  const fresh = chunk.filter((head) => !isOutdated(head));
  try {
    const { judged, lost } = await underLease(ctx, business, made, async () => {
      const all = await readIn(ctx, business, 'write', (view) => gather(view, fresh, found.profile));
      const result = await worker.judge(all.map(({ task }) => task));
      await changeIn(ctx, business, 'write', (tx) =>
        keepResults(ctx, tx, made, troubles, outdated, all, result),
      );
      ctx.tend(business);
      return result;
    });
    await endRun(ctx, business, onward);
    const failed = judged.filter(hasFailed).length;
    if (failed > 0) ctx.log.error('flows-not-judged', { business, failed });
    return { judged: judged.length, failed, next: onward, again, leftToOthers, cut: lost !== null };
  } catch (error) {
    await changeIn(ctx, business, 'write', async (tx) => {
      const mine = await tx.removeClaim(made.id);
      // A store that is away is nobody's fault; anything else may be the doing of one of these flows.
      if (mine && !(error instanceof StoreError)) await blame(tx, troubles, made.flows);
    }).catch(() => undefined);
    throw error;
  }
};
