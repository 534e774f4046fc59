import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { decisionContextSchema, decisionRequestSchema } from '../src/index.ts';

export const rulesFolder = join(import.meta.dirname, '../src/rules');

const obligationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('wait-until'), until: z.iso.datetime(), timeZone: z.string().nullable() }),
  z.strictObject({ kind: z.literal('add-text'), text: z.string() }),
]);

const exampleSchema = z.strictObject({
  title: z.string().min(5),
  options: z.record(z.string(), z.unknown()).default({}),
  request: decisionRequestSchema,
  context: decisionContextSchema,
  expects: z
    .strictObject({
      verdict: z.enum(['pass', 'fail', 'unknown']),
      evidence: z.enum(['observed', 'inferred']).optional(),
      message: z.string().min(1).optional(),
      question: z.string().min(1).optional(),
      obligation: obligationSchema.optional(),
    })
    .refine(
      (each) => each.verdict !== 'fail' || each.message !== undefined,
      'a failing example says a message',
    )
    .refine(
      (each) => each.verdict !== 'unknown' || each.question !== undefined,
      'an unknown one its question',
    ),
});

/** Folders beside the registry, whether or not they are complete. */
export const ruleFolders = (): readonly string[] =>
  readdirSync(rulesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

export const ruleExamples = (rule: string) =>
  readdirSync(join(rulesFolder, rule, 'examples'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(rulesFolder, rule, 'examples', file), 'utf8');
      return { rule, file, name: `${rule}/${file}`, text, example: exampleSchema.parse(JSON.parse(text)) };
    });
