import type { Enforcement } from '../profile/schema.ts';
import { enforcementRank } from '../profile/schema.ts';
import type { CheckReport, FlowReport } from './check-report.ts';

export const failOnLevels = ['block', 'approve', 'warn', 'unknown'] as const;
/** From which enforcement on a run counts as failed; `unknown` is `warn` and every question left open. */
export type FailOn = (typeof failOnLevels)[number];

type Finding = FlowReport['findings'][number];

/** The strictest commitment a finding hangs on. What is only inferred asks for an adjustment at most, and never refuses. */
export const holdsAt = (finding: Finding): Enforcement => {
  let strictest: Enforcement = 'observe';
  for (const { enforcement } of finding.because) {
    if (enforcementRank[enforcement] > enforcementRank[strictest]) strictest = enforcement;
  }
  const capped = finding.evidence === 'inferred' && enforcementRank[strictest] > enforcementRank.warn;
  return capped ? 'warn' : strictest;
};

/** Does a commitment refuse at publishing what a file cannot tell? */
const refusesUnknown = (finding: Finding): boolean =>
  finding.because.some(({ enforcement, onUnknown }) => onUnknown === 'refuse' && enforcement !== 'observe');

/**
 * Does this finding make a run fail under `failOn`? What is only observed never does; an open question that publishing
 * refuses always does.
 */
export const countsAgainst = (finding: Finding, failOn: FailOn): boolean => {
  const level = failOn === 'unknown' ? 'warn' : failOn;
  const strictEnough = enforcementRank[holdsAt(finding)] >= enforcementRank[level];
  if (finding.verdict === 'fail') return strictEnough;
  if (finding.verdict !== 'unknown') return false;
  return refusesUnknown(finding) || (failOn === 'unknown' && strictEnough);
};

/** Number of findings that make the run fail. */
export const countAgainst = (report: CheckReport, failOn: FailOn): number =>
  report.flows.reduce(
    (sum, flow) => sum + flow.findings.filter((finding) => countsAgainst(finding, failOn)).length,
    0,
  );
