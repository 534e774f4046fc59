import { batches } from './batches.ts';
import { type Question, type Verdict, verdictsOf } from './decision.ts';
import { exchange, exchangeOnce, type Problem, type Send } from './exchange.ts';
import type { Entry, Ledger } from './ledger.ts';

/** `~` stands for the business that the key belongs to. */
export const here = '/v1/businesses/~';

/** Plumbline refused the questions themselves: they, or the key, have to be put right. */
export class Refused extends Error {
  readonly problem: Problem;
  /** Place of the question that is wrong, if one is named. */
  readonly item: number | undefined;
  constructor(problem: Problem, before: number) {
    super(`${problem.title}: ${problem.detail}`);
    this.problem = problem;
    const place = /^requests\[(\d+)\]/.exec(problem.paths[0] ?? '')?.[1];
    this.item = place === undefined ? undefined : before + Number(place);
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
    if (result.kind === 'refused') throw new Refused(result.problem, verdicts.length);
    if (result.kind === 'none') down = result.why;
    verdicts.push(
      ...(result.kind === 'none'
        ? none(result.why, requests.length)
        : verdictsOf(result.body, requests.length)),
    );
  }
  return verdicts;
};

/** Entries that a refusal names as wrong: what was asked while nobody answered was never looked at. */
const wrongIn = ({ paths }: Problem, waiting: readonly Entry[]): readonly string[] =>
  paths.flatMap((path) => {
    const place = /^actions\[(\d+)\]/.exec(path)?.[1];
    const entry = place === undefined ? undefined : waiting[Number(place)];
    return entry === undefined ? [] : [entry.id];
  });

/**
 * Tells Plumbline what went without an answer. What it does not take now waits for the next time; what it can never
 * take is given up, so that it does not hold back the others. Gives how many were given up.
 */
export const tellUnanswered = async (send: Send, ledger: Ledger): Promise<number> => {
  let givenUp = 0;
  for (;;) {
    const waiting = ledger.waiting();
    if (waiting.length === 0) return givenUp;
    const path = `${here}/unanswered`;
    const result = await exchangeOnce(send, { method: 'POST', path, body: { actions: waiting } });
    if (result.kind === 'answered') ledger.drop(waiting.map((each) => each.id));
    if (result.kind !== 'refused') return givenUp;
    const wrong = wrongIn(result.problem, waiting);
    if (wrong.length === 0) return givenUp;
    ledger.drop(wrong);
    givenUp += wrong.length;
  }
};
