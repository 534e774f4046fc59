import { type Delivery, deliveryKinds, deliveryStates, type StoreView } from '@plumbline/store';
import { z } from 'zod';
import { audit } from '../audit.ts';
import { businessIdSchema, pageInput, pageOf } from '../business.ts';
import { type Call, now } from '../context.ts';
import { parseInput } from '../parse-input.ts';
import { notFound } from '../problem.ts';
import { changeIn, readIn } from '../scope.ts';
import { eventTypeSchema } from './subscriptions.ts';

export const deliverySchema = z
  .object({
    id: z.string(),
    kind: z.enum(deliveryKinds).meta({
      description:
        '`resume`: to whoever asked, how an approval ended. `subscription`: to a program, one event. `target`: to people. `reminder`: to people, again.',
    }),
    receiver: z.string().meta({ description: 'Id of the connection, subscription or alert target.' }),
    approval: z.string().nullable(),
    events: z.array(z.object({ id: z.string(), type: eventTypeSchema })),
    state: z.enum(deliveryStates).meta({
      description:
        '`parked`: given up after days, or refused. `dropped`: there was nothing to tell any more.',
    }),
    attempts: z.int(),
    nextAt: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'Not before this moment; null if it does not wait.' }),
    createdAt: z.iso.datetime(),
    lastResult: z.string().nullable(),
  })
  .meta({ id: 'Delivery', description: 'One message to one receiver.' });
type DeliveryView = z.infer<typeof deliverySchema>;

export const deliveryPageSchema = pageOf(deliverySchema).meta({ id: 'DeliveryPage' });

const viewsOf = async (view: StoreView, deliveries: readonly Delivery[]): Promise<DeliveryView[]> => {
  const told = await view.eventsOf(deliveries.map(({ id }) => id));
  return deliveries.map(({ open: _, nextAt, ...rest }) => ({
    ...rest,
    events: told.filter(({ delivery }) => delivery === rest.id).map(({ id, type }) => ({ id, type })),
    nextAt: rest.state === 'waiting' ? nextAt : null,
  }));
};

export const listDeliveriesInput = z.strictObject({
  business: businessIdSchema,
  ...pageInput,
  state: z.enum(deliveryStates).optional(),
});

/** Messages and how it goes with them, oldest first. Needs `read`. */
export const listDeliveries = async ({
  ctx,
  input,
}: Call<z.input<typeof listDeliveriesInput>>): Promise<z.infer<typeof deliveryPageSchema>> => {
  const { business, limit, after, state } = parseInput(listDeliveriesInput, input);
  return readIn(ctx, business, 'read', async (view) => {
    const found = await view.deliveries({ limit, after, state });
    return {
      items: await viewsOf(view, found),
      next: found.length < limit ? null : (found.at(-1)?.id ?? null),
    };
  });
};

export const deliveryAddress = z.strictObject({
  business: businessIdSchema,
  delivery: z.string().min(1).max(200),
});

/**
 * Sends a message again now, under the id it has always had, with all its attempts before it. Needs `write`. One that
 * was delivered is sent once more: the receiver tells by the id.
 */
export const replayDelivery = async ({
  ctx,
  input,
}: Call<z.input<typeof deliveryAddress>>): Promise<DeliveryView> => {
  const { business, delivery: id } = parseInput(deliveryAddress, input);
  const view = await changeIn(ctx, business, 'write', async (tx) => {
    const before = await tx.delivery(id);
    if (before === undefined) throw notFound('delivery');
    const after: Delivery = { ...before, state: 'waiting', attempts: 0, open: false, nextAt: now(ctx) };
    await tx.moveDelivery(before, after);
    await audit(ctx, tx, 'delivery.replay', id, { state: before.state, attempts: before.attempts });
    const [shown] = await viewsOf(tx, [after]);
    if (shown === undefined) throw notFound('delivery');
    return shown;
  });
  ctx.tend(business);
  return view;
};
