/** How the last attempt to read a source went; `never`: none was made. Each failure is one of its own. */
export const sourceStates = [
  'never',
  'ok',
  'unreachable',
  'refused-key',
  'slow-down',
  'failing',
  'malformed',
  'newer-shape',
] as const;
export type SourceState = (typeof sourceStates)[number];

/** How a source stands. */
export interface SourceStatus {
  readonly state: SourceState;
  /** When it came into this state. */
  readonly since: string;
  /** Why, in a few words without content; null where all is well. */
  readonly detail: string | null;
  readonly lastTriedAt: string | null;
  readonly lastReadAt: string | null;
  /** When it is read again. */
  readonly nextAt: string;
  /** Attempts that failed since it was read last. */
  readonly failures: number;
  /** Workflows it had when it was read last. */
  readonly flows: number;
}

/** Another system whose flows are read by themselves. */
export interface StoredSource extends SourceStatus {
  readonly id: string;
  readonly kind: 'n8n';
  /** The `source` of its flows: `n8n`, or `n8n-` and a name. */
  readonly source: string;
  /** Where it answers, without a path of the API. */
  readonly url: string;
  /** Its API key, encrypted. */
  readonly key: string;
  /** May lie in a private network. */
  readonly allowPrivate: boolean;
  readonly createdAt: string;
  readonly createdBy: string;
}

export interface SourceReads {
  /** By id, oldest first. */
  readonly sources: () => Promise<readonly StoredSource[]>;
  readonly source: (id: string) => Promise<StoredSource | undefined>;
}

export interface SourceWrites {
  /** False, and nothing kept, if there is one whose flows have the same `source`. */
  readonly addSource: (source: StoredSource) => Promise<boolean>;
  readonly removeSource: (id: string) => Promise<boolean>;
  /** Another key, encrypted, and when it is read with it. False if there is no such source. */
  readonly setSourceKey: (id: string, key: string, nextAt: string) => Promise<boolean>;
  /** Moves the next reading if it is still due at `from`: of several processes that try, one reads. */
  readonly claimSource: (id: string, from: string, to: string) => Promise<boolean>;
  /** False if there is no such source any more. */
  readonly noteSource: (id: string, status: SourceStatus) => Promise<boolean>;
}
