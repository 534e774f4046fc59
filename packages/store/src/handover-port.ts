import type { ContentState } from './decision-port.ts';
import type { Page } from './port.ts';

export const handoverStates = ['open', 'closed'] as const;
export type HandoverState = (typeof handoverStates)[number];

/** A conversation that an automation has handed over to a person. */
export interface StoredHandover {
  readonly id: string;
  readonly state: HandoverState;
  readonly createdAt: string;
  /** Id of the key that handed it over. */
  readonly actor: string;
  /** The flow it comes from; it need not be known here. */
  readonly flow: { readonly source: string; readonly id: string } | null;
  readonly channel: string | null;
  /** Keyed hash of the customer's normalised address; null where it could not be told who that is. */
  readonly recipient: string | null;
  readonly idempotencyKey: string | null;
  /** Keyed hash of all that was handed over, to tell the same from another under one idempotency key. */
  readonly requestHash: string;
  readonly content: Exclude<ContentState, 'none'>;
  /** Conversation, reason and address, encrypted; null unless `content` is `kept`. */
  readonly sealed: string | null;
  /** While it is open its content is kept for longer. */
  readonly contentUntil: string;
  readonly closedAt: string | null;
  /** Name of whoever closed it, and the key it came with. */
  readonly closedBy: string | null;
  readonly closer: string | null;
  readonly comment: string | null;
}

export interface HandoverEnd {
  readonly closedAt: string;
  readonly closedBy: string | null;
  readonly closer: string | null;
  readonly comment: string | null;
}

export interface HandoverReads {
  readonly handover: (id: string) => Promise<StoredHandover | undefined>;
  readonly handoverByKey: (idempotencyKey: string) => Promise<StoredHandover | undefined>;
  /** By id, oldest first. */
  readonly handovers: (
    page: Page & { readonly state?: HandoverState | undefined },
  ) => Promise<readonly StoredHandover[]>;
}

export interface HandoverWrites {
  /** False, and nothing kept, if there is one under the same idempotency key. */
  readonly addHandover: (handover: StoredHandover) => Promise<boolean>;
  /** The first one counts: false if it is not open any more. */
  readonly closeHandover: (id: string, end: HandoverEnd) => Promise<boolean>;
  /** Drops content of closed ones that was to be kept until before `now`. Gives how many. */
  readonly expireHandovers: (now: string) => Promise<number>;
  /** Erases content and comments of this recipient and the link to them, and closes what is open. Gives how many. */
  readonly eraseHandovers: (recipient: string, end: HandoverEnd) => Promise<number>;
}
