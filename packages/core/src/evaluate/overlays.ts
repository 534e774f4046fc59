import type { Commitment } from '../profile/schema.ts';
import { evidenceFor, type Finding, type Occurrence, worst } from './finding.ts';
import type { Gist } from './gist.ts';

/** A named person's answer to the question of one place. */
export interface AttestedAnswer {
  /** The promise is kept there, or it is not. */
  readonly holds: boolean;
  readonly by: string;
}

/** What people have added to the findings; laid over them at reading time and never stored inside them. */
export interface Overlays {
  /** Places accepted as they are, each named by `placeOf`. */
  readonly waived: ReadonlySet<string>;
  /** Answers to places that the file cannot tell, by `placeOf`. */
  readonly attested: ReadonlyMap<string, AttestedAnswer>;
  /** Ids of practices that a named person has vouched for. */
  readonly attestedPractices: ReadonlySet<string>;
}

export const noOverlays: Overlays = {
  waived: new Set(),
  attested: new Map(),
  attestedPractices: new Set(),
};

/** Names a place for overlays: under other options the same check asks something else there. */
export const placeOf = ({ options }: Pick<Finding, 'options'>, { key }: Pick<Occurrence, 'key'>): string =>
  `${options}\n${key}`;

/** Accepted as it is: only a `fail` can be, and only where the commitment lets it. */
export const isWaived = (
  finding: Pick<Finding, 'options'>,
  occurrence: Pick<Occurrence, 'key' | 'verdict'>,
  { waivers }: Pick<Commitment, 'waivers'>,
  { waived }: Overlays,
): boolean =>
  occurrence.verdict === 'fail' && waivers !== 'forbidden' && waived.has(placeOf(finding, occurrence));

const answered = <Place extends Gist['occurrences'][number]>(
  occurrence: Place,
  { holds, by }: AttestedAnswer,
) => ({
  ...occurrence,
  verdict: holds ? ('pass' as const) : ('fail' as const),
  evidence: 'attested' as const,
  message: holds
    ? `${by} says that this promise is kept here.`
    : `${by} says that this promise is not kept here. ${occurrence.message}`,
});

/** A finding with the answers of people in it: what the file cannot tell becomes what they say. */
export const withAnswers = <Found extends Gist>(finding: Found, { attested }: Overlays): Found => {
  if (attested.size === 0 || finding.verdict === 'pass') return finding;
  let touched = false;
  const occurrences = finding.occurrences.map((each) => {
    const answer = each.verdict === 'unknown' ? attested.get(placeOf(finding, each)) : undefined;
    if (answer === undefined) return each;
    touched = true;
    return answered(each, answer);
  });
  if (!touched) return finding;
  const verdict = worst(occurrences.map((each) => each.verdict));
  return { ...finding, verdict, evidence: evidenceFor(verdict, occurrences), occurrences };
};
