import type { z } from 'zod';
import type { Evidence, Occurrence } from '../evaluate/finding.ts';
import type { Step } from '../flow/flow.ts';
import type { FlowView } from '../flow/view.ts';

export interface CheckMeta<Options extends z.ZodType = z.ZodType> {
  /** Same as the folder. */
  readonly id: string;
  /** In the owner's words, as a promise: `Customers can always reach a person`. */
  readonly title: string;
  /** One sentence for the list of checks. */
  readonly summary: string;
  /** Ids of the values this check can speak for. */
  readonly values: readonly string[];
  /** To which flows the question applies, in words. */
  readonly appliesTo: string;
  readonly options: Options;
  /** Raised whenever the same flow could get another answer. Findings are kept per version. */
  readonly version: number;
  /** Release of Plumbline that first had it. */
  readonly since: string;
}

/** What a check says of one place. `about` names the place: its key is made of check, `about` and `mark`. */
export interface Place {
  readonly verdict: Occurrence['verdict'];
  readonly evidence?: Evidence;
  readonly about: readonly Step[];
  /** Tells two places about the same steps apart. */
  readonly mark?: string;
  readonly witness?: readonly Step[];
  readonly message: string;
  readonly adjustment?: string;
  readonly question?: string;
  readonly serves?: boolean;
}

export interface Check<Options extends z.ZodType = z.ZodType> {
  readonly meta: CheckMeta<Options>;
  /**
   * Pure: no clock, no randomness, no throwing, no logging. One place per spot in the flow that the question is about;
   * a flow it is not about gives one place with `not-applicable` and the reason. An option is read where it makes a
   * difference and not before: what is found without a look at them holds for any, and is not asked again.
   */
  readonly evaluate: (view: FlowView, options: z.output<Options>) => readonly Place[];
}

/** Declares a check. The id must equal the folder's name; the guard test says so. */
export const defineCheck = <Options extends z.ZodType>(check: Check<Options>): Check<Options> => check;

/** The answer of a check that is not about this flow. */
export const notApplicable = (reason: string): readonly Place[] => [
  { verdict: 'not-applicable', about: [], message: reason },
];

/** Step name as it stands in messages. Renderers escape it for their medium. */
export const named = (step: Step): string => `\`${step.name}\``;

/** `a`, `b` and `c`; more than three are folded: `a`, `b` and 4 more. */
export const listed = (steps: readonly Step[]): string => {
  const names = steps.map(named);
  if (names.length > 3) return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
};
