import {
  type Assessment,
  assess,
  type Explained,
  type Finding,
  type Gist,
  isWaived,
  type Overlays,
} from '@plumbline/core';
import type {
  Answer,
  FlowHead,
  ProfileVersion,
  Question,
  Reading,
  StoreView,
  Subject,
} from '@plumbline/store';
import type { Context } from './context.ts';
import { openFlow } from './drift/open-flow.ts';
import { flowHref, type JudgedFlow, type JudgedInFull, type OverlayView } from './flow.ts';
import { headView } from './head-view.ts';
import { type Counted, type OnFlow, overlaysOn } from './oversight/overlays.ts';
import { askedBy, bySubject, questionText, subjectOf, subjectText } from './questions.ts';
import { currentReaders } from './reader.ts';

/** What is kept about one flow, as far as the current profile asks for it. */
export interface Kept<Found extends Gist = Gist> {
  readonly head: FlowHead;
  readonly reading: Reading | undefined;
  readonly answers: readonly Answer<Found>[];
}

/** What is known of subjects without looking: what was read and put in the same transaction. */
export type KnownOf = ReadonlyMap<string, Omit<Kept, 'head'>>;

/** Holds an answer to everything that is asked, so that nothing more need be read. */
const isWhole = (known: Omit<Kept, 'head'>, asked: readonly Question[]): boolean => {
  const answered = new Set(known.answers.map(questionText));
  return asked.every((question) => answered.has(questionText(question)));
};

/** Reads what is kept about these flows, with what `look` gives of their answers. */
const keptWith = async <Found extends Gist>(
  view: StoreView,
  heads: readonly FlowHead[],
  look: (subjects: readonly Subject[]) => Promise<readonly Answer<Found>[]>,
): Promise<readonly Kept<Found>[]> => {
  const subjects = heads.map(subjectOf);
  const readings = new Map((await view.readings(subjects)).map((each) => [subjectText(each), each]));
  const answers = bySubject(await look(subjects));
  return heads.map((head) => {
    const key = subjectText(subjectOf(head));
    return { head, reading: readings.get(key), answers: answers.get(key) ?? [] };
  });
};

/** Reads what is kept about these flows under this profile, with the gist of each finding, as far as it is not `known`. */
export const keptOf = async (
  view: StoreView,
  heads: readonly FlowHead[],
  profile: ProfileVersion | undefined,
  known: KnownOf = new Map(),
): Promise<readonly Kept[]> => {
  const asked = askedBy(profile);
  const whole = new Map([...known].filter(([, each]) => isWhole(each, asked)));
  const others = heads.filter((head) => !whole.has(subjectText(subjectOf(head))));
  const read = new Map(
    (await keptWith(view, others, (subjects) => view.gists(subjects, asked))).map((each) => [
      each.head,
      each,
    ]),
  );
  const wanted = new Set(asked.map(questionText));
  return heads.map((head): Kept => {
    const there = whole.get(subjectText(subjectOf(head)));
    if (there === undefined) return read.get(head) ?? { head, reading: undefined, answers: [] };
    return {
      head,
      reading: there.reading,
      answers: there.answers.filter((answer) => wanted.has(questionText(answer))),
    };
  });
};

/** The same with the findings themselves, for the few flows that are looked at closely. */
export const keptInFull = (
  view: StoreView,
  heads: readonly FlowHead[],
  profile: ProfileVersion | undefined,
): Promise<readonly Kept<Finding>[]> =>
  keptWith(view, heads, (subjects) => view.answers(subjects, askedBy(profile)));

/** The same with what people have added, as it counts now. */
export interface Overlaid<Found extends Gist = Gist> extends Kept<Found> {
  readonly added: OnFlow;
}

/** Lays what people have added beside what was found; read in the same state of the store. */
export const overlaid = async <Found extends Gist>(
  ctx: Pick<Context, 'hash' | 'clock'>,
  view: StoreView,
  kept: readonly Kept<Found>[],
): Promise<readonly Overlaid<Found>[]> => {
  const added = await overlaysOn(
    ctx,
    view,
    kept.map(({ head, answers }) => ({
      source: head.source,
      id: head.id,
      answers,
      name: JSON.stringify([head.contentHash, head.closure, head.reader]),
      open: async () => {
        const whole = await view.flow(head);
        return whole === undefined ? undefined : openFlow(whole.source, whole.workflow);
      },
    })),
  );
  return kept.flatMap((each, at) => {
    const own = added[at];
    return own === undefined ? [] : [{ ...each, added: own }];
  });
};

