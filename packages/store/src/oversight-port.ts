import type { Snapshot } from '@plumbline/core';
import type { AuditRow, FlowState, Page } from './port.ts';

export const oversightKinds = ['sign-off', 'attestation', 'waiver', 'practice'] as const;
export type OversightKind = (typeof oversightKinds)[number];

interface Entry {
  readonly id: string;
  /** The person who says so. */
  readonly by: string;
  /** The key it came with. */
  readonly actor: string;
  readonly at: string;
  /** Comment, reason or answer in words. */
  readonly words: string;
  readonly until: string | null;
  readonly revokedAt: string | null;
  readonly revokedBy: string | null;
  /** When it was told that it lapses soon, and that it has lapsed. */
  readonly soonToldAt: string | null;
  readonly lapseToldAt: string | null;
}

interface OfFlow {
  readonly source: string;
  readonly flow: string;
}

/** The owner accepts a flow as it stands: what drift is measured from. */
export interface SignOff extends Entry, OfFlow {
  readonly kind: 'sign-off';
  readonly detail: { readonly state: FlowState; readonly snapshot: Snapshot };
}

/** The answer to the question of one place. */
export interface Attestation extends Entry, OfFlow {
  readonly kind: 'attestation';
  readonly detail: {
    readonly key: string;
    readonly check: string;
    readonly checkVersion: number;
    readonly options: string;
    readonly question: string;
    readonly holds: boolean;
    /** Hash of the part of the flow it speaks of. */
    readonly part: string;
  };
}

export interface WaivedPlace {
  readonly key: string;
  readonly check: string;
  readonly options: string;
  readonly message: string;
}

/** A fault accepted as it is, until a time. */
export interface Waiver extends Entry, OfFlow {
  readonly kind: 'waiver';
  readonly detail: { readonly places: readonly WaivedPlace[] };
}

/** Something only people can vouch for; of the whole business. */
export interface PracticeAttestation extends Entry {
  readonly kind: 'practice';
  readonly detail: { readonly practice: string };
}

export type Oversight = SignOff | Attestation | Waiver | PracticeAttestation;

interface FlowName {
  readonly source: string;
  readonly id: string;
}

export interface OversightReads {
  /** The latest audit row of this action on this subject. */
  readonly latestAudit: (action: string, subject: string) => Promise<AuditRow | undefined>;
  /** Newest first; `after` is the id of the last one of the page before. */
  readonly oversight: (
    page: Page & {
      readonly kind?: OversightKind | undefined;
      readonly flow?: FlowName | undefined;
      /** Leaves out what was taken back. */
      readonly standing?: boolean | undefined;
    },
  ) => Promise<readonly Oversight[]>;
  readonly oversightById: (id: string) => Promise<Oversight | undefined>;
  /** What was not taken back of these kinds for these flows, oldest first, whether its time is over or not. */
  readonly oversightOf: (
    flows: readonly FlowName[],
    kinds: readonly OversightKind[],
  ) => Promise<readonly Oversight[]>;
  /** Practices vouched for and not taken back, oldest first. */
  readonly practices: () => Promise<readonly PracticeAttestation[]>;
  /** What was not taken back, runs out at `before` or earlier, and was not told of yet. Earliest first. */
  readonly untold: (what: 'soon' | 'lapse', before: string, limit: number) => Promise<readonly Oversight[]>;
}

export interface OversightWrites {
  readonly addOversight: (entry: Oversight) => Promise<void>;
  /** False if there is none, or it was taken back already. */
  readonly revokeOversight: (id: string, at: string, by: string) => Promise<boolean>;
  /** Notes that it was told; false if somebody was quicker. */
  readonly noteTold: (id: string, what: 'soon' | 'lapse', at: string) => Promise<boolean>;
}
