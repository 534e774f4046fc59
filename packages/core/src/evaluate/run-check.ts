import type { Check, Place } from '../checks/define.ts';
import { canonical } from '../flow/fingerprint.ts';
import type { Step } from '../flow/flow.ts';
import type { FlowView } from '../flow/view.ts';
import { evidenceFor, type Finding, type Occurrence, type StepRef, worst } from './finding.ts';

const ref = (step: Step): StepRef => ({ id: step.id, name: step.name });

const occurrence = (check: string, place: Place): Occurrence => {
  const mark = place.mark === undefined ? '' : `:${place.mark}`;
  return {
    key: `${check}:${place.about.map((step) => step.id).join('+')}${mark}`,
    verdict: place.verdict,
    evidence: place.evidence ?? 'proven',
    steps: place.about.map(ref),
    witness: (place.witness ?? []).map(ref),
    message: place.message,
    ...(place.adjustment === undefined ? {} : { adjustment: place.adjustment }),
    ...(place.question === undefined ? {} : { question: place.question }),
    ...(place.serves === undefined ? {} : { serves: place.serves }),
  };
};

/** Asks one check one question. `options` must have passed the check's own schema, as `parseProfile` makes sure. */
export const runCheck = (
  check: Check,
  view: FlowView,
  options: Readonly<Record<string, unknown>>,
): Finding => {
  const places = check.evaluate(view, check.meta.options.parse(options));
  const occurrences = places.map((place) => occurrence(check.meta.id, place));
  const verdict = worst(occurrences.map((each) => each.verdict));
  return {
    check: check.meta.id,
    options: canonical(options),
    verdict,
    evidence: occurrences.length === 0 ? 'proven' : evidenceFor(verdict, occurrences),
    occurrences,
  };
};
