import { z } from 'zod';
import { announceStopped } from '../alerts/announce-stopped.ts';
import { audit } from '../audit.ts';
import { refreshClosures } from '../closure.ts';
import { type Call, now } from '../context.ts';
import { flowAddress, flowStateSchema } from '../flow.ts';
import { parseInput } from '../parse-input.ts';
import { notFound } from '../problem.ts';
import { changeIn } from '../scope.ts';
import { noteTakenAway } from '../trail/note.ts';

export const deleteFlowInput = z.strictObject({
  ...flowAddress,
  state: flowStateSchema.optional().meta({ description: 'Only this one; both if left out.' }),
});

/**
 * Closes a flow: it counts no more, what was found about it is kept, and an alert about it is closed. Needs `write`.
 */
export const deleteFlow = async ({ ctx, input }: Call<z.input<typeof deleteFlowInput>>): Promise<void> => {
  const { business, source, id, state: only } = parseInput(deleteFlowInput, input);
  const told = await changeIn(ctx, business, 'write', async (tx) => {
    const current = await tx.heads(source, [id]);
    const closed = current.filter(({ state }) => only === undefined || only === state);
    if (closed.length === 0) throw notFound('flow');
    for (const head of closed) await tx.removeFlow(head, now(ctx));
    await noteTakenAway(tx, closed);
    await refreshClosures(ctx, tx, source, [id]);
    const states = closed.map(({ state }) => state).sort();
    await audit(ctx, tx, 'flow.remove', `${source}/${id}`, { state: states.join(' ') });
    const live = closed.find(({ state }) => state === 'published');
    return live !== undefined && (await announceStopped(ctx, tx, live));
  });
  if (told) ctx.tend(business);
  ctx.wake(business);
};
