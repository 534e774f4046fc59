import { flowStates } from '@plumbline/store';
import { z } from 'zod';
import { audit } from '../audit.ts';
import { refreshClosures } from '../closure.ts';
import { type Call, now } from '../context.ts';
import { flowAddress, flowStateSchema } from '../flow.ts';
import { parseInput } from '../parse-input.ts';
import { notFound } from '../problem.ts';
import { changeIn } from '../scope.ts';

export const deleteFlowInput = z.strictObject({
  ...flowAddress,
  state: flowStateSchema.optional().meta({ description: 'Only this one; both if left out.' }),
});

/** Closes a flow: it counts no more, and what was found about it is kept. Needs `write`. */
export const deleteFlow = async ({ ctx, input }: Call<z.input<typeof deleteFlowInput>>): Promise<void> => {
  const { business, source, id, state: only } = parseInput(deleteFlowInput, input);
  await changeIn(ctx, business, 'write', async (tx) => {
    const closed: string[] = [];
    for (const state of flowStates) {
      if (only !== undefined && only !== state) continue;
      if (await tx.removeFlow({ source, id, state }, now(ctx))) closed.push(state);
    }
    if (closed.length === 0) throw notFound('flow');
    await refreshClosures(ctx, tx, source, [id]);
    await audit(ctx, tx, 'flow.remove', `${source}/${id}`, { state: closed.join(' ') });
  });
  ctx.wake(business);
};
