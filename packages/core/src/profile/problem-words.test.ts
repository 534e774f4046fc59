import { expect, it } from 'vitest';
import { z } from 'zod';
import { issueWords } from './problem-words.ts';

const outcome = z.strictObject({ indicator: z.string(), value: z.number() });
const oneOrMany = z.union([outcome, z.array(outcome).min(1)]);
const byAnswer = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('approve'), by: z.string() }),
  z.strictObject({ answer: z.literal('reject'), by: z.string() }),
]);
const within = z.strictObject({
  items: z.array(z.strictObject({ count: z.union([z.number(), z.literal('all')]) })),
});

const words = (schema: z.ZodType, input: unknown): readonly string[] =>
  schema
    .safeParse(input, { reportInput: true })
    .error?.issues.flatMap((issue) => issueWords(issue, []))
    .map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

it.each<[z.ZodType, unknown, readonly string[]]>([
  [oneOrMany, {}, ['indicator: is missing; it must be text', 'value: is missing; it must be a number']],
  [oneOrMany, { indicator: 'a', value: '1' }, ['value: must be a number']],
  [oneOrMany, { indicator: 'a', value: 1, at: 2 }, ['at: there is no setting "at" here.']],
  [
    oneOrMany,
    [{ indicator: 'a', value: 1 }, { indicator: 'a' }],
    ['1.value: is missing; it must be a number'],
  ],
  [oneOrMany, [], [': must not be empty']],
  [oneOrMany, 'a', [': must be a group of settings, or must be a list']],
  [
    byAnswer,
    { answer: 'aprove', by: 'Tom' },
    ['answer: must be one of approve, reject. Did you mean "approve"?'],
  ],
  [byAnswer, { by: 'Tom' }, ['answer: is missing; it must be one of approve, reject.']],
  [byAnswer, { answer: 'approve' }, ['by: is missing; it must be text']],
  [
    within,
    { items: [{ count: 'al' }] },
    ['items.0.count: must be a number, or must be all. Did you mean "all"?'],
  ],
])('names what is wrong where one of several shapes may stand: %#', (schema, input, expected) => {
  expect(words(schema, input)).toEqual(expected);
});
