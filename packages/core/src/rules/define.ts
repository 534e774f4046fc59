import type { z } from 'zod';
import type { CounterQuery, DecisionContext, Unreadable } from '../decide/context.ts';
import type { DecisionRequest } from '../decide/request.ts';
import type { RequestAudience } from '../decide/words.ts';
import type { Evidence } from '../evaluate/finding.ts';

export interface RuleMeta<Options extends z.ZodType = z.ZodType> {
  /** Same as the folder. */
  readonly id: string;
  /** In the owner's words, as a promise: `We write to nobody who asked us not to`. */
  readonly title: string;
  /** One sentence for the list of rules. */
  readonly summary: string;
  /** Ids of the values this rule can speak for. */
  readonly values: readonly string[];
  /** Actions it is asked of, unless the profile names others. */
  readonly actions: readonly [string, ...string[]];
  /** Audiences it is asked of; null: all. An audience that is not known may be one of them. */
  readonly audiences: readonly RequestAudience[] | null;
  readonly options: Options;
  /** Raised whenever the same request could get another answer. */
  readonly version: number;
  /** Release of Plumbline that first had it. */
  readonly since: string;
}

/** What would have to be done. `until` is a moment in UTC, as ISO 8601 writes it. */
type RuleObligation =
  | {
      readonly kind: 'wait-until';
      readonly until: string;
      readonly timeZone: string | null;
      readonly message: string;
    }
  | { readonly kind: 'add-text'; readonly text: string; readonly message: string };

/** Anything but plainly fine. `pass` is here only to carry an obligation. */
export interface RuleResult {
  readonly verdict: 'pass' | 'fail' | 'unknown';
  /** `observed` unless said otherwise; what is only `inferred` from wording never blocks, it asks a person. */
  readonly evidence?: Evidence;
  readonly message: string;
  /** For `unknown`: what somebody has to tell, ending in a question mark. */
  readonly question?: string;
  readonly obligation?: RuleObligation;
}

/** Asked once per decision; null means fine, so that the usual way makes nothing. */
export type Ask = (request: DecisionRequest, context: DecisionContext) => RuleResult | null;

export interface Rule<Options extends z.ZodType = z.ZodType> {
  readonly meta: RuleMeta<Options>;
  /** Counters it reads under these options. `channels`: those the profile binds it to, or null. */
  readonly counters?: (
    options: z.output<Options>,
    channels: readonly string[] | null,
  ) => readonly CounterQuery[];
  /**
   * Makes the question for one set of options, once per version of a profile. The question is pure: no clock, no
   * randomness, no throwing. A fact that is missing or makes no sense is never fine: taking one away must not turn
   * `fail` or `unknown` into null.
   */
  readonly prepare: (options: z.output<Options>, channels: readonly string[] | null) => Ask;
}

/** Declares a rule. The id must equal the folder's name; the guard test says so. */
export const defineRule = <Options extends z.ZodType>(rule: Rule<Options>): Rule<Options> => rule;

/** A rule that cannot tell. */
export const unknown = (message: string, question: string): RuleResult => ({
  verdict: 'unknown',
  message,
  question,
});

const unreadableWords: Readonly<Record<Unreadable, string>> = {
  'not-given': 'No recipient is given, so it',
  'no-email': 'What is given as the recipient is no e-mail address, so it',
  'no-phone': 'What is given as the recipient is no phone number with its country, so it',
  'no-channel': 'Without its channel it cannot be told who the recipient is, so it',
};

/** The same as `unknown`, with what is wrong with the recipient first; `message` goes on after “It”. */
export const unknownOf = (message: string, question: string): ((context: DecisionContext) => RuleResult) => {
  const plain = unknown(`It ${message}`, question);
  return ({ unreadable }) =>
    unreadable === null || unreadable === undefined
      ? plain
      : unknown(`${unreadableWords[unreadable]} ${message}`, question);
};
