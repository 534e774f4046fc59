import {
  type Announced,
  changeWords,
  type Notice,
  type Profile,
  type SnapshotPlace,
  type Transition,
} from '@plumbline/core';
import type { EventType, StoreTransaction, Subject } from '@plumbline/store';
import type { Context } from '../context.ts';
import { subjectText } from '../questions.ts';
import { emit, type News } from './emit.ts';
import { flowSubject } from './subject.ts';

/** So many places and causes are told of one flow; the rest is counted. */
const most = 5;

interface Promised {
  readonly value: string;
  readonly promise: string;
}

const promisesOf = (profile: Profile | undefined): ReadonlyMap<string, Promised> =>
  new Map(
    profile?.values.flatMap((value) =>
      value.commitments.map(({ id, promise }) => [id, { value: value.title, promise }] as const),
    ),
  );

const placeData = (place: SnapshotPlace, promises: ReadonlyMap<string, Promised>) => ({
  value: promises.get(place.commitment)?.value ?? place.value,
  promise: promises.get(place.commitment)?.promise ?? place.commitment,
  commitment: place.commitment,
  enforcement: place.enforcement,
  check: place.check,
  message: place.message,
  question: place.question,
});

const counts = ({ enforcement, waived }: SnapshotPlace): boolean => enforcement !== 'observe' && !waived;

const isNotWell = ({ after }: Transition): boolean =>
  after.standing === 'blocked' || after.standing === 'needs-adjustment';

/** Is it told of, and as what? `open`: people were told that this flow does not stand well. */
const typeOf = (transition: Transition, open: boolean): 'flow.drifted' | 'flow.recovered' | null => {
  const { flow, before, after, direction, harmless, standing, causes } = transition;
  // What runs counts; a draft is looked at by whoever makes it.
  if (flow.state !== 'published' || harmless) return null;
  if (before === null) {
    // Of one that comes back the alert was closed, which may have been about a question.
    const isBack = causes.some(({ kind }) => kind === 'returned');
    return isNotWell(transition) || (isBack && after.standing !== 'aligned') ? 'flow.drifted' : null;
  }
  if (direction === 'worse' && after.standing !== 'aligned') return 'flow.drifted';
  const isWell = after.standing === 'aligned' && (standing !== null || open);
  return direction === 'better' && isWell ? 'flow.recovered' : null;
};

type Audience = boolean | 'unknown';

const subjectOf = ({ flow, after }: Transition): Subject => {
  return { source: flow.source, id: flow.id, closure: after.closure, reader: after.reader };
};

/** Whether flows meet customers, by the text of their subjects. */
const audiencesOf = async (
  tx: StoreTransaction,
  transitions: readonly Transition[],
): Promise<ReadonlyMap<string, Audience>> =>
  new Map(
    (await tx.readings(transitions.map(subjectOf))).map((reading) => [
      subjectText(reading),
      reading.result.ok ? reading.result.facts.customerFacing.is : 'unknown',
    ]),
  );

const flowNews = (
  type: 'flow.drifted' | 'flow.recovered',
  transition: Transition,
  customerFacing: Audience,
  promises: ReadonlyMap<string, Promised>,
): News => {
  const { id, flow, before, after, causes } = transition;
  const drifted = type === 'flow.drifted';
  const faults = drifted ? transition.newFaults : transition.goneFaults;
  const questions = drifted ? transition.newQuestions : transition.goneQuestions;
  const places = [...faults.filter(counts), ...questions.filter(counts)];
  return {
    type,
    key: id,
    data: {
      transition: id,
      flow,
      first: causes.some(({ kind }) => kind === 'first'),
      standing: { before: before?.standing ?? null, after: after.standing },
      customerFacing,
      summary: changeWords({ change: transition, causes }),
      causes: causes.slice(0, most).map(({ kind, words }) => ({ kind, words })),
      promises: places.slice(0, most).map((place) => placeData(place, promises)),
      morePromises: Math.max(places.length - most, 0),
    },
  };
};

const noticeTypes: Readonly<Record<Notice['what'], EventType>> = {
  'lapses-soon': 'confirmation.expiring',
  lapsed: 'confirmation.expired',
  'indicator-moved': 'indicator.moved',
  'indicator-back': 'indicator.back',
};

const noticeNews = ({ id, what, until, flows, causes, direction }: Notice): News => ({
  type: noticeTypes[what],
  key: id,
  data: {
    until,
    direction,
    flows: flows.slice(0, most),
    moreFlows: Math.max(flows.length - most, 0),
    causes: causes.slice(0, most).map(({ kind, words, about }) => ({ kind, words, about })),
  },
});

/**
 * Tells of transitions of flows and of what concerns the business, each once for ever by its id, in the transaction
 * that records them. Worse is told, and back to aligned; harmless changes and drafts are not. Gives how many are told:
 * say `ctx.tend` once the transaction is through.
 */
export const announce = async (
  ctx: Context,
  tx: StoreTransaction,
  announced: readonly Announced[],
): Promise<number> => {
  if (announced.length === 0) return 0;
  const subjects = announced.flatMap((each) => (each.about === 'flow' ? [flowSubject(each.flow)] : []));
  const open = new Set(
    (await tx.alertsAbout([...new Set(subjects)]))
      .filter(({ state }) => state !== 'recovered')
      .map(({ subject }) => subject),
  );
  const told: { readonly type: 'flow.drifted' | 'flow.recovered'; readonly transition: Transition }[] = [];
  const notices: News[] = [];
  for (const each of announced) {
    if (each.about === 'business') {
      notices.push(noticeNews(each));
      continue;
    }
    const subject = flowSubject(each.flow);
    const type = typeOf(each, open.has(subject));
    if (type === null) continue;
    if (type === 'flow.drifted') open.add(subject);
    else open.delete(subject);
    told.push({ type, transition: each });
  }
  const promises = promisesOf(told.length === 0 ? undefined : (await tx.profile())?.profile);
  const audiences = await audiencesOf(
    tx,
    told.map(({ transition }) => transition),
  );
  const news = told.map(({ type, transition }) => {
    const audience = audiences.get(subjectText(subjectOf(transition))) ?? 'unknown';
    return flowNews(type, transition, audience, promises);
  });
  return (await emit(ctx, tx, [...news, ...notices])).length;
};
