import type { Finding, FlowKind, Gist, Profile, StepRef } from '@plumbline/core';
import type { AlertReads, AlertWrites } from './alert-port.ts';
import type { ApprovalReads, ApprovalWrites } from './approval-port.ts';
import type { ConversationReads, ConversationWrites } from './conversation-port.ts';
import type { DecisionReads, DecisionWrites } from './decision-port.ts';
import type { EventReads, EventWrites } from './event-port.ts';
import type { HandoverReads, HandoverWrites } from './handover-port.ts';
import type { JudgingReads, JudgingWrites } from './judging-port.ts';
import type { OutcomeReads, OutcomeWrites } from './outcome-port.ts';
import type { OversightReads, OversightWrites } from './oversight-port.ts';
import type { SourceReads, SourceWrites } from './source-port.ts';
import type { TrailReads, TrailWrites } from './trail-port.ts';

/**
 * What Plumbline keeps. Times are ISO 8601 in UTC, given by the caller: the store has no clock. Every read and every
 * write goes through a handle that is bound to one scope, so no method can name another business.
 */
export interface Store {
  /** Every business, by id; `after` is the last id of the page before. */
  readonly listBusinesses: (page: Page) => Promise<readonly Business[]>;
  /** The key with this SHA-256 (lower-case hex), revoked ones included. */
  readonly findKeyByHash: (hash: string) => Promise<ApiKey | undefined>;
  /** Reads one consistent state of one scope: a business id, or `installation`. */
  readonly read: <T>(scope: string, work: (view: StoreView) => Promise<T>) => Promise<T>;
  /**
   * Everything `work` writes, or nothing: a rejection rolls back. Resolves once it is durable. Must not be called from
   * inside another transaction, nor `read` from inside one; the handle is dead afterwards.
   */
  readonly transaction: <T>(scope: string, work: (tx: StoreTransaction) => Promise<T>) => Promise<T>;
  /**
   * Notes the first time by which key recipients are hashed, and says ever after whether it is still that one. Under
   * another key nobody would be recognised: those who opted out would be written to again.
   */
  readonly isVault: (fingerprint: string) => Promise<boolean>;
  /** Resolves when the store can answer; rejects with a `StoreError` otherwise. */
  readonly ready: () => Promise<void>;
  /** Waits for what is under way, then lets go of files and connections. */
  readonly close: () => Promise<void>;
}

/** Scope of what belongs to no business: admin keys and the audit rows about them. No business can have this id. */
export const installation = '_';

export interface Page {
  readonly limit: number;
  readonly after?: string | undefined;
}

export interface Business {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
}

export const keyScopes = ['read', 'answer', 'write', 'decide', 'gate', 'admin'] as const;
export type KeyScope = (typeof keyScopes)[number];

/** A key as it is kept: its secret is not in here, only the secret's SHA-256. */
export interface ApiKey {
  readonly id: string;
  /** A business id, or `installation` for admin keys. */
  readonly scope: string;
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly hash: string;
  readonly createdAt: string;
  readonly revokedAt: string | null;
  readonly lastUsedAt: string | null;
}

export interface ProfileVersion {
  /** From 1, without gaps, in the order they were put. */
  readonly version: number;
  readonly hash: string;
  /** Strong entity tag, quotes included. */
  readonly etag: string;
  readonly profile: Profile;
  readonly createdAt: string;
  readonly createdBy: string;
}

export const flowStates = ['published', 'draft'] as const;
/** `published`: what runs. `draft`: kept beside it, shown as such. */
export type FlowState = (typeof flowStates)[number];

/** Names one kept flow. A flow can have a published version and a draft at the same time. */
export interface FlowRef {
  readonly source: string;
  readonly id: string;
  readonly state: FlowState;
}

