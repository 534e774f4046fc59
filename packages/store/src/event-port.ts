import type { Page } from './port.ts';

/**
 * What can be told of. `approval.answered` also when nobody answered and its time is over. `confirmation`: an answer, an
 * exception or a practice that people stand for, and for how long.
 */
export const eventTypes = [
  'flow.drifted',
  'flow.recovered',
  'flow.stopped',
  'approval.waiting',
  'approval.answered',
  'handover.waiting',
  'profile.changed',
  'evaluation.stale',
  'evaluation.recovered',
  'confirmation.expiring',
  'confirmation.expired',
  'indicator.moved',
  'indicator.back',
] as const;
export type EventType = (typeof eventTypes)[number];

/** Something that happened, kept in the transaction in which it did. */
export interface StoredEvent {
  readonly id: string;
  /** What happened, once: of two with the same key only the first is kept. */
  readonly key: string;
  readonly type: EventType;
  readonly at: string;
  /** Names, numbers and words about it; never content or addresses of customers. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Another program that hears of events as they happen. */
export interface Subscription {
  readonly id: string;
  readonly url: string;
  readonly events: readonly EventType[];
  /** The secret that calls are signed with, encrypted. */
  readonly secret: string;
  readonly createdAt: string;
  readonly createdBy: string;
}

/** `parked`: given up after days, until somebody has it tried again. `dropped`: there was nothing to tell any more. */
export const deliveryStates = ['waiting', 'delivered', 'parked', 'dropped'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/**
 * `resume`: tells whoever asked how an approval ended. `subscription`: tells a program of one event. `target`: tells
 * people of events. `reminder`: the same again, if it still is so.
 */
export const deliveryKinds = ['resume', 'subscription', 'target', 'reminder'] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];

/** One message to one receiver. Holds no content: that is read when it is sent. */
export interface Delivery {
  readonly id: string;
  readonly kind: DeliveryKind;
  /** Id of the connection, subscription or alert target. */
  readonly receiver: string;
  /** What a `resume` is about; null in all others, which have events. */
  readonly approval: string | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** Events may still be added to it: it was never taken to be sent. */
  readonly open: boolean;
  /** Not before this moment. While it is being sent: when it is taken for left behind. */
  readonly nextAt: string;
  readonly createdAt: string;
  /** How the last attempt went, in a few words without content. */
  readonly lastResult: string | null;
}

export interface EventReads {
  /** By id. */
  readonly events: (ids: readonly string[]) => Promise<readonly StoredEvent[]>;
  /** By id, oldest first. */
  readonly subscriptions: () => Promise<readonly Subscription[]>;
  readonly subscription: (id: string) => Promise<Subscription | undefined>;
  readonly delivery: (id: string) => Promise<Delivery | undefined>;
  /** By id, oldest first. */
  readonly deliveries: (
    page: Page & { readonly state?: DeliveryState | undefined },
  ) => Promise<readonly Delivery[]>;
  /** Waiting ones that are to be tried at `now` or before, those that have waited longest first. */
  readonly dueDeliveries: (now: string, limit: number) => Promise<readonly Delivery[]>;
  /** Those that tell how these approvals ended. */
  readonly deliveriesOf: (approvals: readonly string[]) => Promise<readonly Delivery[]>;
  /** What these deliveries tell of, in the order in which it happened. */
  readonly eventsOf: (
    deliveries: readonly string[],
  ) => Promise<readonly (StoredEvent & { readonly delivery: string })[]>;
}

export interface EventWrites {
  /** Ids of those that are kept now: of several with the same key only the first is. */
  readonly addEvents: (events: readonly StoredEvent[]) => Promise<ReadonlySet<string>>;
  readonly addSubscription: (subscription: Subscription) => Promise<void>;
  readonly removeSubscription: (id: string) => Promise<boolean>;
  /** False, and nothing kept, if there is one with the same id. */
  readonly addDelivery: (delivery: Delivery, events: readonly string[]) => Promise<boolean>;
  /** Adds an event to a delivery that is still open; false otherwise. */
  readonly addToDelivery: (id: string, event: string) => Promise<boolean>;
  /** Makes `to` of it if it still stands as in `from`: of several workers that try, one does. */
  readonly moveDelivery: (from: Delivery, to: Delivery) => Promise<boolean>;
  /** Forgets what happened before this moment and waits for nobody. Gives how many events. */
  readonly dropEvents: (before: string) => Promise<number>;
}
