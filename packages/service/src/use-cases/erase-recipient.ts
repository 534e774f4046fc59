import { z } from 'zod';
import { settle, silence } from '../approve/settle.ts';
import { audit } from '../audit.ts';
import { businessIdSchema } from '../business.ts';
import { type Call, now } from '../context.ts';
import { pseudonymOf, whoSchema } from '../decide/who.ts';
import { parseInput } from '../parse-input.ts';
import { changeIn } from '../scope.ts';

export const eraseBodySchema = z.strictObject(whoSchema).meta({ id: 'EraseRecipient' });
export const eraseRecipientInput = eraseBodySchema.extend({ business: businessIdSchema });
export const erasedSchema = z
  .object({
    decisions: z.int().meta({ description: 'Decisions whose content and recipient are gone.' }),
    handovers: z
      .int()
      .meta({ description: 'Handed over conversations that are gone; open ones are closed.' }),
  })
  .meta({ id: 'Erased' });

/**
 * Erases what is kept of a person: content, and which decisions reached them. An opt-out and counted contacts stay as
 * hashes, because they protect the person. What waits for approval for them ends, and what was handed over of them. Needs `write`.
 */
export const eraseRecipient = async ({
  ctx,
  input,
}: Call<z.input<typeof eraseRecipientInput>>): Promise<z.infer<typeof erasedSchema>> => {
  const { business, ...who } = parseInput(eraseRecipientInput, input);
  const result = await changeIn(ctx, business, 'write', async (tx) => {
    const recipient = pseudonymOf(ctx, business, who);
    for (let after: string | undefined; ; ) {
      const page = await tx.approvals({ limit: 500, after, state: 'open' });
      for (const approval of page) {
        const decision = await tx.decision(approval.decision);
        if (decision?.recipient === recipient)
          await settle(ctx, tx, approval, silence(now(ctx), 'recipient erased'));
      }
      after = page.at(-1)?.id;
      if (page.length < 500) break;
    }
    const decisions = await tx.eraseRecipient(recipient);
    const handovers = await tx.eraseHandovers(recipient, {
      closedAt: now(ctx),
      closedBy: null,
      closer: ctx.actor.id,
      comment: null,
    });
    await audit(ctx, tx, 'recipient.erase', recipient, { decisions, handovers });
    return { decisions, handovers };
  });
  ctx.tend(business);
  return result;
};
