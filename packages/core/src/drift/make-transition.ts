import { firstSentence } from '../report/sentences.ts';
import { compareSnapshots } from './compare-snapshots.ts';
import { findCauses, type Known } from './find-causes.ts';
import type { Snapshot } from './snapshot.ts';
import type { AlignmentChange, Cause, Transition } from './transition.ts';
import { listedWords } from './words.ts';

/** Promises that the difference is about. */
const concerned = (change: AlignmentChange): ReadonlySet<string> =>
  new Set(
    [change.newFaults, change.goneFaults, change.newQuestions, change.goneQuestions].flatMap((places) =>
      places.map(({ commitment }) => commitment),
    ),
  );

/** Of changed promises only those that the difference is about, as long as any cause is left. */
const telling = (causes: readonly Cause[], change: AlignmentChange): Cause[] => {
  const commitments = concerned(change);
  const kept = causes.filter(
    ({ kind, about }) => kind !== 'profile' || about.some((each) => commitments.has(each)),
  );
  return kept.length === 0 ? [...causes] : kept;
};

export interface Step {
  readonly change: AlignmentChange;
  readonly causes: Cause[];
}

/** What one evaluation differs in from another, and why. */
export const difference = (before: Snapshot | null, after: Snapshot, known: Known): Step => {
  const change = compareSnapshots(before, after);
  return { change, causes: telling(findCauses(before, after, known), change) };
};

/** The same as something that is told. */
export const makeTransition = (
  id: string,
  flow: Transition['flow'],
  before: Snapshot | null,
  after: Snapshot,
  known: Known,
): Transition => {
  const { change, causes } = difference(before, after, known);
  return { about: 'flow', id, flow, at: known.at, before, after, ...change, causes };
};

/** Cause and consequence in one or two plain sentences; step names in backticks, from hostile flows made safe. */
export const changeWords = ({ change, causes }: Step): string => {
  const why = listedWords(
    causes.map(({ words }) => words),
    4,
  );
  const start = why === '' ? 'Something changed' : `${why.charAt(0).toUpperCase()}${why.slice(1)}`;
  const [fault] = change.newFaults;
  if (fault !== undefined) return `${start}. Since then: ${firstSentence(fault.message)}`;
  const [question] = change.newQuestions;
  if (question !== undefined) return `${start}. Since then a question is open: ${question.question ?? ''}`;
  const accepted = causes.some(({ kind }) => kind === 'waiver-given');
  if (change.goneFaults.length > 0)
    return `${start}. Since then a fault is ${accepted ? 'accepted' : 'gone'}.`;
  if (change.goneQuestions.length > 0) return `${start}. Since then a question is answered.`;
  return change.harmless ? `${start}. No promise is touched by it.` : `${start}.`;
};
