import type { Verdict, Way } from './decision.ts';

const nextOf = { go: 'go', ask: 'ask-a-person', stop: 'stop' } as const;

/** What stands beside an item as `plumbline`. */
export const fieldOf = (verdict: Verdict, way: Way, note: string | undefined): Record<string, unknown> => {
  const { decision } = verdict;
  const said = {
    next: nextOf[way],
    answer: decision?.answer ?? 'none',
    message: verdict.kind === 'decided' ? verdict.decision.message : verdict.why,
    reasons: decision?.reasons ?? [],
    obligations: decision?.obligations ?? [],
    decision: decision?.id ?? null,
    versions: decision?.versions ?? null,
    revision: decision?.revision ?? null,
  };
  return note === undefined ? said : { ...said, note };
};
