import type { Page } from './port.ts';

/** One reading of an indicator. */
export interface Outcome {
  /** Given by whoever records it: the same id twice is one outcome. */
  readonly id: string;
  readonly indicator: string;
  readonly value: number;
  readonly at: string;
  readonly flow: { readonly source: string; readonly id: string } | null;
  readonly decision: string | null;
  readonly recordedAt: string;
}

/** An indicator on one day, UTC. */
export interface OutcomeDay {
  readonly indicator: string;
  /** `2026-11-25`. */
  readonly day: string;
  readonly count: number;
  readonly sum: number;
  readonly least: number;
  readonly most: number;
}

export interface OutcomeReads {
  readonly outcomesById: (ids: readonly string[]) => Promise<readonly Outcome[]>;
  /** By time, newest first; `after` is the `outcomeCursor` of the last one of the page before. */
  readonly outcomes: (
    page: Page & { readonly indicator?: string | undefined },
  ) => Promise<readonly Outcome[]>;
  /** By indicator and day, from `since` up to before `until`. */
  readonly outcomeDays: (range: {
    readonly since: string;
    readonly until: string;
  }) => Promise<readonly OutcomeDay[]>;
}

export interface OutcomeWrites {
  /** Ids that are there already are refused. */
  readonly addOutcomes: (outcomes: readonly Outcome[]) => Promise<void>;
}

export const outcomeCursor = ({ at, id }: Pick<Outcome, 'at' | 'id'>): string => JSON.stringify([at, id]);
