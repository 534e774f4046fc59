import type { components } from './api.gen.ts';

/** What the API says when it refuses a request: RFC 9457. */
export type ProblemDocument = components['schemas']['Problem'];

/** The API refused the request, and asking the same again will not help. `fix` says what to do. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: ProblemDocument;
  constructor(problem: ProblemDocument) {
    const detail = /[.!?]$/.test(problem.detail) ? problem.detail : `${problem.detail}.`;
    super(`${problem.title}: ${detail} ${problem.fix}`);
    this.problem = problem;
  }
}

/** No answer came, however often it was asked: no connection, no time left, or a server that cannot answer now. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** A problem document, or undefined for anything else. */
export const problemIn = (value: unknown): ProblemDocument | undefined =>
  typeof value === 'object' && value !== null && 'code' in value && 'fix' in value && 'detail' in value
    ? (value as ProblemDocument)
    : undefined;
