import type { Enforcement } from '../profile/schema.ts';
import type { Ask } from '../rules/define.ts';
import type { Answer, AnswerVersions } from './answer.ts';
import type { CounterQuery } from './context.ts';

/** One rule as one commitment binds it. */
export interface BoundAsk {
  readonly ask: Ask;
  readonly rule: string;
  readonly value: string;
  readonly commitment: string;
  readonly because: string;
  readonly enforcement: Enforcement;
  /** Bits of the audiences it is asked of, see `audienceBit`. */
  readonly audiences: number;
  /** It is bound to certain channels, so on one that is not known nobody can say whether it is meant. */
  readonly channels: ReadonlySet<string> | null;
  readonly counters: readonly CounterQuery[];
}

/** What is asked of one action. */
export interface ActionIndex {
  /** By every channel that is known, whether or not a binding names it. */
  readonly channels: ReadonlyMap<string, readonly BoundAsk[]>;
  /** The channel is not known: everything bound to the action. */
  readonly all: readonly BoundAsk[];
  /** Carrying it out uses up a contact of the recipient, unless the request says that it does not. */
  readonly contact: boolean;
}

/** A profile made ready for decisions, once per version. Holds no state; share it freely. */
export interface CompiledPolicy {
  readonly versions: AnswerVersions;
  readonly actions: ReadonlyMap<string, ActionIndex>;
  /** Ready answers for the usual way, so that it makes nothing. */
  readonly allow: Answer;
  readonly allowContact: Answer;
  /** Actions that are what they are called, whether anything speaks of them or not. */
  readonly knownActions: ReadonlySet<string>;
  readonly noPolicy: Answer;
  /** The same for an action that nothing in the profile names and Plumbline does not know: it may be misspelt. */
  readonly unknownAction: Answer;
  /** Nobody can say whether the profile speaks of it: the request leaves open whom or how it reaches. */
  readonly unclear: Answer;
  readonly error: Answer;
}
