import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import {
  answerKindSchema,
  decisionContextSchema,
  decisionRequestSchema,
  effectSchema,
  type profileSchema,
} from '../src/index.ts';

const reasonSchema = z.strictObject({
  rule: z.string(),
  verdict: z.enum(['fail', 'unknown']),
  effect: effectSchema,
  commitment: z.string(),
});

const vectorSchema = z.strictObject({
  name: z.string().min(5),
  /** As somebody writes it; null for a business without one. */
  profile: z.custom<z.input<typeof profileSchema>>().nullable(),
  request: decisionRequestSchema,
  context: decisionContextSchema,
  answer: z.strictObject({
    kind: answerKindSchema,
    reasons: z.array(reasonSchema),
    observed: z.array(reasonSchema),
    obligations: z.array(
      z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('wait-until'),
          until: z.iso.datetime(),
          timeZone: z.string().nullable(),
        }),
        z.strictObject({ kind: z.literal('add-text'), text: z.string() }),
      ]),
    ),
    reserves: z.array(z.literal('contact')),
  }),
});
export type Vector = z.output<typeof vectorSchema>;

const folder = join(import.meta.dirname, '../src/decide/vectors');

/** Conformance vectors: the same data must give the same answer in core, through the API and through a client. */
export const vectors: readonly (Vector & { readonly group: string })[] = globSync('*.json', { cwd: folder })
  .sort()
  .flatMap((file) => {
    const group = basename(file, '.json');
    const list = z.array(vectorSchema).parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    return list.map((vector) => ({ ...vector, group }));
  });
