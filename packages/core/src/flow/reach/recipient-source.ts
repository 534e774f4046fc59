import type { Step } from '../flow.ts';
import { has } from '../graph.ts';
import { type Comparison, type Tested, testedBy } from './attribute.ts';
import { comparisonsInText } from './comparison.ts';

/** One place where a flow decides who is written to, or who is written what. */
export interface Selection {
  readonly step: Step;
  readonly position: number;
  readonly tested: Tested;
  readonly comparison: Comparison;
}

/** A place that decides it where the file does not show how. */
export interface HiddenSelection {
  readonly step: Step;
  /** `list`: a list, view or function kept elsewhere. `flow`: another flow or service. `stripped`: parameters are missing. */
  readonly why: 'list' | 'flow' | 'stripped';
}

export interface Selections {
  readonly found: readonly Selection[];
  readonly hidden: readonly HiddenSelection[];
}

const listPath = /(?:^|\.)(?:segment|tag|group|audience)s?(?:_?ids?)?$/i;
const plainListPath = /(?:^|\.)lists?(?:_?ids?)?$/i;
const criteria =
  /["']?(?:\w{0,20}(?:industr|seniorit|jobTitle|job_title|person_?titles?|location|country|employee|keywords?|niche|searchStrings?Array|textQuery|search_?(?:term|query)|fetch_count)\w{0,20})["']?\s*:/i;
const opaque = /\/rpc\/|\/functions\/v1\//i;

/** A recipient list that is kept and cut elsewhere. */
const keptElsewhere = (step: Step): boolean =>
  opaque.test(step.host) ||
  step.texts.some(({ path, text }) => /(?:^|\.)view(?:\.value)?$/i.test(path) && text.source !== '') ||
  step.texts.some(({ path }) => plainListPath.test(path));

/** How the step that the recipients come from picks them. */
export const ofSource = (step: Step, position: number): { found: Selection[]; hidden: HiddenSelection[] } => {
  const found: Selection[] = [];
  const hidden: HiddenSelection[] = [];
  const add = (comparison: Comparison, tested = testedBy(comparison)): void => {
    found.push({ step, position, tested, comparison });
  };
  for (const comparison of comparisonsInText(step)) {
    const tested = testedBy(comparison);
    // Looked up by a value of the run: that finds somebody again, it does not choose.
    if (tested !== 'other' || comparison.value !== '') add(comparison, tested);
  }
  for (const { path, text } of step.texts) {
    if (listPath.test(path)) add({ field: path, operator: 'equals', value: text.source }, 'attribute');
    if (has(step, 'calls:http', 'reads:records') && criteria.test(text.source))
      add({ field: criteria.exec(text.source)?.[0] ?? '', operator: 'equals', value: '' }, 'attribute');
  }
  if (step.knowledge === 'stripped') hidden.push({ step, why: 'stripped' });
  else if (has(step, 'calls:flow', 'calls:tools') || step.knowledge === 'uncatalogued')
    hidden.push({ step, why: 'flow' });
  else if (keptElsewhere(step)) hidden.push({ step, why: 'list' });
  else if (has(step, 'calls:http') && !has(step, 'reads:records', 'reads:list') && found.length === 0)
    hidden.push({ step, why: 'flow' });
  return { found, hidden };
};
