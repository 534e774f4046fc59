import { z } from 'zod';
import { businessIdSchema } from '../business.ts';
import type { Call } from '../context.ts';
import { parseInput } from '../parse-input.ts';

export const evaluateMissingInput = z.strictObject({
  business: businessIdSchema,
  limit: z.int().min(1).max(1000).default(100).meta({ description: 'At most so many flows.' }),
});

export interface Evaluated {
  readonly judged: number;
  /** Of those, how many had an error of ours; it is kept with the flow and stops no other. */
  readonly failed: number;
  /** There may be more to do. */
  readonly more: boolean;
}

/** Judges flows of a business that lack findings, a chunk at a time. Needs `write`. */
export const evaluateMissing = async ({
  input,
}: Call<z.input<typeof evaluateMissingInput>>): Promise<Evaluated> => {
  parseInput(evaluateMissingInput, input);
  throw new Error('being built');
};
