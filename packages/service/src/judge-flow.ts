import {
  askCheck,
  checkById,
  type Derived,
  type Flow,
  type Step,
  type Surroundings,
  viewFlow,
} from '@plumbline/core';
import type { Answer, Fact, Facts, Reading, Subject } from '@plumbline/store';
import type { Asked } from './questions.ts';

const factOf = <T>({ is, because, steps }: Derived<T>): Fact<T> => ({
  is,
  because,
  steps: steps.map((step: Step) => ({ id: step.id, name: step.name })),
});

/** What is kept of a fault: its kind and first line. Never a stack, which would name places of this machine. */
const errorText = (error: unknown): string => {
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return (words.split('\n')[0] ?? '').slice(0, 500);
};

export interface Judged {
  readonly reading: Reading;
  readonly answers: readonly Answer[];
  /** False where the reading was there already. */
  readonly isNew: boolean;
}

/**
 * Looks at one flow and asks it these questions. Never throws: a fault while looking, or in one check, is kept in place
 * of what it should have given, so that it stops neither the other checks nor the other flows. What was derived `before`
 * stays.
 */
export const judgeFlow = (
  subject: Subject,
  flow: Flow,
  neighbours: ReadonlyMap<string, Flow>,
  questions: readonly Asked[],
  at: string,
  before?: Reading,
): Judged => {
  const surroundings: Surroundings = {
    find: (id) => neighbours.get(id),
    flows: [...neighbours.values()],
    whole: true,
  };
  try {
    const view = viewFlow(flow, surroundings);
    const answers = questions.map(({ ask, ...question }): Answer => {
      try {
        const check = checkById(ask.check);
        if (check === undefined) throw new Error('there is no such check');
        const { finding, anyOptions } = askCheck(check, view, ask.options);
        return { ...subject, ...question, anyOptions, result: { ok: true, finding }, at };
      } catch (error) {
        const result = { ok: false, error: errorText(error) } as const;
        return { ...subject, ...question, anyOptions: false, result, at };
      }
    });
    if (before?.result.ok === true) return { reading: before, answers, isNew: false };
    const facts: Facts = { kind: factOf(view.kind), customerFacing: factOf(view.customerFacing) };
    return { reading: { ...subject, result: { ok: true, facts }, at }, answers, isNew: true };
  } catch (error) {
    const result = { ok: false, error: errorText(error) } as const;
    return { reading: { ...subject, result, at }, answers: [], isNew: true };
  }
};
