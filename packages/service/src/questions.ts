import { canonical, checkById, type Gist, type ProfileQuestion, questionsOf } from '@plumbline/core';
import type { Answer, FlowHead, ProfileVersion, Question, Subject, Wanted } from '@plumbline/store';
import { currentReaders } from './reader.ts';

/** A question as it is kept, with what is needed to ask it. */
export interface Asked extends Question {
  readonly ask: ProfileQuestion;
}

const worked = (kept: ProfileVersion): readonly Asked[] =>
  questionsOf(kept.profile).flatMap((ask) => {
    const check = checkById(ask.check);
    if (check === undefined) return [];
    return [{ check: ask.check, version: check.meta.version, options: canonical(ask.options), ask }];
  });

/** A version never changes, and is asked of thousands of flows. */
const askedByVersion = new WeakMap<ProfileVersion, readonly Asked[]>();

/** What a profile asks of every flow, with the versions of the checks there are now. Without a profile: nothing. */
export const askedBy = (kept: ProfileVersion | undefined): readonly Asked[] => {
  if (kept === undefined) return [];
  const known = askedByVersion.get(kept) ?? worked(kept);
  askedByVersion.set(kept, known);
  return known;
};

/** What must be true of every current flow under this profile. */
export const wantedBy = (kept: ProfileVersion | undefined): Wanted => ({
  readers: currentReaders,
  questions: askedBy(kept),
});

export const subjectOf = ({ source, id, closure, reader }: FlowHead): Subject => ({
  source,
  id,
  closure,
  reader,
});

/** Tells subjects apart in a map. */
export const subjectText = ({ source, id, closure, reader }: Subject): string =>
  JSON.stringify([source, id, closure, reader]);

/** Tells questions apart in a map. */
export const questionText = ({ check, version, options }: Question): string =>
  `${check}@${version} ${options}`;

/** Answers by the text of their subject. */
export const bySubject = <Found extends Gist>(
  answers: readonly Answer<Found>[],
): ReadonlyMap<string, readonly Answer<Found>[]> => {
  const found = new Map<string, Answer<Found>[]>();
  for (const answer of answers) {
    const key = subjectText(answer);
    const list = found.get(key);
    if (list === undefined) found.set(key, [answer]);
    else list.push(answer);
  }
  return found;
};
