import type { CellLabel, Standing } from '../evaluate/assess.ts';
import type { Said, SnapshotPlace } from './snapshot.ts';
import type { AlignmentChange, Direction } from './transition.ts';

/** From good to bad. What was not assessed is neither: losing sight of a flow is worse, seeing it again is not. */
const badness: Readonly<Record<Standing, number>> = {
  aligned: 0,
  'needs-answers': 1,
  'needs-adjustment': 2,
  blocked: 3,
  'not-assessed': 0,
};
/** `not-touched` and `upholds` weigh the same: nothing is broken either way. */
const cellBadness: Readonly<Record<CellLabel, number>> = {
  compromises: 3,
  unknown: 2,
  'not-touched': 1,
  upholds: 1,
  enhances: 0,
};

/** Ids of commitments and checks hold no line breaks, so none of these texts means two things. */
const askedText = ({ commitment, check }: SnapshotPlace): string => `${commitment}\n${check}`;
const placeText = (place: SnapshotPlace): string => `${askedText(place)}\n${place.key}`;

const without = (places: readonly SnapshotPlace[], others: readonly SnapshotPlace[]): SnapshotPlace[] => {
  if (places.length === 0 || others === places) return [];
  const known = new Set(others.map(placeText));
  return places.filter((each) => !known.has(placeText(each)));
};

const open = (places: readonly SnapshotPlace[]): readonly SnapshotPlace[] =>
  places.filter((each) => !each.waived);
const counts = ({ enforcement }: SnapshotPlace): boolean => enforcement !== 'observe';

/** More places than before under some promise and check: a fault that only moved, as to a copied step, is no new one. */
const rose = (before: readonly SnapshotPlace[], after: readonly SnapshotPlace[]): boolean => {
  if (after.length === 0 || before === after) return false;
  const left = new Map<string, number>();
  for (const place of before.filter(counts)) {
    const text = askedText(place);
    left.set(text, (left.get(text) ?? 0) + 1);
  }
  for (const place of after.filter(counts)) {
    const text = askedText(place);
    const count = left.get(text) ?? 0;
    if (count === 0) return true;
    left.set(text, count - 1);
  }
  return false;
};

const cellChanges = (before: Said | null, after: Said): AlignmentChange['cells'] => {
  const was = new Map(before?.cells.map(({ value, label }) => [value, label]));
  const is = new Map(after.cells.map(({ value, label }) => [value, label]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((value) => {
    const change = { value, before: was.get(value) ?? null, after: is.get(value) ?? null };
    return change.before === change.after ? [] : [change];
  });
};

const standingDirection = (before: Standing | undefined, after: Standing): Direction => {
  if (before === after) return 'same';
  if (before === undefined || before === 'not-assessed') return badness[after] > 0 ? 'worse' : 'same';
  if (after === 'not-assessed') return 'worse';
  return badness[after] > badness[before] ? 'worse' : 'better';
};

const cellDirection = (cells: AlignmentChange['cells']): Direction => {
  let better = false;
  for (const { before, after } of cells) {
    // A value that was added or taken out is no change of the flow; the standing says what follows from it.
    if (before === null || after === null) continue;
    if (cellBadness[after] > cellBadness[before]) return 'worse';
    better ||= cellBadness[after] < cellBadness[before];
  }
  return better ? 'better' : 'same';
};

/** What two evaluations of one flow differ in; `before` is null for the first one. Accepted faults count as gone. */
export const compareSnapshots = (before: Said | null, after: Said): AlignmentChange => {
  const cells = cellChanges(before, after);
  const was = before ?? { faults: [], questions: [] };
  const wereOpen = open(was.faults);
  const areOpen = was.faults === after.faults ? wereOpen : open(after.faults);
  const newFaults = without(areOpen, wereOpen);
  const goneFaults = without(wereOpen, areOpen);
  const newQuestions = without(after.questions, was.questions);
  const goneQuestions = without(was.questions, after.questions);
  const standing =
    before?.standing === after.standing ? null : { before: before?.standing ?? null, after: after.standing };
  const byStanding = standingDirection(before?.standing, after.standing);
  const byCell = before === null ? 'same' : cellDirection(cells);
  const byCount = (one: readonly SnapshotPlace[], other: readonly SnapshotPlace[]): Direction =>
    rose(one, other) ? 'worse' : rose(other, one) ? 'better' : 'same';
  const faults = byCount(wereOpen, areOpen);
  const byQuestion = byCount(was.questions, after.questions);
  const lines: readonly Direction[] = [byStanding, byCell, faults, byQuestion];
  // A newly broken promise is worse even where another one was mended.
  const direction =
    before === null
      ? byStanding
      : faults === 'worse'
        ? 'worse'
        : (lines.find((each) => each !== 'same') ?? 'same');
  const changed =
    standing !== null ||
    cells.length > 0 ||
    [...newFaults, ...goneFaults, ...newQuestions, ...goneQuestions].length > 0;
  return {
    standing,
    cells,
    newFaults,
    goneFaults,
    newQuestions,
    goneQuestions,
    direction,
    harmless: before === null ? direction === 'same' : !changed,
  };
};
