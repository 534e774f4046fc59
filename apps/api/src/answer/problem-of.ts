import { type Logger, Problem, problems } from '@plumbline/service';
import { StoreError } from '@plumbline/store';
import { BadJson } from './bad-json.ts';
import { MethodProblem } from './method-problem.ts';
import type { ProblemDocument } from './problem-document.ts';

/** Where in our code it was; without the message, which may quote content. */
const framesOf = (error: Error): readonly string[] =>
  (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 12);

/** Any error as a `Problem`. What was not thrown on purpose is logged, and answered in fixed words. */
const asProblem = (error: unknown, log: Logger): Problem => {
  if (error instanceof Problem) return error;
  if (error instanceof StoreError && error.code !== 'misused') {
    log.error('store-cannot-answer', { code: error.code, error: error.message });
    return new Problem('unavailable', 'The store cannot answer now.');
  }
  if (error instanceof Error) log.error('unexpected', { error: error.name, frames: framesOf(error) });
  else log.error('unexpected', { error: typeof error });
  return new Problem('internal', 'An unexpected error; it has been logged under the request id.');
};

/** Headers that belong to a problem. */
const headersOf = (problem: Problem): Readonly<Record<string, string>> => {
  if (problem instanceof MethodProblem) return { allow: problem.allow };
  if (problem.code === 'unauthenticated') return { 'www-authenticate': 'Bearer realm="plumbline"' };
  return problem.code === 'unavailable' ? { 'retry-after': '5' } : {};
};

export interface ProblemAnswer {
  readonly document: ProblemDocument;
  readonly headers: Readonly<Record<string, string>>;
}

/** The one mapper from errors to what a caller sees. */
export const problemOf = (error: unknown, requestId: string, log: Logger): ProblemAnswer => {
  const problem = asProblem(error, log);
  const { status, title, fix } = problems[problem.code];
  const document: ProblemDocument = {
    type: `/docs#problem-${problem.code}`,
    title,
    status,
    code: problem.code,
    detail: problem.message,
    fix,
    requestId,
    ...(problem.at.length === 0 ? {} : { problems: problem.at.map((at) => ({ ...at })) }),
    ...(problem instanceof BadJson && problem.line !== undefined ? { line: problem.line } : {}),
    ...(problem instanceof BadJson && problem.column !== undefined ? { column: problem.column } : {}),
  };
  return { document, headers: headersOf(problem) };
};
