import type { CheckReport } from './check-report.ts';
import { counted } from './say.ts';
import { countAgainst, type FailOn } from './threshold.ts';

/** What comes of a run, in one sentence. */
export interface Outcome {
  /** `open`: there is something to look at, though nothing that makes the run fail. */
  readonly is: 'failed' | 'open' | 'clean' | 'nothing-asked';
  readonly words: string;
}

export const outcomeOf = (report: CheckReport, failOn: FailOn): Outcome => {
  const against = countAgainst(report, failOn);
  const by = `by --fail-on ${failOn}`;
  if (against > 0)
    return {
      is: 'failed',
      words: `${counted(against, 'finding')} ${against === 1 ? 'counts' : 'count'} against it, ${by}.`,
    };
  const { fail, unknown, pass } = report.summary.verdicts;
  if (fail + unknown + pass === 0)
    return { is: 'nothing-asked', words: 'Nothing that was asked is about it.' };
  if (fail + unknown === 0) return { is: 'clean', words: 'Nothing stands against it.' };
  const open = fail + unknown;
  const none = open === 1 ? 'which does not count' : 'none of which counts';
  return { is: 'open', words: `${counted(open, 'finding')} to look at, ${none} against it, ${by}.` };
};
