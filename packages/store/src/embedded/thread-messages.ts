/** Rows of one table. Every one has its values in the order of the columns. */
export interface Rows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface ThreadData {
  readonly file: string;
  /** Contacts that gather before they get their places. */
  readonly generation: number;
}

/** One commit to make. `era` rises when one has failed: what was worked out on top of it must not be written. */
export interface CommitOrder {
  readonly number: number;
  readonly era: number;
  /** How many decisions are in it. */
  readonly count: number;
  readonly decisions: Rows | null;
  readonly contacts: Rows | null;
}

/** An error as it gets through a message; `errcode` is SQLite's. */
export interface CommitFailure {
  readonly message: string;
  readonly errcode?: number;
}

export type CommitReport =
  | { readonly ready: true }
  /** All orders up to `done` are on disk; contacts of those up to `placed` have their places. */
  | { readonly done: number; readonly placed: number }
  | { readonly failed: readonly number[]; readonly failure: CommitFailure };
