import { z } from 'zod';
import { settle, silence } from '../approve/settle.ts';
import { audit } from '../audit.ts';
import { type Call, now } from '../context.ts';
import { parseInput } from '../parse-input.ts';
import { notFound } from '../problem.ts';
import { changeIn } from '../scope.ts';
import { decisionAddress, foundDecision } from './get-decision.ts';

export const releaseContactInput = z.strictObject(decisionAddress);

/**
 * Gives back the contact of a decision, because nothing was sent. Needs `decide`. Giving it back twice is once. An
 * approval that is still open ends with it: whoever asked has given up.
 */
export const releaseContact = async ({
  ctx,
  input,
}: Call<z.input<typeof releaseContactInput>>): Promise<void> => {
  const { business, decision: id } = parseInput(releaseContactInput, input);
  await changeIn(ctx, business, 'decide', async (tx) => {
    const decision = await foundDecision(tx, id);
    if (decision.contact === 'none') throw notFound('contact of this decision');
    const approval = await tx.approvalOf(id);
    if (approval?.state === 'open') await settle(ctx, tx, approval, silence(now(ctx), 'withdrawn'), false);
    else if (!(await tx.releaseContact(id))) return;
    await audit(ctx, tx, 'contact.release', id);
  });
  ctx.tend(business);
};
