import { type EventType, eventTypes, type StoreView, type Subscription } from '@plumbline/store';
import { z } from 'zod';
import { audit } from '../audit.ts';
import { businessIdSchema } from '../business.ts';
import { type Call, type Context, now } from '../context.ts';
import { callUrlSchema, mustBeReachable } from '../deliver/reach.ts';
import { newSecret } from '../deliver/secret.ts';
import { parseInput } from '../parse-input.ts';
import { notFound, Problem } from '../problem.ts';
import { changeIn, readIn } from '../scope.ts';

export const eventTypeSchema = z
  .enum(eventTypes)
  .meta({ id: 'EventType', description: 'What can be told of as it happens.' });

/** What is told of where nobody says: what somebody should do something about, and its end. */
export const usualEvents: readonly EventType[] = [
  'flow.drifted',
  'flow.recovered',
  'flow.stopped',
  'approval.waiting',
  'handover.waiting',
  'evaluation.stale',
  'evaluation.recovered',
  'confirmation.expiring',
  'confirmation.expired',
  'indicator.moved',
];

export const subscriptionBodySchema = z
  .strictObject({
    url: callUrlSchema.meta({
      description: 'Called with each event. In a private network only where a connection allows it.',
      example: 'https://n8n.example.org/webhook/3f2a',
    }),
    events: z
      .array(eventTypeSchema)
      .min(1)
      .max(eventTypes.length)
      .default([...usualEvents])
      .meta({ description: 'What to tell of.' }),
  })
  .meta({ id: 'AddSubscription' });

export const subscriptionSchema = z
  .object({
    id: z.string(),
    url: z.string(),
    events: z.array(eventTypeSchema),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Subscription', description: 'A program that hears of events as they happen.' });
type SubscriptionView = z.infer<typeof subscriptionSchema>;

export const addedSubscriptionSchema = subscriptionSchema
  .extend({
    secret: z
      .string()
      .meta({ description: 'Shown this once. Calls are signed with it: `whsec_...`, Standard Webhooks.' }),
  })
  .meta({ id: 'AddedSubscription' });
export const subscriptionListSchema = z
  .object({ items: z.array(subscriptionSchema) })
  .meta({ id: 'SubscriptionList' });

const most = 100;

const viewOf = ({ id, url, events, createdAt }: Subscription): SubscriptionView => ({
  id,
  url,
  events: [...events],
  createdAt,
});

/** Has the actor this scope in the business, whatever it is asked for? */
const has = (ctx: Context, scope: 'read' | 'write'): boolean =>
  ctx.actor.scopes.includes('admin') || ctx.actor.scopes.includes(scope);

export const addSubscriptionInput = subscriptionBodySchema.extend({ business: businessIdSchema });

/**
 * Has a program told of events from now on, and makes the secret that calls are signed with. Needs `decide`. Throws
 * `address-refused` for an address that would never be called, `conflict` where there are too many.
 */
export const addSubscription = async ({
  ctx,
  input,
}: Call<z.input<typeof addSubscriptionInput>>): Promise<z.infer<typeof addedSubscriptionSchema>> => {
  const { business, url, events } = parseInput(addSubscriptionInput, input);
  return changeIn(ctx, business, 'decide', async (tx) => {
    await mustBeReachable(tx, url);
    if ((await tx.subscriptions()).length >= most)
      throw new Problem('conflict', `There are ${most} subscriptions already: take some away.`);
    const id = ctx.id('sub');
    const secret = newSecret(ctx);
    const kept: Subscription = {
      id,
      url,
      events: [...new Set(events)],
      secret: ctx.vault.seal(business, id, secret),
      createdAt: now(ctx),
      createdBy: ctx.actor.id,
    };
    await tx.addSubscription(kept);
    await audit(ctx, tx, 'subscription.add', id, {
      origin: new URL(url).origin,
      events: kept.events.join(' '),
    });
    return { ...viewOf(kept), secret };
  });
};

export const listSubscriptionsInput = z.strictObject({ business: businessIdSchema });

/** With `read` all subscriptions of the business, with `decide` those made with this very key. */
export const listSubscriptions = async ({
  ctx,
  input,
}: Call<z.input<typeof listSubscriptionsInput>>): Promise<z.infer<typeof subscriptionListSchema>> => {
  const { business } = parseInput(listSubscriptionsInput, input);
  const scope = has(ctx, 'read') ? 'read' : 'decide';
  return readIn(ctx, business, scope, async (view) => {
    const all = await view.subscriptions();
    const shown = scope === 'read' ? all : all.filter((each) => each.createdBy === ctx.actor.id);
    return { items: shown.map(viewOf) };
  });
};

export const subscriptionAddress = z.strictObject({
  business: businessIdSchema,
  subscription: z.string().min(1).max(200),
});

const found = async (ctx: Context, view: StoreView, id: string, whole: boolean): Promise<Subscription> => {
  const subscription = await view.subscription(id);
  const may = subscription !== undefined && (whole || subscription.createdBy === ctx.actor.id);
  if (!may) throw notFound('subscription');
  return subscription;
};

/** One subscription, without its secret. Likewise. */
export const getSubscription = async ({
  ctx,
  input,
}: Call<z.input<typeof subscriptionAddress>>): Promise<SubscriptionView> => {
  const { business, subscription } = parseInput(subscriptionAddress, input);
  const scope = has(ctx, 'read') ? 'read' : 'decide';
  return readIn(ctx, business, scope, async (view) =>
    viewOf(await found(ctx, view, subscription, scope === 'read')),
  );
};

/** Tells it of nothing any more. With `write` any of the business, with `decide` those made with this very key. */
export const removeSubscription = async ({
  ctx,
  input,
}: Call<z.input<typeof subscriptionAddress>>): Promise<void> => {
  const { business, subscription } = parseInput(subscriptionAddress, input);
  const scope = has(ctx, 'write') ? 'write' : 'decide';
  await changeIn(ctx, business, scope, async (tx) => {
    await found(ctx, tx, subscription, scope === 'write');
    await tx.removeSubscription(subscription);
    await audit(ctx, tx, 'subscription.remove', subscription);
  });
};
