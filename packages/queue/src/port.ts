import { z } from 'zod';

/** A turn of one business: some of what is missing there is judged, from a place in the order of its flows on. */
export const turnSchema = z.strictObject({
  business: z.string().min(1),
  after: z.string().optional(),
  /** Something before that place needs to be looked at again once the end is reached. */
  again: z.boolean().optional(),
  /** Nothing to judge: flows that stand on something else by now are written into their trails, from this place on. */
  noting: z.string().optional(),
  /** Nothing to judge: something else of the business may fall due, such as a call. */
  tend: z.boolean().optional(),
});
export type Turn = Readonly<z.infer<typeof turnSchema>>;

export interface Depth {
  readonly waiting: number;
  readonly running: number;
  /** Failed, and waiting for their next try. */
  readonly retrying: number;
}

export interface Taking {
  /** Takes no more, and resolves when what runs has ended. */
  readonly stop: () => Promise<void>;
}

/**
 * Carries turns. First come, first served: a business with many flows stands in line again after each turn. It may lose
 * what it carries, or carry it twice: the store knows what is missing.
 */
export interface Queue {
  /** Puts turns at the end of the line. Rejects where it cannot be reached. */
  readonly add: (turns: readonly Turn[]) => Promise<void>;
  /**
   * Takes turns, at most so many at once in this process. A turn whose work rejects is tried again, later each time, and
   * dropped after the last try.
   */
  readonly take: (work: (turn: Turn) => Promise<void>, atOnce: number) => Taking;
  /** Calls back when the carrier was away and is back: what it carried may be gone. */
  readonly onReturn: (run: () => void) => void;
  /** Resolves when nothing waits and nothing runs; what failed may wait for its next try. */
  readonly idle: () => Promise<void>;
  readonly depth: () => Promise<Depth>;
  /** Rejects where it cannot be reached. */
  readonly ready: () => Promise<void>;
  /** Ends what was begun with `take` and lets go of connections. */
  readonly close: () => Promise<void>;
}

export interface Retries {
  /** How often a turn is tried before it is dropped. */
  readonly tries: number;
  /** Milliseconds to wait after the try of this number, from 1. */
  readonly wait: (failed: number) => number;
}

const firstWait = 1_000;
const longestWait = 60_000;

/** Twice the wait after each failure, up to a minute. */
export const patientRetries: Retries = {
  tries: 10,
  wait: (failed) => Math.min(firstWait * 2 ** (failed - 1), longestWait),
};
