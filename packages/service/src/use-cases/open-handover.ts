import { canonical, normaliseRecipient } from '@plumbline/core';
import type { StoredHandover, StoreTransaction } from '@plumbline/store';
import { z } from 'zod';
import { emit } from '../alerts/emit.ts';
import { audit } from '../audit.ts';
import { businessIdSchema } from '../business.ts';
import type { Call, Context } from '../context.ts';
import {
  flowRefSchema,
  type HandoverView,
  handedOverSchema,
  handoverView,
} from '../handover/handover-view.ts';
import { parseInput } from '../parse-input.ts';
import { Problem } from '../problem.ts';
import { changeIn } from '../scope.ts';
import { idempotencyKeySchema } from './decide.ts';

interface Lead {
  readonly conversation: readonly unknown[];
  readonly reason?: string | null | undefined;
  readonly recipient?: { readonly address?: string | null | undefined } | null | undefined;
  readonly flow?: object | null | undefined;
  readonly channel?: string | null | undefined;
}

/** Whoever takes over has something to begin with. */
const hasALead = ({ conversation, reason, recipient, flow, channel }: Lead): boolean =>
  conversation.length > 0 || [reason, recipient?.address, flow, channel].some((each) => each != null);

export const handoverBodySchema = handedOverSchema
  .extend({
    flow: flowRefSchema.nullish(),
    channel: z.string().trim().min(1).max(80).nullish().meta({
      description: 'Where the conversation is held, e.g. `whatsapp`; a chat id means something there only.',
    }),
    idempotencyKey: idempotencyKeySchema.optional(),
  })
  .refine(hasALead, {
    path: ['conversation'],
    message:
      'gives nothing to go by: say what was said, or at least a reason, the recipient, the flow or the channel',
  })
  .meta({ id: 'HandOver', description: 'A conversation that a person is to go on with.' });

export const openHandoverInput = handoverBodySchema.safeExtend({ business: businessIdSchema });

type Given = z.output<typeof handoverBodySchema>;

const keptOf = (ctx: Context, business: string, given: Given): StoredHandover => {
  const { flow, channel, idempotencyKey, ...content } = given;
  const id = ctx.id('hov');
  const at = ctx.clock().getTime();
  const who = normaliseRecipient(content.recipient, channel);
  return {
    id,
    state: 'open',
    createdAt: new Date(at).toISOString(),
    actor: ctx.actor.id,
    flow: flow ?? null,
    channel: channel ?? null,
    recipient: who === null ? null : ctx.vault.pseudonym(business, who.key),
    idempotencyKey: idempotencyKey ?? null,
    requestHash:
      idempotencyKey === undefined
        ? ''
        : ctx.vault.pseudonym(business, canonical({ flow, channel, content })),
    content: 'kept',
    sealed: ctx.vault.seal(business, id, JSON.stringify(content)),
    contentUntil: new Date(at + ctx.retention).toISOString(),
    closedAt: null,
    closedBy: null,
    closer: null,
    comment: null,
  };
};

/** The one that is there under the same key; throws where it is another. */
const sameAs = async (tx: StoreTransaction, fresh: StoredHandover): Promise<StoredHandover | undefined> => {
  if (fresh.idempotencyKey === null) return undefined;
  const known = await tx.handoverByKey(fresh.idempotencyKey);
  if (known !== undefined && known.requestHash !== fresh.requestHash)
    throw new Problem('idempotency-conflict', 'This key stands for another hand-over.');
  return known;
};

/**
 * Puts a conversation into the inbox of whoever answers. The same again under one idempotency key is the same one.
 * Needs `decide`. Throws `idempotency-conflict`.
 */
export const openHandover = async ({
  ctx,
  input,
}: Call<z.input<typeof openHandoverInput>>): Promise<HandoverView> => {
  const { business, ...given } = parseInput(openHandoverInput, input);
  const { view, told } = await changeIn(ctx, business, 'decide', async (tx) => {
    const fresh = keptOf(ctx, business, given);
    const known = await sameAs(tx, fresh);
    if (known !== undefined) return { view: handoverView(known), told: [] };
    if (!(await tx.addHandover(fresh))) {
      // Somebody was quicker with the same key.
      const first = await sameAs(tx, fresh);
      if (first === undefined) throw new Error('A hand-over was neither kept nor there.');
      return { view: handoverView(first), told: [] };
    }
    await audit(ctx, tx, 'handover.open', fresh.id, { entries: given.conversation.length });
    const { id, flow, channel } = fresh;
    const data = { handover: id, flow, channel };
    return {
      view: handoverView(fresh),
      told: await emit(ctx, tx, [{ type: 'handover.waiting', key: id, data }]),
    };
  });
  if (told.length > 0) ctx.tend(business);
  return view;
};
