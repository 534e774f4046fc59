import { z } from 'zod';
import { audit } from '../audit.ts';
import { type Call, now } from '../context.ts';
import { type HandoverDetail, handoverDetail } from '../handover/handover-view.ts';
import { parseInput } from '../parse-input.ts';
import { Problem } from '../problem.ts';
import { changeIn } from '../scope.ts';
import { foundHandover, handoverAddress } from './handovers.ts';

export const closeHandoverBodySchema = z
  .strictObject({
    by: z.string().trim().min(1).max(200).optional().meta({
      description: 'Name of the person who has seen to it; left out, the name of the key.',
    }),
    comment: z.string().trim().min(1).max(2000).optional(),
  })
  .meta({ id: 'CloseHandover' });

export const closeHandoverInput = closeHandoverBodySchema.extend(handoverAddress);

/** Says that somebody has seen to it. The first one counts. Needs `answer`. Throws `already-closed` for any later one. */
export const closeHandover = async ({
  ctx,
  input,
}: Call<z.input<typeof closeHandoverInput>>): Promise<HandoverDetail> => {
  const { business, handover: id, by, comment } = parseInput(closeHandoverInput, input);
  return changeIn(ctx, business, 'answer', async (tx) => {
    const closedBy = by ?? ctx.actor.name;
    await foundHandover(tx, id);
    const end = { closedAt: now(ctx), closedBy, closer: ctx.actor.id, comment: comment ?? null };
    if (!(await tx.closeHandover(id, end))) {
      const before = await foundHandover(tx, id);
      throw new Problem('already-closed', `${before.closedBy ?? 'Somebody'} has seen to it already.`);
    }
    await audit(ctx, tx, 'handover.close', id, { by: closedBy });
    return handoverDetail(ctx, business, await foundHandover(tx, id));
  });
};
