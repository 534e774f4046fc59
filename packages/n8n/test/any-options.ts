import { askCheck, type Check, checks, type Flow, viewFlow } from '@plumbline/core';

type Options = Readonly<Record<string, unknown>>;

/** What each check with options may be asked with, the defaults first. */
const optionsOf: Readonly<Record<string, readonly Options[]>> = {
  'require-human-escalation': [{}, { inboxAnswered: true }],
  'require-personalised-message': [{}, { every: true }],
  'require-review-of-ai-message': [{}, { liveConversations: 'skip' }],
};

const shapeOf = ({ meta }: Check): readonly string[] =>
  Object.keys((meta.options as unknown as { readonly shape: object }).shape);

/** Checks that take options, and those of them that are not in the table above. */
export const withOptions: readonly Check[] = checks.filter((check) => shapeOf(check).length > 0);
export const forgotten: readonly string[] = withOptions.flatMap(({ meta: { id } }) =>
  Object.hasOwn(optionsOf, id) ? [] : [id],
);

export interface Asked {
  readonly check: string;
  /** What was said, without the options, under each of them. */
  readonly said: readonly string[];
  /** Whether it was said without a look at them. */
  readonly anyOptions: readonly boolean[];
}

/** Asks every check that takes options with all of them. */
export const askedWithAll = (flow: Flow): readonly Asked[] => {
  const view = viewFlow(flow);
  return withOptions.map((check) => {
    const answers = (optionsOf[check.meta.id] ?? []).map((options) => askCheck(check, view, options));
    return {
      check: check.meta.id,
      said: answers.map(({ finding: { options: _, ...rest } }) => JSON.stringify(rest)),
      anyOptions: answers.map(({ anyOptions }) => anyOptions),
    };
  });
};
