/** What came of asking n8n. `cut`: it began to answer and broke off. */
export type Asked =
  | { readonly ok: true; readonly status: number; readonly retryAfter: string | null; readonly body: string }
  | { readonly ok: false; readonly why: 'unreachable' | 'cut'; readonly reason: string };

/** Gets a path of the public API, e.g. `/workflows?limit=250`, with its key; never throws. */
export type Ask = (path: string) => Promise<Asked>;

/** Why n8n could not be read, each to be told apart. */
export type FaultState =
  | 'unreachable'
  | 'refused-key'
  | 'slow-down'
  | 'failing'
  | 'malformed'
  | 'newer-shape';

export interface Fault {
  readonly state: FaultState;
  /** In a few words, without anything of what n8n said. */
  readonly detail: string;
  /** Seconds that n8n asks to be left alone; null where it says nothing. */
  readonly retryAfter: number | null;
}

/** Something was read, or why not. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault };

const day = 24 * 60 * 60;

/** `Retry-After` in seconds; a date counts from `now`, in epoch ms. Bounded to a day. */
const retryAfterSeconds = (header: string | null, now: number): number | null => {
  if (header === null) return null;
  const seconds = /^\d{1,9}$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(Math.ceil(seconds), 0), day) : null;
};

export const faultOf = (state: FaultState, detail: string, retryAfter: number | null = null) =>
  ({ ok: false, fault: { state, detail, retryAfter } }) as const;

/** The JSON of an answer of 200; a fault for everything else. `now` in epoch ms. */
export const jsonOf = (asked: Asked, now: number): Read<unknown> => {
  if (!asked.ok) return faultOf(asked.why === 'cut' ? 'malformed' : 'unreachable', asked.reason);
  const { status } = asked;
  if (status === 401 || status === 403)
    return faultOf('refused-key', `n8n answers ${status}: the key is wrong, or may not read workflows.`);
  if (status === 429)
    return faultOf('slow-down', 'n8n asks to be asked less often.', retryAfterSeconds(asked.retryAfter, now));
  if (status >= 500)
    return faultOf('failing', `n8n answers ${status}.`, retryAfterSeconds(asked.retryAfter, now));
  if (status !== 200) return faultOf('newer-shape', `n8n answers ${status} where its workflows should be.`);
  try {
    return { ok: true, value: JSON.parse(asked.body) };
  } catch {
    return faultOf(
      'malformed',
      /^\s*</.test(asked.body)
        ? 'What answers is a web page, not the API of n8n.'
        : 'The answer is no whole JSON: it broke off on the way.',
    );
  }
};
