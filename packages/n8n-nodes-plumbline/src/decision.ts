import type { components } from './api.gen.ts';

type Decision = components['schemas']['Decision'];
export type Question = components['schemas']['BatchRequest'];

/** The way an item leaves the node by. */
export type Way = 'go' | 'ask' | 'stop';

/** In the order of the node's outputs. */
export const ways: readonly Way[] = ['go', 'ask', 'stop'];

export type Verdict =
  | { readonly kind: 'decided'; readonly way: Way; readonly decision: Decision }
  /** There is no answer that allows, asks or refuses, and why. */
  | { readonly kind: 'no-answer'; readonly why: string; readonly decision: Decision | null };

const wayOf: ReadonlyMap<string, Way> = new Map([
  ['allow', 'go'],
  ['needs-human', 'ask'],
  ['block', 'stop'],
]);

/** Does it have the parts that the node acts on? What else is in it may change without harm. */
const isDecision = (value: unknown): value is Decision =>
  typeof value === 'object' &&
  value !== null &&
  'answer' in value &&
  typeof value.answer === 'string' &&
  'id' in value &&
  typeof value.id === 'string' &&
  'message' in value &&
  typeof value.message === 'string' &&
  'reasons' in value &&
  Array.isArray(value.reasons) &&
  'obligations' in value &&
  Array.isArray(value.obligations);

/** What one answer means. Only the three known words lead anywhere; everything else is no answer. */
export const verdictOf = (value: unknown): Verdict => {
  if (!isDecision(value))
    return { kind: 'no-answer', why: 'What Plumbline answered is not a decision.', decision: null };
  const way = wayOf.get(value.answer);
  if (way !== undefined) return { kind: 'decided', way, decision: value };
  const known = value.answer === 'no-policy' || value.answer === 'error';
  const why = known
    ? value.message
    : `Plumbline answered \`${value.answer}\`, which this node does not know.`;
  return { kind: 'no-answer', why: why.slice(0, 500), decision: value };
};

/** The verdicts of one batch, in the order of its questions. A batch that is not whole answers nothing. */
export const verdictsOf = (body: unknown, asked: number): readonly Verdict[] => {
  const list =
    typeof body === 'object' && body !== null && 'decisions' in body && Array.isArray(body.decisions)
      ? (body.decisions as readonly unknown[])
      : [];
  if (list.length === asked) return list.map(verdictOf);
  const none: Verdict = {
    kind: 'no-answer',
    why: 'Plumbline did not answer every question.',
    decision: null,
  };
  return Array.from({ length: asked }, () => none);
};
