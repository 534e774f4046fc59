import {
  type Commitment,
  canonical,
  type Enforcement,
  type Finding,
  type Occurrence,
  type Profile,
} from '@plumbline/core';
import type { Judged } from '../judge-flow.ts';

/** Why a version is not published, or what there is to say although it is. */
export interface Point {
  readonly value: string;
  readonly commitment: string;
  readonly promise: string;
  readonly enforcement: Enforcement;
  readonly check: string;
  readonly because: 'block' | 'approve' | 'cannot-tell' | 'already-live' | 'advice' | 'question';
  readonly occurrence: Occurrence;
}

export interface Verdict {
  readonly refusals: readonly Point[];
  /** Said, and no reason to refuse: faults the live version has too, what to change, what to answer. */
  readonly remarks: readonly Point[];
  /** A check that could refuse has failed on our side, or the flow could not be looked at. */
  readonly fault: boolean;
}

type Found = ReadonlyMap<string, Finding | null>;

const keyOf = (check: string, options: string): string => `${check}\n${options}`;

const findingsIn = (judged: Judged): Found =>
  new Map(
    judged.answers.map(({ check, options, result }) => [
      keyOf(check, options),
      result.ok ? result.finding : null,
    ]),
  );

/** The live version has the same fault at the same place: by key, or at the step where it begins. */
const isLive = (each: Occurrence, live: Finding | null | undefined): boolean =>
  (live?.occurrences ?? []).some(
    (other) =>
      other.verdict === each.verdict &&
      (other.key === each.key || (each.steps[0] !== undefined && other.steps[0]?.id === each.steps[0].id)),
  );

const becauseOf = (
  each: Occurrence,
  { enforcement, onUnknown, alreadyLive }: Commitment,
  live: Finding | null | undefined,
): Point['because'] | null => {
  if (each.verdict !== 'fail' && each.verdict !== 'unknown') return null;
  if (enforcement === 'observe') return null;
  if (each.verdict === 'unknown' && onUnknown === 'ask') return 'question';
  // What is only inferred from wording never keeps a flow from being published.
  const strict = enforcement === 'block' || enforcement === 'approve';
  if (each.verdict === 'fail' && (!strict || each.evidence === 'inferred')) return 'advice';
  if (alreadyLive === 'keep' && isLive(each, live)) return 'already-live';
  return each.verdict === 'unknown' ? 'cannot-tell' : enforcement === 'block' ? 'block' : 'approve';
};

const refuses = new Set<Point['because']>(['block', 'approve', 'cannot-tell']);

/** Holds the version to be published against the profile; `live` is what runs now, if anything does. */
export const verdictOn = (profile: Profile, candidate: Judged, live: Judged | undefined): Verdict => {
  const found = findingsIn(candidate);
  const before = live === undefined ? undefined : findingsIn(live);
  const points: Point[] = [];
  let fault = !candidate.reading.result.ok;
  for (const value of profile.values) {
    for (const commitment of value.commitments) {
      for (const { check, options } of commitment.checks) {
        const key = keyOf(check, canonical(options));
        const finding = found.get(key);
        const { enforcement } = commitment;
        if (finding == null) {
          fault ||= enforcement === 'block' || enforcement === 'approve';
          continue;
        }
        for (const occurrence of finding.occurrences) {
          const because = becauseOf(occurrence, commitment, before?.get(key));
          if (because === null) continue;
          const { id, promise } = commitment;
          points.push({ value: value.id, commitment: id, promise, enforcement, check, because, occurrence });
        }
      }
    }
  }
  return {
    refusals: points.filter((each) => refuses.has(each.because)),
    remarks: points.filter((each) => !refuses.has(each.because)),
    fault,
  };
};
