import { decisionRequestSchema } from '@plumbline/core';
import { contentStates, handoverStates, type StoredHandover } from '@plumbline/store';
import { z } from 'zod';
import type { Context } from '../context.ts';

const text = (most: number) => z.string().trim().min(1).max(most);

export const flowRefSchema = z
  .strictObject({ source: z.string().min(1).max(100), id: z.string().min(1).max(200) })
  .meta({ description: 'The flow it comes from.' });

const saidSchema = z
  .strictObject({
    from: z.enum(['customer', 'automation', 'person']).meta({ description: 'Who said it.' }),
    text: z.string().max(20_000),
    at: z.string().max(60).optional().meta({ description: 'When it was said, as you have it.' }),
  })
  .meta({ id: 'Said', description: 'One thing that was said.' });

/** What belongs to people and is kept encrypted only, for a time. */
export const handedOverSchema = z.strictObject({
  conversation: z.array(saidSchema).max(500).meta({ description: 'What was said so far, oldest first.' }),
  reason: text(2000).nullish().meta({ description: 'Why a person is needed.' }),
  recipient: decisionRequestSchema.shape.recipient,
});

export const handoverStateSchema = z.enum(handoverStates).meta({ id: 'HandoverState' });

export const handoverSchema = z
  .object({
    id: z.string(),
    state: handoverStateSchema,
    createdAt: z.iso.datetime(),
    flow: flowRefSchema.nullable(),
    channel: z.string().nullable(),
    content: z
      .enum(contentStates)
      .exclude(['none'])
      .meta({ description: 'Whether the conversation is still kept, encrypted.' }),
    closedAt: z.iso.datetime().nullable(),
    closedBy: z.string().nullable(),
    comment: z.string().nullable(),
  })
  .meta({ id: 'Handover', description: 'A conversation that was handed over to a person.' });
export type HandoverView = z.infer<typeof handoverSchema>;

export const handoverDetailSchema = handoverSchema
  .extend({
    reason: z.string().nullable(),
    to: z.string().nullable().meta({ description: "The customer's address, while it is kept." }),
    conversation: z
      .array(saidSchema)
      .nullable()
      .meta({ description: 'What was said; null once it is not kept.' }),
  })
  .meta({ id: 'HandoverDetail' });
export type HandoverDetail = z.infer<typeof handoverDetailSchema>;

export const handoverView = (handover: StoredHandover): HandoverView => ({
  id: handover.id,
  state: handover.state,
  createdAt: handover.createdAt,
  flow: handover.flow,
  channel: handover.channel,
  content: handover.content,
  closedAt: handover.closedAt,
  closedBy: handover.closedBy,
  comment: handover.comment,
});

/** With the conversation. Throws if what is kept was tampered with. */
export const handoverDetail = (
  ctx: Pick<Context, 'vault'>,
  business: string,
  handover: StoredHandover,
): HandoverDetail => {
  const kept =
    handover.sealed === null
      ? null
      : handedOverSchema.parse(JSON.parse(ctx.vault.open(business, handover.id, handover.sealed)));
  return {
    ...handoverView(handover),
    reason: kept?.reason ?? null,
    to: kept?.recipient?.address ?? null,
    conversation: kept?.conversation ?? null,
  };
};
