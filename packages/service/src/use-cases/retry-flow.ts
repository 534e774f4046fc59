import { z } from 'zod';
import { audit } from '../audit.ts';
import type { Call } from '../context.ts';
import { flowAddress } from '../flow.ts';
import { parseInput } from '../parse-input.ts';
import { notFound } from '../problem.ts';
import { changeIn } from '../scope.ts';

export const retryFlowInput = z.strictObject(flowAddress);

/** Takes a flow whose judging failed on our side out of its parking place, so that it is tried again. Needs `write`. */
export const retryFlow = async ({ ctx, input }: Call<z.input<typeof retryFlowInput>>): Promise<void> => {
  const { business, source, id } = parseInput(retryFlowInput, input);
  await changeIn(ctx, business, 'write', async (tx) => {
    if ((await tx.heads(source, [id])).length === 0) throw notFound('flow');
    await tx.forget({ source, id }, 'errors');
    await audit(ctx, tx, 'flow.retry', `${source}/${id}`);
  });
  ctx.wake(business);
};
