import { ProblemError, problemIn, UnreachableError } from './problem.ts';

export interface Exchange {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** The same again does no harm. */
  readonly repeatable: boolean;
  /** Milliseconds for everything, waits between attempts included. */
  readonly timeout: number;
  readonly attempts: number;
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal | undefined;
}

/** Statuses that say: not now. */
const later = new Set([408, 425, 429, 500, 502, 503, 504]);
const firstWait = 100;

const waitFor = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
  });

/** Milliseconds that the server asks for in `Retry-After`; 0 where it does not. */
const asked = (answer: Response): number => {
  const seconds = Number(answer.headers.get('retry-after') ?? '0');
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0;
};

const readBody = async (answer: Response): Promise<unknown> => {
  const text = await answer.text();
  if (text === '') return undefined;
  return (answer.headers.get('content-type') ?? '').includes('json') &&
    !(answer.headers.get('content-type') ?? '').includes('jsonl')
    ? (JSON.parse(text) as unknown)
    : text;
};

/** Why a call failed: `fetch failed` says nothing, what lies beneath it does, e.g. `ECONNREFUSED`. */
const whyOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
};

type Attempt =
  | { readonly done: true; readonly value: unknown }
  | { readonly done: false; readonly reason: string; readonly wait: number };

const attempt = async (exchange: Exchange, signal: AbortSignal): Promise<Attempt> => {
  const { url, method, headers, body } = exchange;
  try {
    const answer = await exchange.fetch(url, {
      method,
      headers,
      redirect: 'error',
      signal,
      ...(body === undefined ? {} : { body }),
    });
    const value = await readBody(answer);
    if (answer.ok) return { done: true, value };
    const problem = problemIn(value);
    if (problem !== undefined && !later.has(answer.status)) throw new ProblemError(problem);
    return { done: false, reason: problem?.detail ?? `answered ${answer.status}`, wait: asked(answer) };
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    return { done: false, reason: whyOf(error), wait: 0 };
  }
};

/**
 * Sends a request, and again where that does no harm, until there is an answer or no time left. Throws `ProblemError`
 * for a refusal and `UnreachableError` where no answer came.
 */
export const exchange = async (given: Exchange): Promise<unknown> => {
  const own = AbortSignal.timeout(given.timeout);
  const signal = given.signal === undefined ? own : AbortSignal.any([own, given.signal]);
  let reason = 'not tried';
  for (let n = 0; n < given.attempts; n += 1) {
    const result = await attempt(given, signal);
    if (result.done) return result.value;
    reason = result.reason;
    if (signal.aborted || !given.repeatable || n === given.attempts - 1) break;
    // Up to half more, so that many callers do not come back at the same moment.
    const wait = Math.max(result.wait, firstWait * 2 ** n * (1 + Math.random() / 2));
    try {
      await waitFor(wait, signal);
    } catch {
      break;
    }
  }
  const where = URL.parse(given.url)?.origin ?? given.url;
  throw new UnreachableError(
    own.aborted
      ? `No answer from ${where} within ${given.timeout} ms: ${reason}`
      : `No answer from ${where}: ${reason}`,
  );
};
