import { batches } from './batches.ts';
import { type Question, type Verdict, verdictsOf } from './decision.ts';
import { exchange, exchangeOnce, type Problem, type Send } from './exchange.ts';
import type { Ledger } from './ledger.ts';

/** `~` stands for the business that the key belongs to. */
export const here = '/v1/businesses/~';

/** Plumbline refused the questions themselves: they, or the key, have to be put right. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.title}: ${problem.detail}`);
    this.problem = problem;
  }
}

const none = (why: string, count: number): readonly Verdict[] =>
  Array.from({ length: count }, () => ({ kind: 'no-answer', why, decision: null }));

/**
 * Asks all questions, as few requests as carry them, each in order and each repeated once where no answer came. Gives
 * a verdict for every question. Throws `Refused`.
 */
export const askAll = async (send: Send, questions: readonly Question[]): Promise<readonly Verdict[]> => {
  const verdicts: Verdict[] = [];
  let down: string | undefined;
  for (const requests of batches(questions)) {
    // Whoever does not answer now is not asked a hundred times more.
    if (down !== undefined) {
      verdicts.push(...none(down, requests.length));
      continue;
    }
    const result = await exchange(send, {
      method: 'POST',
      path: `${here}/decisions/batch`,
      body: { requests },
    });
    if (result.kind === 'refused') throw new Refused(result.problem);
    if (result.kind === 'none') down = result.why;
    verdicts.push(
      ...(result.kind === 'none'
        ? none(result.why, requests.length)
        : verdictsOf(result.body, requests.length)),
    );
  }
  return verdicts;
};

/** Tells Plumbline what went without an answer. What it does not take now waits for the next time. */
export const tellUnanswered = async (send: Send, ledger: Ledger): Promise<void> => {
  const waiting = ledger.waiting();
  if (waiting.length === 0) return;
  const result = await exchangeOnce(send, {
    method: 'POST',
    path: `${here}/unanswered`,
    body: { actions: waiting },
  });
  if (result.kind === 'answered') ledger.drop(waiting.map((each) => each.id));
};
