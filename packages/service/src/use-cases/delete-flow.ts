import { z } from 'zod';
import type { Call } from '../context.ts';
import { flowAddress, flowStateSchema } from '../flow.ts';
import { parseInput } from '../parse-input.ts';

export const deleteFlowInput = z.strictObject({
  ...flowAddress,
  state: flowStateSchema.optional().meta({ description: 'Only this one; both if left out.' }),
});

/** Closes a flow: it counts no more, and what was found about it is kept. Needs `write`. */
export const deleteFlow = async ({ input }: Call<z.input<typeof deleteFlowInput>>): Promise<void> => {
  parseInput(deleteFlowInput, input);
  throw new Error('being built');
};
