import type { Hash } from '@plumbline/core';
import type { KeyScope, Store } from '@plumbline/store';
import type { Desk } from './decide/desk.ts';
import type { Policies } from './decide/policies.ts';
import type { Mail, Send } from './deliver/send.ts';
import type { Watch } from './reconcile/watchdog.ts';
import type { Look } from './sources/look.ts';
import type { Vault } from './vault.ts';

/** Who asks. */
export interface Actor {
  /** A key's id, or a word for what needs no key: `system`, `loopback`. */
  readonly id: string;
  readonly name: string;
  /** The one business this actor is bound to, or `installation` for all of them. */
  readonly scope: string;
  readonly scopes: readonly KeyScope[];
}

/** Structured log without content: names, numbers, hashes. */
export interface Logger {
  readonly info: (event: string, fields?: Readonly<Record<string, unknown>>) => void;
  readonly warn: (event: string, fields?: Readonly<Record<string, unknown>>) => void;
  readonly error: (event: string, fields?: Readonly<Record<string, unknown>>) => void;
}

/** What every use case is handed. Nothing in here is read from the environment by the service itself. */
export interface Context {
  readonly store: Store;
  readonly clock: () => Date;
  /** So many cryptographically random bytes. */
  readonly random: (bytes: number) => Uint8Array;
  /** A new id with this prefix; ids sort in the order they were made. */
  readonly id: (prefix: string) => string;
  /** SHA-256 as lower-case hex. */
  readonly hash: Hash;
  readonly actor: Actor;
  readonly log: Logger;
  /** Says that flows of a business may lack findings. Losing the call loses nothing: the store knows what is missing. */
  readonly wake: (business: string) => void;
  /** Says that an approval was answered, so that a call may be due. Losing it loses nothing either. */
  readonly tend: (business: string) => void;
  /** Keeps recipients and content unreadable in the data. */
  readonly vault: Vault;
  readonly policies: Policies;
  readonly desk: Desk;
  /** Calls back whoever asked. */
  readonly send: Send;
  /** Asks other systems for what they have; absent where a process never does. */
  readonly look?: Look | undefined;
  /** Writes letters; without, nobody can be told by e-mail. */
  readonly mail?: Mail | undefined;
  /** Address that people reach Plumbline at, for links in messages. */
  readonly baseUrl?: string | undefined;
  /** What is known of how the judging comes on, where a process watches it. */
  readonly watch?: Watch | undefined;
  /** Milliseconds that content of decisions is kept. */
  readonly retention: number;
}

/** A context before anybody has been recognised. */
export type BareContext = Omit<Context, 'actor'>;

export interface Call<Input> {
  readonly ctx: Context;
  readonly input: Input;
}

export const now = (ctx: Pick<BareContext, 'clock'>): string => ctx.clock().toISOString();
