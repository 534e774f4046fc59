import type { StoredDecision } from '@plumbline/store';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { contentSchema } from './content.ts';
import type { Sealed } from './kept-request.ts';

const sealedSchema = z.strictObject({
  content: contentSchema.optional(),
  address: z.string().optional(),
});

/** Content and address of a decision; null where there was none, or it is not kept any more. Throws if it was tampered with. */
export const opened = (
  ctx: Pick<Context, 'vault'>,
  business: string,
  decision: StoredDecision,
): Sealed | null =>
  decision.sealed === null
    ? null
    : sealedSchema.parse(JSON.parse(ctx.vault.open(business, decision.id, decision.sealed)));
