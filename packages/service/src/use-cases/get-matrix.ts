import { standings } from '@plumbline/core';
import { z } from 'zod';
import { businessIdSchema, businessSchema } from '../business.ts';
import type { Call } from '../context.ts';
import { judgedSchema } from '../flow.ts';
import { parseInput } from '../parse-input.ts';
import { profileUsedSchema } from '../profile.ts';

export const getMatrixInput = z.strictObject({ business: businessIdSchema });

export const progressSchema = z
  .object({
    flows: z.int(),
    done: z.int(),
    missing: z.int(),
    failed: z
      .int()
      .meta({ description: 'Judged as far as it went; something failed on our side and is parked.' }),
  })
  .meta({
    id: 'Progress',
    description: 'How many current flows have answers to everything the profile asks.',
  });

export const matrixSchema = z
  .object({
    business: businessSchema,
    profile: profileUsedSchema.nullable().meta({ description: 'null: this business has no profile yet.' }),
    checks: z.object({ version: z.string() }),
    values: z.array(z.object({ id: z.string(), title: z.string() })),
    flows: z.array(judgedSchema.extend({ draft: judgedSchema.nullable() }).meta({ id: 'MatrixRow' })),
    standings: z.record(z.enum(standings), z.int()),
    evaluation: progressSchema,
  })
  .meta({ id: 'Matrix', description: 'Every current flow against every value of the profile.' });
export type Matrix = z.infer<typeof matrixSchema>;

/** The alignment matrix of a business. Needs `read`. */
export const getMatrix = async ({ input }: Call<z.input<typeof getMatrixInput>>): Promise<Matrix> => {
  parseInput(getMatrixInput, input);
  throw new Error('being built');
};
