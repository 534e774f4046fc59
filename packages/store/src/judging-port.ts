import type { FlowRef } from './port.ts';

/** A current flow as it stands: whoever changes it makes it another one. */
export interface ClaimedFlow extends FlowRef {
  readonly closure: string;
  readonly contentHash: string;
}

/** Flows that a worker is judging. A worker that ends without letting go leaves the claim behind. */
export interface Claim {
  readonly id: string;
  readonly worker: string;
  /** When the claim is taken for left behind, unless it is put again with a later time. */
  readonly until: string;
  /** Hash of what is asked of these flows. */
  readonly wanted: string;
  readonly flows: readonly ClaimedFlow[];
}

/** A flow whose judging ended the worker, so many times, as long as its closure is this one. */
export interface Trouble {
  readonly source: string;
  readonly id: string;
  readonly closure: string;
  readonly times: number;
}

/** A time in which findings are missing, from when that was first seen. */
export interface Run {
  readonly since: string;
  /** When something was last judged, or `since`. */
  readonly lastAt: string;
  readonly judged: number;
  /** When nothing was missing any more; null while something is. */
  readonly endedAt: string | null;
}

export interface JudgingReads {
  /** By id. */
  readonly claims: () => Promise<readonly Claim[]>;
  readonly troubles: () => Promise<readonly Trouble[]>;
  /** The latest run. */
  readonly run: () => Promise<Run | undefined>;
}

export interface JudgingWrites {
  /** Adds a claim or replaces it. */
  readonly putClaim: (claim: Claim) => Promise<void>;
  /** False if there is none. */
  readonly removeClaim: (id: string) => Promise<boolean>;
  readonly putTrouble: (trouble: Trouble) => Promise<void>;
  readonly removeTroubles: (
    flows: readonly { readonly source: string; readonly id: string }[],
  ) => Promise<void>;
  /** Begins a run unless one is under way. */
  readonly beginRun: (at: string) => Promise<void>;
  /** So many more were judged in the run under way; nothing if there is none. */
  readonly advanceRun: (at: string, judged: number) => Promise<void>;
  /** Ends the run under way, if there is one. */
  readonly endRun: (at: string) => Promise<void>;
}
