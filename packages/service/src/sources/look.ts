/** One question to another program, which changes nothing there. */
export interface Looking {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The address may lie in a private network. */
  readonly allowPrivate: boolean;
  /** Breaks off. */
  readonly signal?: AbortSignal;
}

export type Looked =
  | { readonly ok: true; readonly status: number; readonly retryAfter: string | null; readonly body: string }
  /** `cut`: it began to answer and broke off. */
  | { readonly ok: false; readonly why: 'unreachable' | 'cut'; readonly reason: string };

/** Gets it; follows no redirect and never throws. */
export type Look = (question: Looking) => Promise<Looked>;
