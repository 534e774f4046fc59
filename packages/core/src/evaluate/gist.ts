import type { Finding, Occurrence } from './finding.ts';

type Unknown = Occurrence & { readonly verdict: 'unknown' };
type Told = Omit<Occurrence, 'steps' | 'witness'> & {
  readonly verdict: Exclude<Occurrence['verdict'], 'unknown'>;
};

/**
 * What of a finding takes part in a standing: its verdict, and the places that break a promise, leave it open or serve a
 * value. Only an open place still has its steps and witness, since a person's answer is bound to them. Every finding is
 * a gist of itself.
 */
export interface Gist extends Omit<Finding, 'occurrences'> {
  readonly occurrences: readonly (Unknown | Told)[];
}

const tells = ({ verdict, serves }: Occurrence): boolean =>
  verdict === 'fail' || verdict === 'unknown' || serves === true;

const told = (occurrence: Occurrence): Gist['occurrences'] => {
  const { steps, witness, ...rest } = occurrence;
  const { verdict } = rest;
  return verdict === 'unknown' ? [{ ...rest, verdict, steps, witness }] : [{ ...rest, verdict }];
};

/** Cells, standing and places follow from it just as from the finding itself. */
export const gistOf = (finding: Finding): Gist => ({
  ...finding,
  occurrences: finding.occurrences.filter(tells).flatMap(told),
});
