import {
  askedOptions,
  type Commitment,
  canonical,
  type Enforcement,
  type Finding,
  isWaived,
  type Occurrence,
  type Overlays,
  type Profile,
  type Snapshot,
  withAnswers,
} from '@plumbline/core';
import type { Judged } from '../judge-flow.ts';

/** Why a version is not published, or what there is to say although it is. */
export interface Point {
  readonly value: string;
  readonly commitment: string;
  readonly promise: string;
  readonly enforcement: Enforcement;
  readonly check: string;
  readonly because:
    | 'block'
    | 'approve'
    | 'cannot-tell'
    | 'already-live'
    | 'advice'
    | 'question'
    | 'accepted'
    | 'signed-off';
  readonly occurrence: Occurrence;
}

export interface Verdict {
  readonly refusals: readonly Point[];
  /** Said, and no reason to refuse: faults the live version has too, what to change, what to answer. */
  readonly remarks: readonly Point[];
  /** A check that could refuse has failed on our side, or the flow could not be looked at. */
  readonly fault: boolean;
}

/** A version with what people have added to it. */
export interface Candidate {
  readonly judged: Judged;
  readonly overlays: Overlays;
}

type Found = ReadonlyMap<string, Finding | null>;

const keyOf = (check: string, options: string): string => `${check}\n${options}`;

const findingsIn = ({ judged, overlays }: Candidate): Found =>
  new Map(
    judged.answers.map(({ check, options, result }) => [
      keyOf(check, options),
      result.ok ? withAnswers(result.finding, overlays) : null,
    ]),
  );

/** What the owner accepted with a version: one line a promise, check and place. */
const acceptedIn = (signed: Snapshot | null): ReadonlySet<string> =>
  new Set(
    [...(signed?.faults ?? []), ...(signed?.questions ?? [])].map(({ commitment, check, key }) =>
      JSON.stringify([commitment, check, key]),
    ),
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

/**
 * Holds the version to be published against the profile; `live` is what runs now, if anything does. `signed` is what the
 * owner accepted of this very version: it lets through what is at `approve`, and nothing that came up later.
 */
export const verdictOn = (
  profile: Profile,
  candidate: Candidate,
  live: Candidate | undefined,
  signed: Snapshot | null,
): Verdict => {
  const accepted = acceptedIn(signed);
  const found = findingsIn(candidate);
  const before = live === undefined ? undefined : findingsIn(live);
  const points: Point[] = [];
  let fault = !candidate.judged.reading.result.ok;
  for (const value of profile.values) {
    for (const commitment of value.commitments) {
      for (const bound of commitment.checks) {
        const { check } = bound;
        const key = keyOf(check, canonical(askedOptions(profile, bound)));
        const finding = found.get(key);
        const { enforcement } = commitment;
        if (finding == null) {
          fault ||= enforcement === 'block' || enforcement === 'approve';
          continue;
        }
        for (const occurrence of finding.occurrences) {
          const { id, promise } = commitment;
          const says = becauseOf(occurrence, commitment, before?.get(key));
          if (says === null) continue;
          const isSigned =
            enforcement === 'approve' && accepted.has(JSON.stringify([id, check, occurrence.key]));
          const because = isWaived(finding, occurrence, commitment, candidate.overlays)
            ? 'accepted'
            : isSigned && refuses.has(says)
              ? 'signed-off'
              : says;
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
