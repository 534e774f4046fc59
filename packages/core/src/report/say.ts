import type { CellLabel, Standing } from '../evaluate/assess.ts';
import type { Evidence } from '../evaluate/finding.ts';
import type { Enforcement } from '../profile/schema.ts';
import type { CheckReport, FlowReport } from './check-report.ts';
import { plainUpTo } from './plain.ts';
import type { Style } from './text-layout.ts';

/** How each label is shown: never by colour alone. */
export const labelLooks: Readonly<
  Record<
    CellLabel,
    { readonly sign: string; readonly words: string; readonly style: Style; readonly means: string }
  >
> = {
  compromises: { sign: '✗', words: 'compromises', style: 'red', means: 'breaks a promise' },
  unknown: { sign: '?', words: 'unknown', style: 'yellow', means: 'needs an answer from you' },
  enhances: { sign: '★', words: 'enhances', style: 'cyan', means: 'serves the value' },
  upholds: { sign: '✓', words: 'upholds', style: 'green', means: 'keeps the promise' },
  'not-touched': { sign: '·', words: 'not touched', style: 'dim', means: 'has nothing to do with it' },
};

export const standingWords: Readonly<Record<Standing, string>> = {
  blocked: 'blocked',
  'needs-adjustment': 'needs adjustment',
  'needs-answers': 'needs answers',
  aligned: 'aligned',
  'not-assessed': 'not assessed',
};

export const standingStyle: Readonly<Record<Standing, Style>> = {
  blocked: 'red',
  'needs-adjustment': 'red',
  'needs-answers': 'yellow',
  aligned: 'green',
  'not-assessed': 'dim',
};

/** What an enforcement does, as a short remark beside a finding. */
export const enforcementWords: Readonly<Record<Enforcement, string>> = {
  block: 'must not run',
  approve: 'needs your sign-off',
  warn: 'should change',
  observe: 'for your information',
};

export const evidenceWords: Readonly<Record<Evidence, string>> = {
  proven: 'read off the flow',
  observed: 'seen while it ran',
  attested: 'vouched for by a person',
  inferred: 'suggested by its wording',
};

export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

/** Name of a flow as shown; a flow without one is called by its file. */
export const flowName = (flow: Pick<FlowReport, 'name' | 'file'>, most = 80): string => {
  const own = plainUpTo(flow.name, most);
  return own === '' ? plainUpTo(flow.file.split('/').at(-1) ?? flow.file, most) : own;
};

export const stepName = (step: { readonly name: string }): string => {
  const own = plainUpTo(step.name, 60);
  return own === '' ? '(no name)' : own;
};

/** The words after a number: `4 need adjustment`, but `1 needs adjustment`. */
export const standingOf = (standing: Standing, number: number): string =>
  number === 1 ? standingWords[standing] : standingWords[standing].replace(/^needs/, 'need');

const most: readonly Standing[] = ['blocked', 'needs-adjustment', 'needs-answers', 'aligned', 'not-assessed'];

/** `12 flows: 1 blocked, 4 need adjustment, 7 aligned` */
export const summaryWords = (summary: CheckReport['summary']): string => {
  if (summary.flows === 1) {
    const only = most.find((standing) => summary.standings[standing] === 1);
    return `1 flow: ${only === undefined ? '' : standingWords[only]}`;
  }
  const parts = most.flatMap((standing) => {
    const number = summary.standings[standing];
    if (number === 0) return [];
    return [`${number} ${standingOf(standing, number)}`];
  });
  return `${counted(summary.flows, 'flow')}: ${parts.join(', ')}`;
};
