import { assess, type Finding, noOverlays } from '@plumbline/core';
import type { Answer, FlowHead, ProfileVersion, Reading, StoreView } from '@plumbline/store';
import { flowHref, type JudgedFlow, type JudgedInFull } from './flow.ts';
import { headView } from './head-view.ts';
import { askedBy, subjectOf, subjectText } from './questions.ts';
import { currentReaders } from './reader.ts';

/** What is kept about one flow, as far as the current profile asks for it. */
export interface Kept {
  readonly head: FlowHead;
  readonly reading: Reading | undefined;
  readonly answers: readonly Answer[];
}

/** Reads what is kept about these flows under this profile. */
export const keptOf = async (
  view: StoreView,
  heads: readonly FlowHead[],
  profile: ProfileVersion | undefined,
): Promise<readonly Kept[]> => {
  const subjects = heads.map(subjectOf);
  const readings = new Map((await view.readings(subjects)).map((each) => [subjectText(each), each]));
  const answers = new Map<string, Answer[]>();
  for (const answer of await view.answers(subjects, askedBy(profile))) {
    const key = subjectText(answer);
    const list = answers.get(key);
    if (list === undefined) answers.set(key, [answer]);
    else list.push(answer);
  }
  return heads.map((head) => {
    const key = subjectText(subjectOf(head));
    return { head, reading: readings.get(key), answers: answers.get(key) ?? [] };
  });
};

/** Everything asked has an answer, be it an error. */
export const isDone = ({ head, reading, answers }: Kept, asked: number): boolean =>
  currentReaders.includes(head.reader) &&
  reading !== undefined &&
  (!reading.result.ok || answers.length >= asked);

/** One flow under the profile: what people have added is laid over the findings here, at reading time. */
export const judgedInFull = (
  business: string,
  kept: Kept,
  profile: ProfileVersion | undefined,
): JudgedInFull => {
  const { head, reading, answers } = kept;
  const facts = reading?.result.ok === true ? reading.result.facts : undefined;
  const asked = askedBy(profile);
  // In the order of the profile, so that the same state gives the same answer.
  const findings = asked.flatMap((question): readonly Finding[] => {
    const answer = answers.find((each) => each.check === question.check && each.options === question.options);
    return answer?.result.ok === true ? [answer.result.finding] : [];
  });
  const assessed =
    profile === undefined
      ? { standing: 'not-assessed' as const, cells: [], findings: [] }
      : assess(profile.profile, facts?.kind.is ?? 'other', findings, noOverlays);
  const failures = answers.flatMap(({ check, result }) =>
    result.ok ? [] : [{ check, error: result.error }],
  );
  const unread = reading?.result.ok === false ? [{ check: null, error: reading.result.error }] : [];
  const { removedAt: _, ...shown } = headView(head);
  return {
    ...shown,
    kind: facts?.kind.is ?? 'unknown',
    customerFacing: facts?.customerFacing.is ?? 'unknown',
    standing: assessed.standing,
    cells: assessed.cells.map((cell) => ({ ...cell, adjustments: [...cell.adjustments] })),
    evaluation: {
      state: isDone(kept, asked.length) ? 'done' : 'pending',
      href: flowHref(business, head.source, head.id),
    },
    failures: [...unread, ...failures],
    findings: assessed.findings.map(({ check, verdict, evidence, because, occurrences }) => ({
      check,
      verdict,
      evidence,
      because: [...because],
      occurrences: [...occurrences],
    })),
  };
};

/** The same without the findings, for tables. */
export const judgedView = (business: string, kept: Kept, profile: ProfileVersion | undefined): JudgedFlow => {
  const { findings: _, ...rest } = judgedInFull(business, kept, profile);
  return rest;
};
