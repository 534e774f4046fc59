import { type Flow, fingerprint, type Gist } from '@plumbline/core';
import type {
  Answer,
  FlowHead,
  FlowRef,
  ProfileVersion,
  Reading,
  StoredFlow,
  StoreTransaction,
  StoreView,
} from '@plumbline/store';
import { leanings, refreshClosures } from './closure.ts';
import { type Context, now } from './context.ts';
import { keepConversations } from './handlers.ts';
import { type Judged, judgeFlow } from './judge-flow.ts';
import { type Asked, askedBy, bySubject, questionText, subjectOf, subjectText } from './questions.ts';
import { currentReaders, readerFor, referencesOf } from './reader.ts';

/** One flow to be judged, with all that takes; read in one snapshot, so that they belong together. */
export interface Task {
  readonly kept: StoredFlow;
  readonly neighbours: readonly StoredFlow[];
  /** What was derived of it already. */
  readonly reading: Reading | undefined;
  readonly questions: readonly Asked[];
}

const flowKey = ({ source, id, state }: FlowRef): string => JSON.stringify([source, id, state]);

/** A task, and the answers there were before: what is asked now is what they lack. */
export interface Gathered {
  readonly task: Task;
  readonly before: readonly Answer<Gist>[];
}

/** Gathers what judging these flows takes. Only questions that have no answer yet are asked. */
export const gather = async (
  view: StoreView,
  heads: readonly FlowHead[],
  profile: ProfileVersion | undefined,
): Promise<readonly Gathered[]> => {
  const asked = askedBy(profile);
  const subjects = heads.map(subjectOf);
  const readings = new Map((await view.readings(subjects)).map((each) => [subjectText(each), each]));
  const answers = bySubject(await view.gists(subjects, asked));
  const leaningOn = new Map<FlowHead, readonly FlowHead[]>();
  for (const source of new Set(heads.map((head) => head.source))) {
    const ofSource = heads.filter((each) => each.source === source);
    for (const [head, leaning] of await leanings(view, source, ofSource)) leaningOn.set(head, leaning);
  }
  const all = new Map([...heads, ...[...leaningOn.values()].flat()].map((head) => [flowKey(head), head]));
  const loaded = new Map(
    (await view.wholeFlows([...all.values()])).map((flow) => [flowKey(flow), flow] as const),
  );
  return [...leaningOn].flatMap(([head, leaning]): readonly Gathered[] => {
    const kept = loaded.get(flowKey(head));
    if (kept === undefined) return [];
    const subject = subjectText(subjectOf(head));
    const before = answers.get(subject) ?? [];
    const answered = new Set(before.map(questionText));
    const task: Task = {
      kept,
      neighbours: leaning.flatMap((other) => loaded.get(flowKey(other)) ?? []),
      reading: readings.get(subject),
      questions: asked.filter((question) => !answered.has(questionText(question))),
    };
    return [{ task, before }];
  });
};

const read = (kept: StoredFlow): Flow => {
  const result = readerFor(kept.source).read(JSON.parse(kept.workflow));
  if (!result.ok) throw new Error(result.message);
  return result.flow;
};

/**
 * A handler is a neighbour of many flows that are judged together: it is read once for all of them. The flows themselves
 * are let go of as soon as they are judged: a hundred held at once would cost more than the judging.
 */
const neighboursRead = new WeakMap<StoredFlow, Flow>();

const readNeighbour = (kept: StoredFlow): Flow => {
  const known = neighboursRead.get(kept) ?? read(kept);
  neighboursRead.set(kept, known);
  return known;
};

type Clocked = Pick<Context, 'clock'>;

const failedReading = (ctx: Clocked, kept: StoredFlow, error: string): Judged => ({
  reading: { ...subjectOf(kept), result: { ok: false, error }, at: now(ctx) },
  answers: [],
  isNew: true,
});

/** Judges one flow. Pure but for the clock; never throws. */
export const perform = (ctx: Clocked, { kept, neighbours, reading, questions }: Task): Judged => {
  try {
    const around = new Map<string, Flow>();
    for (const other of neighbours) {
      try {
        around.set(other.id, readNeighbour(other));
      } catch {
        // A neighbour that cannot be read is not at hand; its own evaluation says why.
      }
    }
    return judgeFlow(subjectOf(kept), read(kept), around, questions, now(ctx), reading);
  } catch (error) {
    return failedReading(ctx, kept, error instanceof Error ? error.message.slice(0, 500) : 'cannot be read');
  }
};

export const keep = async (tx: StoreTransaction, judged: readonly Judged[]): Promise<void> => {
  await tx.putReadings(judged.flatMap(({ reading, isNew }) => (isNew ? [reading] : [])));
  await tx.putAnswers(judged.flatMap((each) => each.answers));
};

/** Was read by an older reader, so its fingerprint and references may be out of date. */
export const isOutdated = (head: FlowHead): boolean => !currentReaders.includes(head.reader);

/** Reads flows anew with the current reader; afterwards they lack findings in the ordinary way. */
export const readAnew = async (
  ctx: Context,
  tx: StoreTransaction,
  heads: readonly FlowHead[],
): Promise<void> => {
  for (const head of heads) {
    const kept = await tx.flow(head);
    if (kept === undefined || kept.removedAt !== null || !isOutdated(kept)) continue;
    const reader = readerFor(kept.source);
    let heard: readonly string[] = [];
    try {
      const flow = read(kept);
      await tx.putFlow({
        ...kept,
        reader: reader.version,
        fingerprint: fingerprint(flow, ctx.hash),
        references: referencesOf(flow, kept.id),
      });
      heard = await keepConversations(tx, kept, flow);
    } catch (error) {
      ctx.log.error('flow-not-readable', {
        source: kept.source,
        flow: kept.id,
        error: String(error).slice(0, 200),
      });
      await tx.putFlow({ ...kept, reader: reader.version });
    }
    await refreshClosures(ctx, tx, kept.source, [kept.id], heard);
  }
};
