import type { EventType } from './event-port.ts';
import type { Page } from './port.ts';

export const channels = ['email', 'slack', 'teams', 'discord', 'webhook'] as const;
export type Channel = (typeof channels)[number];

/** How often people are written to: at once, or together what came in an hour or a day. */
export const digests = ['at-once', 'hourly', 'daily'] as const;
export type Digest = (typeof digests)[number];

/** Where people of the business are told. */
export interface AlertTarget {
  readonly id: string;
  readonly name: string;
  readonly channel: Channel;
  readonly events: readonly EventType[];
  /** null: as the business has it. */
  readonly digest: Digest | null;
  /** Addresses, or the address of the channel, which opens it to whoever knows it: encrypted. */
  readonly place: string;
  /** What a signed webhook is signed with, encrypted; null for the other channels. */
  readonly secret: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
}

export interface AlertSettings {
  readonly digest: Digest;
  /** When a daily message goes out, e.g. `08:00`, on the clock of `timeZone`. */
  readonly dailyAt: string;
  /** IANA name. */
  readonly timeZone: string;
}

export const alertStates = ['open', 'acknowledged', 'recovered'] as const;
export type AlertState = (typeof alertStates)[number];

/** Something that is not as it should be, or was: one for each subject. */
export interface Alert {
  readonly id: string;
  /** What it is about, e.g. `flow n8n/7`. */
  readonly subject: string;
  readonly state: AlertState;
  /** When it began, this time. */
  readonly since: string;
  readonly changedAt: string;
  /** The event that tells how it stands. */
  readonly event: string;
  /** Who acknowledged it or put it off, and what they said. */
  readonly by: string | null;
  readonly comment: string | null;
  /** Nobody is told before this moment. */
  readonly snoozedUntil: string | null;
}

export interface AlertReads {
  /** By id, oldest first. */
  readonly alertTargets: () => Promise<readonly AlertTarget[]>;
  readonly alertTarget: (id: string) => Promise<AlertTarget | undefined>;
  readonly alertSettings: () => Promise<AlertSettings | undefined>;
  /** By id, oldest first. */
  readonly alerts: (page: Page & { readonly state?: AlertState | undefined }) => Promise<readonly Alert[]>;
  readonly alert: (id: string) => Promise<Alert | undefined>;
  readonly alertsAbout: (subjects: readonly string[]) => Promise<readonly Alert[]>;
}

export interface AlertWrites {
  /** Adds, or replaces the one of the same id. */
  readonly putAlertTarget: (target: AlertTarget) => Promise<void>;
  readonly removeAlertTarget: (id: string) => Promise<boolean>;
  readonly putAlertSettings: (settings: AlertSettings) => Promise<void>;
  /** Adds, or replaces those about the same subjects, which keep their ids; of two about one the last counts. */
  readonly putAlerts: (alerts: readonly Alert[]) => Promise<void>;
}
