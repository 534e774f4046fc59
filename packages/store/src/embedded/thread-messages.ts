import type { StoredDecision } from '../decision-port.ts';

/** Decisions of one business that are written down together, as JSON in a message. */
export interface Batch {
  readonly scope: string;
  readonly decisions: readonly StoredDecision[];
}

export interface ThreadData {
  readonly file: string;
}

/** One commit to make. `era` rises when one has failed: what was worked out on top of it must not be written. */
export interface CommitOrder {
  readonly number: number;
  readonly era: number;
  /** A `Batch` as text, which costs less to hand over than its objects. */
  readonly batch: string;
}

/** An error as it gets through a message; `errcode` is SQLite's. */
export interface CommitFailure {
  readonly message: string;
  readonly errcode?: number;
}

export type CommitReport =
  | { readonly ready: true }
  /** All orders up to this number are on disk. */
  | { readonly done: number }
  | { readonly failed: readonly number[]; readonly failure: CommitFailure };
