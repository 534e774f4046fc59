import type { Cause, Snapshot } from '@plumbline/core';
import type { FlowHead, FlowRef, Page, Wanted } from './port.ts';

/** One evaluation in the life of a flow. */
export interface TrailEntry extends FlowRef {
  /** Ids sort in the order they were made. */
  readonly entry: string;
  /** From 1, without gaps, for each flow and state. */
  readonly number: number;
  readonly name: string;
  readonly at: string;
  readonly snapshot: Snapshot;
  readonly direction: 'worse' | 'better' | 'same';
  readonly harmless: boolean;
  /** Without the differences in full, which follow from the versions. */
  readonly causes: readonly Cause[];
}

/** An entry as it is kept. What many flows have in common is kept once, under its hash. */
export interface NotedEntry extends TrailEntry {
  /** Of what was asked: profile version, and checks with their options. */
  readonly askedHash: string;
  /** Of what the snapshot says. */
  readonly saidHash: string;
}

/** The latest entry of a flow, as far as the next one needs it. */
export type LastNoted = Pick<
  NotedEntry,
  'source' | 'id' | 'state' | 'entry' | 'number' | 'snapshot' | 'askedHash' | 'saidHash'
>;

/** A version of a flow, found again by what it does. */
export interface FlowVersion {
  readonly source: string;
  readonly id: string;
  readonly fingerprint: string;
  readonly name: string;
  readonly at: string;
}

export interface TrailReads {
  /** The latest entry of each of these flows, as far as there is one. */
  readonly lastNoted: (flows: readonly FlowRef[]) => Promise<readonly LastNoted[]>;
  /** Entries of a flow, both its states, newest first; `after` is the `entry` of the last one of the page before. */
  readonly trail: (
    flow: { readonly source: string; readonly id: string },
    page: Page,
  ) => Promise<readonly TrailEntry[]>;
  /**
   * Current flows that have all that is wanted, and whose latest entry stands on another closure, another reader or
   * something else that was asked; in the order of `flows`.
   */
  readonly unnoted: (wanted: Wanted, askedHash: string, page: Page) => Promise<readonly FlowHead[]>;
  /** Newest first; `after` is the fingerprint of the last one of the page before. */
  readonly flowVersions: (
    flow: { readonly source: string; readonly id: string },
    page: Page,
  ) => Promise<readonly FlowVersion[]>;
  /** The workflow of a version that is kept. */
  readonly versionOf: (
    source: string,
    id: string,
    fingerprint: string,
  ) => Promise<(FlowVersion & { readonly workflow: string }) | undefined>;
}

export interface TrailWrites {
  /**
   * Adds entries, one a flow, each of which must follow the latest one by number. Gives the `entry` of those that did:
   * of two workers that note the same, one does.
   */
  readonly appendTrail: (entries: readonly NotedEntry[]) => Promise<ReadonlySet<string>>;
  /**
   * Says of the latest entries of these flows what was asked; with anything else the flows are noted again as soon as
   * they are current.
   */
  readonly markNoted: (flows: readonly FlowRef[], askedHash: string) => Promise<void>;
}
