import type { Verdict, Way } from './decision.ts';

const nextOf = { go: 'go', ask: 'ask-a-person', stop: 'stop' } as const;

/** What stands beside an item as `plumbline`. */
export interface Field {
  readonly [name: string]: unknown;
  /** What to do with the item, in words that a model understands too. */
  readonly next: (typeof nextOf)[Way];
  readonly answer: string;
  readonly message: string;
  readonly decision: string | null;
}

export const fieldOf = (verdict: Verdict, way: Way, note: string | undefined): Field => {
  const { decision } = verdict;
  return {
    next: nextOf[way],
    answer: decision?.answer ?? 'none',
    message: verdict.kind === 'decided' ? verdict.decision.message : verdict.why,
    reasons: decision?.reasons ?? [],
    obligations: decision?.obligations ?? [],
    decision: decision?.id ?? null,
    versions: decision?.versions ?? null,
    revision: decision?.revision ?? null,
    ...(note === undefined ? {} : { note }),
  };
};

/** The field of an item for which a person has answered, or nobody in time. */
export const answeredField = (field: Field, way: Way, approval: object, content: unknown): Field => ({
  ...field,
  next: nextOf[way],
  approval,
  ...(content === null || content === undefined ? {} : { content }),
});
