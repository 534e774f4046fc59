import type { StoredHandover, StoreView } from '@plumbline/store';
import { z } from 'zod';
import { businessIdSchema, pageInput, pageOf } from '../business.ts';
import type { Call } from '../context.ts';
import {
  type HandoverDetail,
  handoverDetail,
  handoverSchema,
  handoverStateSchema,
  handoverView,
} from '../handover/handover-view.ts';
import { parseInput } from '../parse-input.ts';
import { notFound } from '../problem.ts';
import { readIn } from '../scope.ts';

export const listHandoversInput = z.strictObject({
  business: businessIdSchema,
  ...pageInput,
  state: handoverStateSchema.optional(),
});
export const handoverPageSchema = pageOf(handoverSchema).meta({ id: 'HandoverPage' });

/** Handed over conversations, oldest first, without content. Needs `read`. */
export const listHandovers = async ({
  ctx,
  input,
}: Call<z.input<typeof listHandoversInput>>): Promise<z.infer<typeof handoverPageSchema>> => {
  const { business, limit, after, state } = parseInput(listHandoversInput, input);
  const found = await readIn(ctx, business, 'read', (view) => view.handovers({ limit, after, state }));
  return { items: found.map(handoverView), next: found.length < limit ? null : (found.at(-1)?.id ?? null) };
};

export const handoverAddress = { business: businessIdSchema, handover: z.string().min(1).max(200) };
export const getHandoverInput = z.strictObject(handoverAddress);

export const foundHandover = async (view: StoreView, id: string): Promise<StoredHandover> => {
  const handover = await view.handover(id);
  if (handover === undefined) throw notFound('hand-over');
  return handover;
};

/** A handed over conversation with what was said and by whom. Needs `read`. */
export const getHandover = async ({
  ctx,
  input,
}: Call<z.input<typeof getHandoverInput>>): Promise<HandoverDetail> => {
  const { business, handover } = parseInput(getHandoverInput, input);
  return readIn(ctx, business, 'read', async (view) =>
    handoverDetail(ctx, business, await foundHandover(view, handover)),
  );
};