/** What is known of a kept flow without opening its workflow. */
export interface FlowHead extends FlowRef {
  readonly name: string;
  /** From 1; rises whenever what the flow does, or its name, changes. */
  readonly revision: number;
  readonly fingerprint: string;
  readonly closure: string;
  /** Version of the reader and catalogue that fingerprint and references come from. */
  readonly reader: string;
  /** Ids of the flows of the same source that this one names: sub-flows, tools, error flow. */
  readonly references: readonly string[];
  /** Hash of the kept workflow text, to tell identical content. */
  readonly contentHash: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly removedAt: string | null;
}

export interface StoredFlow extends FlowHead {
  /** The workflow's JSON text, without pinned data, static data and credential data. */
  readonly workflow: string;
}

/** A check with its version and the canonical text of its options: what a finding answers. */
export interface Question {
  readonly check: string;
  readonly version: number;
  readonly options: string;
}

/** What a finding is true of: one flow under one closure fingerprint, as one reader version saw it. */
export interface Subject {
  readonly source: string;
  readonly id: string;
  readonly closure: string;
  readonly reader: string;
}

/** Something derived of a flow, with the reason and the steps that show it. */
export interface Fact<T> {
  readonly is: T;
  readonly because: string;
  readonly steps: readonly StepRef[];
}

export interface Facts {
  readonly kind: Fact<FlowKind>;
  readonly customerFacing: Fact<boolean | 'unknown'>;
}

/** What was derived of a subject before any check, or why that failed. */
export interface Reading extends Subject {
  readonly result:
    | { readonly ok: true; readonly facts: Facts }
    | { readonly ok: false; readonly error: string };
  readonly at: string;
}

/**
 * The answer to one question about a subject: a finding or the gist of it, or why there is none. Never holds profile,
 * waivers or attestations.
 */
export interface Answer<Found extends Gist = Finding> extends Subject, Question {
  /** The check did not look at its options: this answers every question of the same check and version. */
  readonly anyOptions: boolean;
  readonly result:
    | { readonly ok: true; readonly finding: Found }
    | { readonly ok: false; readonly error: string };
  readonly at: string;
}

/** What must be true: every current flow was read by one of `readers` and has an answer to each of `questions`. */
export interface Wanted {
  readonly readers: readonly string[];
  readonly questions: readonly Question[];
}

/** How far a business is from what must be true. */
export interface Progress {
  readonly flows: number;
  readonly missing: number;
  /** Current flows whose reading, or an answer to one of the questions, is an error. */
  readonly failed: number;
}

