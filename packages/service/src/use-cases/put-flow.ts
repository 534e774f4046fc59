import { z } from 'zod';
import type { Call } from '../context.ts';
import { evaluationSchema, flowAddress, flowStateSchema } from '../flow.ts';
import { parseInput } from '../parse-input.ts';

export const flowBodySchema = z
  .strictObject({ workflow: z.unknown(), state: flowStateSchema })
  .meta({ id: 'PutFlow', description: 'A workflow as n8n exports it, and whether it runs or is a draft.' });

export const putFlowInput = z.strictObject({
  ...flowAddress,
  workflow: z.unknown(),
  state: flowStateSchema,
  wait: z
    .number()
    .min(0)
    .max(60)
    .default(0)
    .meta({ description: 'Seconds to wait for the findings, from `Prefer: wait=N`.' }),
});

export const putFlowResult = z
  .object({
    state: flowStateSchema,
    revision: z.int(),
    fingerprint: z.string(),
    evaluation: evaluationSchema,
  })
  .meta({ id: 'PutFlowResult' });
export type PutFlowResult = z.infer<typeof putFlowResult> & {
  readonly outcome: 'created' | 'updated' | 'unchanged';
};

/**
 * Keeps a flow. Needs `write`. Throws `no-workflow`, `id-mismatch`, `unknown-source`. The same content again makes no
 * new revision. With `wait` it is judged before the answer, as far as the time allows.
 */
export const putFlow = async ({ input }: Call<z.input<typeof putFlowInput>>): Promise<PutFlowResult> => {
  parseInput(putFlowInput, input);
  throw new Error('being built');
};
