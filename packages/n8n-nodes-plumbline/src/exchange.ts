/** One request to Plumbline, as the node makes it. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Path under the base URL, e.g. `/v1/me`. */
  readonly path: string;
  readonly body?: object;
}

export interface Reply {
  readonly status: number;
  /** The body as JSON; a text where it is none. */
  readonly body: unknown;
}

/** Makes one request. Throws where no reply came within its time. */
export type Send = (call: Call) => Promise<Reply>;

/** What the API says when it refuses a request: RFC 9457. */
export interface Problem {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly fix: string;
  /** Where in the request something is wrong, e.g. `requests[3].facts.currency`. */
  readonly paths: string[];
}

export type Result =
  | { readonly kind: 'answered'; readonly body: unknown }
  /** The request or the key is not right: asking the same again will not help. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** No answer that can be used, and why. */
  | { readonly kind: 'none'; readonly why: string };

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const pathsIn = (body: Readonly<Record<string, unknown>>): string[] => {
  const list: readonly unknown[] = Array.isArray(body['problems']) ? body['problems'] : [];
  return list.flatMap((each) => (isRecord(each) && typeof each['path'] === 'string' ? [each['path']] : []));
};

const problemIn = (body: unknown): Problem | undefined => {
  if (!isRecord(body)) return undefined;
  const { code, status, title, detail, fix } = body;
  const whole =
    typeof code === 'string' &&
    typeof status === 'number' &&
    typeof title === 'string' &&
    typeof detail === 'string' &&
    typeof fix === 'string';
  return whole ? { code, status, title, detail, fix, paths: pathsIn(body) } : undefined;
};

/** Statuses that say: not now. */
const later = new Set([408, 425, 429]);

const once = async (send: Send, call: Call): Promise<Result> => {
  let reply: Reply;
  try {
    reply = await send(call);
  } catch (error) {
    return { kind: 'none', why: `Plumbline could not be reached: ${wordsOf(error)}` };
  }
  const { status, body } = reply;
  if (status >= 200 && status < 300) return { kind: 'answered', body };
  const problem = problemIn(body);
  if (problem !== undefined && status >= 400 && status < 500 && !later.has(status))
    return { kind: 'refused', problem };
  return { kind: 'none', why: `Plumbline answered with status ${status}` };
};

/** The reason in an error, short enough to stand in an item. */
export const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 200);

/**
 * Makes a request, and once more where nothing that can be used came back. Only for what may be repeated: questions
 * carry their idempotency keys, so the second is the same question.
 */
export const exchange = async (send: Send, call: Call): Promise<Result> => {
  const first = await once(send, call);
  return first.kind === 'none' ? once(send, call) : first;
};

export const exchangeOnce = once;