const overlayView = ({ entry, lapsed }: Counted): OverlayView => ({
  id: entry.id,
  kind: entry.kind,
  keys:
    entry.kind === 'attestation'
      ? [entry.detail.key]
      : [...new Set(entry.detail.places.map(({ key }) => key))],
  by: entry.by,
  comment: entry.words,
  holds: entry.kind === 'attestation' ? entry.detail.holds : null,
  until: entry.until,
  lapsed,
});

/** Everything asked has an answer, be it an error. */
export const isDone = ({ head, reading, answers }: Kept, asked: number): boolean =>
  currentReaders.includes(head.reader) &&
  reading !== undefined &&
  (!reading.result.ok || answers.length >= asked);

/** The assessment of one flow under the profile: what people have added is laid over the findings here, at reading time. */
export const assessed = <Found extends Gist>(
  { reading, answers, added }: Overlaid<Found>,
  profile: ProfileVersion,
): Assessment<Found> => {
  const facts = reading?.result.ok === true ? reading.result.facts : undefined;
  // In the order of the profile, so that the same state gives the same answer.
  const findings = askedBy(profile).flatMap((question): readonly Found[] => {
    const answer = answers.find((each) => each.check === question.check && each.options === question.options);
    return answer?.result.ok === true ? [answer.result.finding] : [];
  });
  return assess(profile.profile, facts?.kind.is ?? 'other', findings, added.overlays);
};

const viewOf = (
  business: string,
  { head, reading, answers, added }: Overlaid,
  { standing, cells }: Pick<Assessment, 'standing' | 'cells'>,
  asked: number,
): JudgedFlow => {
  const facts = reading?.result.ok === true ? reading.result.facts : undefined;
  const failures = answers.flatMap(({ check, result }) =>
    result.ok ? [] : [{ check, error: result.error }],
  );
  const unread = reading?.result.ok === false ? [{ check: null, error: reading.result.error }] : [];
  const { removedAt: _, ...shown } = headView(head);
  return {
    ...shown,
    kind: facts?.kind.is ?? 'unknown',
    customerFacing: facts?.customerFacing.is ?? 'unknown',
    standing,
    cells: cells.map((cell) => ({ ...cell, adjustments: [...cell.adjustments] })),
    evaluation: {
      state: isDone({ head, reading, answers }, asked) ? 'done' : 'pending',
      href: flowHref(business, head.source, head.id),
    },
    failures: [...unread, ...failures],
    overlays: added.entries.map(overlayView),
  };
};

const underProfile = <Found extends Gist>(
  kept: Overlaid<Found>,
  profile: ProfileVersion | undefined,
): Assessment<Found> =>
  profile === undefined ? { standing: 'not-assessed', cells: [], findings: [] } : assessed(kept, profile);

/** Which places of a finding are accepted for now, and for which of its promises. */
const acceptedIn = (
  { options, because, occurrences }: Pick<Explained, 'options' | 'because' | 'occurrences'>,
  overlays: Overlays,
  profile: ProfileVersion | undefined,
): JudgedInFull['findings'][number]['accepted'] => {
  const ids = new Set(because.map(({ commitment }) => commitment));
  const promises = (profile?.profile.values ?? [])
    .flatMap(({ commitments }) => commitments)
    .filter(({ id }) => ids.has(id));
  return occurrences.flatMap((place) => {
    const commitments = promises
      .filter((promise) => isWaived({ options }, place, promise, overlays))
      .map(({ id }) => id);
    return commitments.length === 0 ? [] : [{ key: place.key, commitments }];
  });
};

/** One flow under the profile with all its findings, as it is shown. */
export const judgedInFull = (
  business: string,
  kept: Overlaid<Finding>,
  profile: ProfileVersion | undefined,
): JudgedInFull => {
  const assessment = underProfile(kept, profile);
  return {
    ...viewOf(business, kept, assessment, askedBy(profile).length),
    findings: assessment.findings.map(({ check, options, verdict, evidence, because, occurrences }) => ({
      check,
      verdict,
      evidence,
      because: [...because],
      occurrences: [...occurrences],
      accepted: acceptedIn({ options, because, occurrences }, kept.added.overlays, profile),
    })),
  };
};

/** The same without the findings, for tables. */
export const judgedView = (
  business: string,
  kept: Overlaid,
  profile: ProfileVersion | undefined,
): JudgedFlow => viewOf(business, kept, underProfile(kept, profile), askedBy(profile).length);