export interface AuditRow {
  readonly id: string;
  readonly at: string;
  /** Who did it: a key's id, or what stands for it. */
  readonly actor: string;
  /** For example `flow.put`. */
  readonly action: string;
  readonly subject: string;
  /** Hashes, numbers and names; never content or secrets. */
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** Reads of one scope. */
export interface StoreView
  extends DecisionReads,
    ApprovalReads,
    HandoverReads,
    EventReads,
    AlertReads,
    OutcomeReads,
    SourceReads,
    OversightReads,
    TrailReads,
    ConversationReads,
    JudgingReads {
  readonly business: () => Promise<Business | undefined>;
  /** By time of creation. */
  readonly keys: () => Promise<readonly ApiKey[]>;
  /** The latest version without its content, which is long. */
  readonly profileHead: () => Promise<Pick<ProfileVersion, 'version' | 'hash'> | undefined>;
  /** The latest version, or the one asked for. */
  readonly profile: (version?: number) => Promise<ProfileVersion | undefined>;
  /** Removed ones included: look at `removedAt`. */
  readonly flow: (ref: FlowRef) => Promise<StoredFlow | undefined>;
  /** Many at a time, in the order of `flows`; those that are not there are left out. */
  readonly wholeFlows: (refs: readonly FlowRef[]) => Promise<readonly StoredFlow[]>;
  /** By `source`, `id`, `state`; `after` is the `flowCursor` of the last one of the page before. */
  readonly flows: (page: Page & { readonly removed?: boolean }) => Promise<readonly FlowHead[]>;
  /** Current flows of a source with one of these ids. */
  readonly heads: (source: string, ids: readonly string[]) => Promise<readonly FlowHead[]>;
  /** Current flows of a source that name one of these ids among their references. */
  readonly callers: (source: string, ids: readonly string[]) => Promise<readonly FlowHead[]>;
  readonly readings: (subjects: readonly Subject[]) => Promise<readonly Reading[]>;
  /** Answers to these questions about these subjects, as far as there are any. */
  readonly answers: (
    subjects: readonly Subject[],
    questions: readonly Question[],
  ) => Promise<readonly Answer[]>;
  /** The same with the gist of each finding only: all that a standing takes, and much less to read. */
  readonly gists: (
    subjects: readonly Subject[],
    questions: readonly Question[],
  ) => Promise<readonly Answer<Gist>[]>;
  /** Current flows whose reading, or an answer to one of the questions, is an error; in the order of `flows`. */
  readonly parked: (wanted: Wanted, page: Page) => Promise<readonly FlowHead[]>;
  /** Current flows that lack what is wanted, in the order of `flows`. An error counts as an answer until forgotten. */
  readonly missing: (wanted: Wanted, page: Page) => Promise<readonly FlowHead[]>;
  readonly progress: (wanted: Wanted) => Promise<Progress>;
  /** Newest first; `after` is the id of the last one of the page before. */
  readonly auditTrail: (page: Page) => Promise<readonly AuditRow[]>;
}

/** Reads and writes of one scope inside a transaction. */
export interface StoreTransaction
  extends StoreView,
    DecisionWrites,
    ApprovalWrites,
    HandoverWrites,
    EventWrites,
    AlertWrites,
    OutcomeWrites,
    SourceWrites,
    OversightWrites,
    TrailWrites,
    ConversationWrites,
    JudgingWrites {
  /** Creates the business this transaction is bound to; false if there is one already. */
  readonly createBusiness: (business: Omit<Business, 'id'>) => Promise<boolean>;
  /** Deletes the business and everything of it; false if there is none. Its audit trail stays. */
  readonly deleteBusiness: () => Promise<boolean>;
  readonly addKey: (key: Omit<ApiKey, 'scope' | 'revokedAt' | 'lastUsedAt'>) => Promise<void>;
  /** False if this scope has no such key, or it is revoked already. */
  readonly revokeKey: (id: string, at: string) => Promise<boolean>;
  readonly noteKeyUse: (id: string, at: string) => Promise<void>;
  /** Adds a version after the latest one and gives its number. */
  readonly addProfile: (profile: Omit<ProfileVersion, 'version' | 'etag'>) => Promise<ProfileVersion>;
  /** Adds or replaces; `removedAt: null` opens a closed flow again. */
  readonly putFlow: (flow: StoredFlow) => Promise<void>;
  readonly setClosure: (ref: FlowRef, closure: string) => Promise<void>;
  /** Closes a current flow; false if there is none. What was found about it stays. */
  readonly removeFlow: (ref: FlowRef, at: string) => Promise<boolean>;
  /** Replaces a reading of the same subject. */
  readonly putReading: (reading: Reading) => Promise<void>;
  /** The same for many; of two of one subject the last counts. */
  readonly putReadings: (readings: readonly Reading[]) => Promise<void>;
  /** Replaces answers to the same questions about the same subject. */
  readonly putAnswers: (answers: readonly Answer[]) => Promise<void>;
  /** Forgets readings and answers of a flow, or only those that are errors, so that they are missing again. */
  readonly forget: (
    flow: { readonly source: string; readonly id: string },
    which: 'all' | 'errors',
  ) => Promise<void>;
  readonly addAudit: (row: AuditRow) => Promise<void>;
}

/** Position of a flow in `flows` and `missing`, for the next page. */
export const flowCursor = (flow: FlowRef): string => JSON.stringify([flow.source, flow.id, flow.state]);

/** Entity tag of a profile version. */
export const profileEtag = (version: number, hash: string): string => `"v${version}-${hash.slice(0, 16)}"`;
