import { canonical, otherOptions, type Snapshot } from '@plumbline/core';
import type { FlowHead, LastNoted, ProfileVersion, Question, StoreView } from '@plumbline/store';
import { askedBy, questionText, subjectOf, subjectText } from '../questions.ts';
import { currentReaders } from '../reader.ts';
import { isHash } from './marks.ts';
import { askedOf } from './snapshot.ts';

/** A flow, and the latest entry of its trail. */
export interface Noted {
  readonly head: FlowHead;
  readonly last: LastNoted;
}

/** Nothing but what is asked may differ since; what people have added may count otherwise by now. */
const isAsItWas = ({ head, last: { snapshot, askedHash } }: Noted): boolean =>
  isHash(askedHash) &&
  snapshot.closure === head.closure &&
  snapshot.fingerprint === head.fingerprint &&
  snapshot.reader === head.reader &&
  currentReaders.includes(head.reader) &&
  snapshot.failed.length === 0 &&
  snapshot.overlays.length === 0;

/** The same versions of the same checks, with whatever options. */
const areSameChecks = (before: Snapshot, asked: readonly Question[]): boolean => {
  const was = new Set(before.checks.map(({ check, version }) => `${check}@${version}`));
  return asked.every(({ check, version }) => was.has(`${check}@${version}`));
};

/** What is asked otherwise since that evaluation; null where more than options has changed. */
const askedOtherwise = async (
  view: StoreView,
  before: Snapshot,
  profile: ProfileVersion,
): Promise<readonly Question[] | null> => {
  const asked = askedBy(profile);
  const was = await view.profile(before.profile.version);
  if (was === undefined || !areSameChecks(before, asked)) return null;
  const other = otherOptions(was.profile, profile.profile);
  if (other === null) return null;
  const texts = new Set(other.map(({ check, options }) => `${check} ${canonical(options)}`));
  return asked.filter(({ check, options }) => texts.has(`${check} ${options}`));
};

/** Of these flows those whose answers to all of these questions hold for any options. */
const unconcerned = async (
  view: StoreView,
  noted: readonly Noted[],
  questions: readonly Question[],
): Promise<readonly Noted[]> => {
  const open = new Map<string, Set<string>>();
  for (const { head } of noted) open.set(subjectText(subjectOf(head)), new Set(questions.map(questionText)));
  for (const answer of await view.gists(
    noted.map(({ head }) => subjectOf(head)),
    questions,
  ))
    if (answer.anyOptions && answer.result.ok) open.get(subjectText(answer))?.delete(questionText(answer));
  return noted.filter(({ head }) => open.get(subjectText(subjectOf(head)))?.size === 0);
};

const withoutOverlays = async (view: StoreView, noted: readonly Noted[]): Promise<readonly Noted[]> => {
  const entries = await view.oversightOf(
    noted.map(({ head }) => head),
    ['attestation', 'waiver'],
  );
  const touched = new Set(
    entries.flatMap((entry) =>
      entry.kind === 'practice' ? [] : [JSON.stringify([entry.source, entry.flow])],
    ),
  );
  return noted.filter(({ head }) => !touched.has(JSON.stringify([head.source, head.id])));
};

/**
 * How flows stand under a profile that differs from the one before in nothing they hang on: as they did. Of a change of
 * some options most flows are like that, and neither judging them nor assessing them anew would say more.
 */
export const carriedOver = async (
  view: StoreView,
  noted: readonly Noted[],
  profile: ProfileVersion,
): Promise<ReadonlyMap<FlowHead, Snapshot>> => {
  const groups = Map.groupBy(noted.filter(isAsItWas), ({ last }) => last.askedHash);
  const asked = askedOf(profile);
  const carried = new Map<FlowHead, Snapshot>();
  for (const group of groups.values()) {
    const [first] = group;
    const questions = first && (await askedOtherwise(view, first.last.snapshot, profile));
    if (questions == null) continue;
    const alike = await unconcerned(view, await withoutOverlays(view, group), questions);
    for (const { head, last } of alike) carried.set(head, { ...last.snapshot, ...asked });
  }
  return carried;
};
