import {
  askedOf,
  canonical,
  makeTransition,
  ownOf,
  type Snapshot,
  saidOf,
  type Transition,
} from '@plumbline/core';
import {
  type FlowHead,
  type FlowRef,
  flowCursor,
  type LastNoted,
  type NotedEntry,
  type ProfileVersion,
  type StoreTransaction,
} from '@plumbline/store';
import { announce } from '../alerts/announce.ts';
import { type Context, now } from '../context.ts';
import { isDone, type KnownOf, keptOf, overlaid } from '../judged-view.ts';
import { askedBy, subjectOf, subjectText } from '../questions.ts';
import { carriedOver } from './carry.ts';
import { type Knowing, knowingFrom } from './known.ts';
import { leaningFor } from './leaning.ts';
import { again, takenAway } from './marks.ts';
import { askedHashOf, snapshotOf } from './snapshot.ts';

type Named = Pick<FlowRef, 'source' | 'id'>;

const headsOf = async (tx: StoreTransaction, flows: readonly Named[]): Promise<readonly FlowHead[]> => {
  const heads: FlowHead[] = [];
  for (const source of [...new Set(flows.map((flow) => flow.source))].sort()) {
    const ids = flows.filter((flow) => flow.source === source).map(({ id }) => id);
    heads.push(...(await tx.heads(source, [...new Set(ids)])));
  }
  return heads;
};

interface Step {
  readonly entry: NotedEntry;
  readonly transition: Transition;
}

/** Notes that these flows are taken away. Should one come back, that is noted, whatever it is like. */
export const noteTakenAway = (tx: StoreTransaction, flows: readonly FlowRef[]): Promise<void> =>
  tx.markNoted(flows, takenAway);

/** A new evaluation, with the hashes of what it has in common with many others. */
type Evaluation = Pick<NotedEntry, 'snapshot' | 'askedHash' | 'saidHash'>;

/** Says the same as the latest entry and stands on the same. */
const isSame = (before: LastNoted, { snapshot, askedHash, saidHash }: Evaluation): boolean => {
  if (before.saidHash !== saidHash || before.askedHash === takenAway) return false;
  const was = before.snapshot;
  const alike =
    before.askedHash === askedHash ||
    (was.profile.version === snapshot.profile.version &&
      canonical(askedOf(was)) === canonical(askedOf(snapshot)));
  return alike && canonical(ownOf(was)) === canonical(ownOf(snapshot));
};

const stepFor = async (
  ctx: Context,
  head: FlowHead,
  evaluation: Evaluation,
  last: LastNoted | undefined,
  knowing: Knowing,
): Promise<Step> => {
  const { source, id, state, name } = head;
  const at = now(ctx);
  const left = last?.snapshot ?? null;
  const returned = left !== null && last?.askedHash === takenAway;
  const before = returned ? null : left;
  const entry = ctx.id('trl');
  const found = await knowing.between(head, left, evaluation.snapshot, at);
  const known = returned ? { ...found, takenAway: left } : found;
  const transition = makeTransition(entry, { source, id, state, name }, before, evaluation.snapshot, known);
  return {
    transition,
    entry: {
      ...evaluation,
      entry,
      source,
      id,
      state,
      name,
      at,
      number: (last?.number ?? 0) + 1,
      direction: transition.direction,
      harmless: transition.harmless,
      // The differences follow from the versions, which are kept.
      causes: transition.causes.map((cause) => ({ ...cause, diff: null })),
    },
  };
};

interface Steps {
  /** Evaluations that are complete and say or stand on something else than the latest entry of their trail. */
  readonly steps: readonly Step[];
  /** Flows of which nothing is different, but the latest entry does not say so yet. */
  readonly same: readonly FlowHead[];
}

type LastOf = (head: FlowHead) => LastNoted | undefined;

/** How these flows stand now, where everything that is asked of them is answered. */
const evaluated = async (
  ctx: Context,
  tx: StoreTransaction,
  heads: readonly FlowHead[],
  profile: ProfileVersion,
  knownOf: KnownOf | undefined,
  lastOf: LastOf,
): Promise<readonly (readonly [FlowHead, Snapshot])[]> => {
  const asked = askedBy(profile).length;
  const complete = (await keptOf(tx, heads, profile, knownOf)).filter((each) => isDone(each, asked));
  const kept = await overlaid(ctx, tx, complete);
  const leaning = await leaningFor(
    tx,
    kept.map(({ head }) => head),
    lastOf,
  );
  return kept.map((each) => [each.head, snapshotOf(each, profile, leaning.get(each.head) ?? [])]);
};

const stepsOf = async (
  ctx: Context,
  tx: StoreTransaction,
  heads: readonly FlowHead[],
  profile: ProfileVersion,
  knownOf: KnownOf | undefined,
): Promise<Steps> => {
  const last = new Map((await tx.lastNoted(heads)).map((each) => [flowCursor(each), each]));
  const lastOf: LastOf = (head) => last.get(flowCursor(head));
  // What was judged just now was so because something was asked that it had no answer to.
  const noted = heads.flatMap((head) => {
    const before = knownOf?.has(subjectText(subjectOf(head))) ? undefined : lastOf(head);
    return before === undefined ? [] : [{ head, last: before }];
  });
  const carried = await carriedOver(tx, noted, profile);
  const others = heads.filter((head) => !carried.has(head));
  const snapshots = new Map([
    ...carried,
    ...(others.length === 0 ? [] : await evaluated(ctx, tx, others, profile, knownOf, lastOf)),
  ]);
  const askedHash = askedHashOf(ctx, profile);
  const knowing = knowingFrom(tx, profile);
  const steps: Step[] = [];
  const same: FlowHead[] = [];
  for (const head of heads) {
    const snapshot = snapshots.get(head);
    if (snapshot === undefined) continue;
    const before = lastOf(head);
    const saidHash =
      before !== undefined && carried.has(head)
        ? before.saidHash
        : ctx.hash(JSON.stringify(saidOf(snapshot)));
    const evaluation = { snapshot, askedHash, saidHash };
    if (before === undefined || !isSame(before, evaluation))
      steps.push(await stepFor(ctx, head, evaluation, before, knowing));
    else if (before.askedHash !== askedHash) same.push(head);
  }
  return { steps, same };
};

/**
 * Writes into the trail how these flows stand now, in the transaction that made it so, and tells of it. A flow whose
 * evaluation is not complete, or the same as before, gets no entry. Of two workers that see the same, one writes; the
 * other has the flow looked at again. What is `known` of them is not read again. Gives of how many flows the trail is
 * complete now and was not before.
 */
export const noteEvaluations = async (
  ctx: Context,
  tx: StoreTransaction,
  flows: readonly Named[],
  known?: KnownOf,
): Promise<number> => {
  if (flows.length === 0) return 0;
  const profile = await tx.profile();
  if (profile === undefined) return 0;
  const { steps, same } = await stepsOf(ctx, tx, await headsOf(tx, flows), profile, known);
  if (same.length > 0) await tx.markNoted(same, askedHashOf(ctx, profile));
  if (steps.length === 0) return same.length;
  const taken = await tx.appendTrail(steps.map(({ entry }) => entry));
  const lost = steps.filter(({ entry }) => !taken.has(entry.entry));
  if (lost.length > 0)
    await tx.markNoted(
      lost.map(({ entry }) => entry),
      again,
    );
  const transitions = steps.flatMap(({ entry, transition }) => (taken.has(entry.entry) ? [transition] : []));
  await announce(
    ctx,
    tx,
    transitions.filter(({ harmless }) => !harmless),
  );
  return taken.size + same.length;
};
