import type { components } from './api.gen.ts';
import { exchange } from './exchange.ts';
import { UnreachableError } from './problem.ts';
import type { InputOf, Method, PathFor, ResultOf } from './typed.ts';

export type Decision = components['schemas']['Decision'];
export type Question = components['schemas']['AskDecision'];
export type RecordedOutcome = components['schemas']['RecordOutcome'];

export interface ClientOptions {
  /** Address of the server, e.g. `http://127.0.0.1:4777`. */
  readonly url: string;
  /** `plb_...`, with the scope `decide` for decisions. */
  readonly key: string;
  /** Id of the business that `decide` and its like are about. */
  readonly business: string;
  /** Milliseconds for a decision, repeats included; 2,000 unless given. */
  readonly decisionTimeout?: number;
  /** Milliseconds for anything else; 30,000 unless given. */
  readonly timeout?: number;
  /** How often it is tried at most; 3 unless given. */
  readonly attempts?: number;
  readonly fetch?: typeof fetch;
}

export interface CallOptions {
  /** Names this very request, so that repeating it is safe; `decide` makes one of its own unless given. */
  readonly idempotencyKey?: string;
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

/** A decision that could not be had. It allows nothing: only `allow` does. */
const noAnswer = (message: string): Decision => ({
  id: null,
  at: new Date().toISOString(),
  answer: 'error',
  message,
  reasons: [],
  observed: [],
  obligations: [],
  contact: 'none',
  content: 'none',
  approval: null,
  versions: { profile: null, rules: '' },
  revision: null,
});

const answers: readonly unknown[] = ['allow', 'needs-human', 'block', 'no-policy', 'error'];

/** Whatever else may listen at that address: an answer has one of the five words. */
const isDecision = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'answer' in value && answers.includes(value.answer);

export interface Client {
  /** Calls any operation of the API; path, query, body and result have the types of its description. */
  readonly call: <M extends Method, P extends PathFor<M>>(
    method: M,
    path: P,
    input: InputOf<P, M>,
    options?: CallOptions,
  ) => Promise<ResultOf<P, M>>;
  /**
   * Asks before you act: act on `answer === 'allow'` only. Where no answer comes in time the answer is `error`. Throws
   * `ProblemError` for a request or a key that the server refuses.
   */
  readonly decide: (question: Question, options?: CallOptions) => Promise<Decision>;
  /** Gives back the contact of a decision, because nothing was sent. */
  readonly release: (decision: string, options?: CallOptions) => Promise<void>;
  /** Records how an indicator stands. The same again is recorded once. */
  readonly record: (outcome: RecordedOutcome, options?: CallOptions) => Promise<void>;
}

const addressOf = (url: string, path: string, input: Inputs): string => {
  const filled = path.replaceAll(/\{([a-z]+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input.path?.[name] ?? '')),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {}))
    if (value !== undefined && value !== null) query.set(name, String(value));
  const search = query.size === 0 ? '' : `?${query}`;
  return `${url.replace(/\/+$/, '')}${filled}${search}`;
};

interface Inputs {
  readonly path?: Readonly<Record<string, unknown>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
}

/** A client of one server, for one business. Keeps no state and needs nothing but `fetch`. */
export const createClient = (options: ClientOptions): Client => {
  const { url, key, business, decisionTimeout = 2_000, timeout = 30_000, attempts = 3 } = options;
  const call: Client['call'] = async (method, path, input, more = {}) => {
    const given = input as Inputs;
    const { idempotencyKey } = more;
    const result = await exchange({
      url: addressOf(url, path, given),
      method: method.toUpperCase(),
      headers: {
        authorization: `Bearer ${key}`,
        accept: 'application/json',
        ...(given.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
      body: given.body === undefined ? undefined : JSON.stringify(given.body),
      repeatable: method !== 'post' || idempotencyKey !== undefined,
      timeout: more.timeout ?? timeout,
      attempts,
      fetch: options.fetch ?? fetch,
      signal: more.signal,
    });
    return result as ResultOf<typeof path, typeof method>;
  };
  return {
    call,
    decide: async (question, more = {}) => {
      const own = { timeout: decisionTimeout, idempotencyKey: crypto.randomUUID(), ...more };
      try {
        const path = '/v1/businesses/{business}/decisions';
        const decision = await call('post', path, { path: { business }, body: question }, own);
        return isDecision(decision) ? decision : noAnswer('What answered is no Plumbline.');
      } catch (error) {
        if (!(error instanceof UnreachableError)) throw error;
        return noAnswer(`${error.message}. Nothing is allowed by that.`);
      }
    },
    release: async (decision, more = {}) => {
      const path = '/v1/businesses/{business}/decisions/{decision}/contact';
      await call('delete', path, { path: { business, decision } }, more);
    },
    record: async (outcome, more = {}) => {
      const path = '/v1/businesses/{business}/outcomes';
      // An outcome names itself by what it says, so repeating it is safe.
      const own = { idempotencyKey: crypto.randomUUID(), ...more };
      await call('post', path, { path: { business }, body: outcome }, own);
    },
  };
};
