import type { Check, Place } from '../checks/define.ts';
import { canonical } from '../flow/fingerprint.ts';
import type { Step } from '../flow/flow.ts';
import type { FlowView } from '../flow/view.ts';
import { evidenceFor, type Finding, isGraver, type Occurrence, type StepRef, worst } from './finding.ts';

const ref = (step: Step): StepRef => ({ id: step.id, name: step.name });

const occurrence = (check: string, place: Place): Occurrence => {
  const mark = place.mark === undefined ? '' : `:${place.mark}`;
  return {
    key: `${check}:${place.about.map((step) => step.id).join('+')}${mark}`,
    verdict: place.verdict,
    evidence: place.evidence ?? 'proven',
    steps: place.about.map(ref),
    // What is proven has something to show: without a way, the place itself.
    witness: (place.witness?.length ? place.witness : place.about).map(ref),
    message: place.message,
    ...(place.adjustment === undefined ? {} : { adjustment: place.adjustment }),
    ...(place.question === undefined ? {} : { question: place.question }),
    ...(place.serves === undefined ? {} : { serves: place.serves }),
  };
};

/** Options that say whether anything of them was looked at. Checks are pure and run one at a time. */
interface Watched {
  readonly value: unknown;
  looked: boolean;
}

const watch = (options: unknown): Watched => {
  const target = options as object;
  const look =
    <Rest extends unknown[], Result>(read: (...rest: Rest) => Result) =>
    (...rest: Rest): Result => {
      watched.looked = true;
      return read(...rest);
    };
  const value = new Proxy(target, {
    get: look(Reflect.get),
    has: look(Reflect.has),
    ownKeys: look(Reflect.ownKeys),
    getOwnPropertyDescriptor: look(Reflect.getOwnPropertyDescriptor),
  });
  const watched: Watched = { value, looked: false };
  return watched;
};

/** What a check takes for options as a profile gives them. Profiles are plain data, judged over and over. */
interface Asked {
  readonly options: Watched;
  readonly text: string;
}
const asked = new WeakMap<Check, WeakMap<object, Asked>>();

const askedWith = (check: Check, options: Readonly<Record<string, unknown>>): Asked => {
  let ofCheck = asked.get(check);
  if (ofCheck === undefined) {
    ofCheck = new WeakMap();
    asked.set(check, ofCheck);
  }
  const before = ofCheck.get(options);
  if (before !== undefined) return before;
  const made = { options: watch(check.meta.options.parse(options)), text: canonical(options) };
  ofCheck.set(options, made);
  return made;
};

/**
 * One occurrence a place: what a check says twice of one place, as of a step that two models feed, is its worst verdict
 * with the strongest evidence for it. Waivers are bound to the key, so it must name one thing.
 */
const onePerPlace = (occurrences: readonly Occurrence[]): readonly Occurrence[] => {
  if (occurrences.length < 2) return occurrences;
  const byKey = new Map<string, Occurrence>();
  for (const each of occurrences) {
    const before = byKey.get(each.key);
    if (before === undefined || isGraver(each, before)) byKey.set(each.key, each);
  }
  return byKey.size === occurrences.length ? occurrences : [...byKey.values()];
};

/** What a check says of a flow. */
export interface Answered {
  readonly finding: Finding;
  /** It did not look at its options on the way, so the finding is the same whatever they are. */
  readonly anyOptions: boolean;
}

/** Asks one check one question. `options` must have passed the check's own schema, as `parseProfile` makes sure. */
export const askCheck = (
  check: Check,
  view: FlowView,
  options: Readonly<Record<string, unknown>>,
): Answered => {
  const { options: watched, text } = askedWith(check, options);
  watched.looked = false;
  const places = check.evaluate(view, watched.value);
  const occurrences = onePerPlace(places.map((place) => occurrence(check.meta.id, place)));
  const verdict = worst(occurrences.map((each) => each.verdict));
  const finding: Finding = {
    check: check.meta.id,
    options: text,
    verdict,
    evidence: occurrences.length === 0 ? 'proven' : evidenceFor(verdict, occurrences),
    occurrences,
  };
  return { finding, anyOptions: !watched.looked };
};

/** The finding alone. */
export const runCheck = (check: Check, view: FlowView, options: Readonly<Record<string, unknown>>): Finding =>
  askCheck(check, view, options).finding;
