import type { CheckReport } from './check-report.ts';
import { counted } from './say.ts';
import { countAgainst, type FailOn } from './threshold.ts';

/** What comes of a run, in one sentence. */
export interface Outcome {
  /** `open`: there is something to look at, though nothing that makes the run fail. */
  readonly is: 'failed' | 'open' | 'clean' | 'nothing-asked';
  readonly words: string;
}

const levelWords = (failOn: FailOn): string => {
  if (failOn === 'unknown') return 'warn, or left open';
  return failOn === 'block' ? failOn : `${failOn} or stricter`;
};

export const outcomeOf = (report: CheckReport, failOn: FailOn): Outcome => {
  const against = countAgainst(report, failOn);
  const level = levelWords(failOn);
  if (against > 0) return { is: 'failed', words: `${counted(against, 'finding')} at ${level}.` };
  const { fail, unknown, pass } = report.summary.verdicts;
  if (fail + unknown + pass === 0)
    return { is: 'nothing-asked', words: 'Nothing that was asked is about it.' };
  if (fail + unknown === 0) return { is: 'clean', words: 'Nothing stands against it.' };
  return { is: 'open', words: `${counted(fail + unknown, 'finding')} to look at, none at ${level}.` };
};
