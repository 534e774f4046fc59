import type { DecisionContext, DecisionRequest, Answer as SaidAnswer } from '@plumbline/core';
import type { Page } from './port.ts';

/** Where a contact of a recipient stands. `reserved`: a person has yet to decide. `released`: given back. */
export const contactStates = ['none', 'reserved', 'used', 'released'] as const;
export type ContactState = (typeof contactStates)[number];

/** `none`: the request had no content. `expired`: kept as long as it may be. `erased`: the recipient was erased. */
export const contentStates = ['none', 'kept', 'expired', 'erased'] as const;
export type ContentState = (typeof contentStates)[number];

/** A decision as it is kept: all that its answer rests on. */
export interface StoredDecision {
  readonly id: string;
  readonly createdAt: string;
  /** Id of the key that asked. */
  readonly actor: string;
  /** Without content and address: these are in `sealed`. */
  readonly request: DecisionRequest;
  /** Keyed hash of the recipient's normalised address; null where it could not be told who that is. */
  readonly recipient: string | null;
  readonly context: DecisionContext;
  readonly answer: SaidAnswer;
  /** Version of the profile it rests on; null: there was none. */
  readonly profileVersion: number | null;
  readonly idempotencyKey: string | null;
  /** Keyed hash of the whole request, to tell the same from another under one idempotency key. */
  readonly requestHash: string;
  readonly contact: ContactState;
  readonly content: ContentState;
  /** Content and address, encrypted; null unless `content` is `kept`. */
  readonly sealed: string | null;
  readonly contentUntil: string | null;
}

/** Contacts of one recipient in a window. */
export interface ContactUse {
  readonly recipient: string;
  /** Used and reserved ones. */
  readonly used: number;
  /** When the oldest of them was made. */
  readonly oldest: string;
}

export interface ContactWindow {
  readonly recipients: readonly string[];
  /** Used ones made after this moment; reserved ones count whenever they were made. */
  readonly since: string;
  /** Over these channels only; null: over any. */
  readonly channels: readonly string[] | null;
}

/** What a recipient asked not to get any more. */
export interface Suppression {
  readonly recipient: string;
  readonly scope: 'marketing' | 'all';
  readonly at: string;
  /** Where it comes from, in a few words. */
  readonly source: string;
}

export interface DecisionReads {
  readonly decision: (id: string) => Promise<StoredDecision | undefined>;
  /** Oldest first, from `since` on; `after` is the `decisionCursor` of the last one of the page before. */
  readonly decisions: (page: Page & { readonly since?: string }) => Promise<readonly StoredDecision[]>;
  /** Decisions under these idempotency keys. */
  readonly decisionsByKey: (keys: readonly string[]) => Promise<readonly StoredDecision[]>;
  /** Only recipients that have any; those given back do not count. */
  readonly contactUse: (window: ContactWindow) => Promise<readonly ContactUse[]>;
  readonly suppressions: (recipients: readonly string[]) => Promise<readonly Suppression[]>;
  /** By recipient. */
  readonly suppressionList: (page: Page) => Promise<readonly Suppression[]>;
}

export interface DecisionWrites {
  /** Adds decisions with their contacts. An idempotency key that is there already is refused. */
  readonly addDecisions: (decisions: readonly StoredDecision[]) => Promise<void>;
  /** A reserved contact is used, at this moment; false if there is none that is reserved. */
  readonly useContact: (decision: string, at: string) => Promise<boolean>;
  /** Gives a contact back, reserved or used; false if there is none, or it was given back already. */
  readonly releaseContact: (decision: string) => Promise<boolean>;
  /**
   * Drops content that was to be kept until before `now`, unless an approval of it is open; of so many decisions at
   * most. Gives how many.
   */
  readonly expireContent: (now: string, most: number) => Promise<number>;
  /**
   * Erases content of this recipient, what an approval has put in its place, and the link to the decisions. Counted
   * contacts and a suppression stay: they hold the hash only, and protect the recipient. Gives how many decisions.
   */
  readonly eraseRecipient: (recipient: string) => Promise<number>;
  /** Adds, or replaces those of the same recipient. */
  readonly putSuppressions: (list: readonly Suppression[]) => Promise<void>;
  readonly removeSuppression: (recipient: string) => Promise<boolean>;
}

/** Position of a decision in `decisions`, for the next page. */
export const decisionCursor = ({ createdAt, id }: Pick<StoredDecision, 'createdAt' | 'id'>): string =>
  JSON.stringify([createdAt, id]);
