import {
  addedSubscriptionSchema,
  addSubscription,
  businessIdSchema,
  deliveryAddress,
  deliveryPageSchema,
  deliverySchema,
  getSubscription,
  listDeliveries,
  listDeliveriesInput,
  listSubscriptions,
  removeSubscription,
  replayDelivery,
  subscriptionAddress,
  subscriptionBodySchema,
  subscriptionListSchema,
  subscriptionSchema,
} from '@plumbline/service';
import { z } from 'zod';
import { defineRoute, type Route } from '../route.ts';

const tag = 'Subscriptions';
const params = z.strictObject({ business: businessIdSchema });
const path = '/v1/businesses/{business}/subscriptions';
const deliveries = '/v1/businesses/{business}/deliveries';

export const subscriptionRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path,
    id: 'listSubscriptions',
    tag,
    summary: 'List the programs that are told of events',
    description: 'A key with `decide` sees those made with it, one with `read` all.',
    open: 'key',
    params,
    answers: { 200: { description: 'The subscriptions, without secrets.', schema: subscriptionListSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => ({ status: 200, body: await listSubscriptions({ ctx, input }) }),
  }),
  defineRoute({
    method: 'post',
    path,
    id: 'addSubscription',
    tag,
    summary: 'Have a program told of events',
    description:
      'Each event is posted to the address, signed in the scheme of Standard Webhooks, until it is taken. The id in `webhook-id` is that of the event: it stays the same over attempts.',
    open: 'key',
    params,
    body: subscriptionBodySchema,
    answers: {
      201: { description: 'Made. `secret` is shown this once.', schema: addedSubscriptionSchema },
    },
    problems: ['forbidden', 'not-found', 'address-refused', 'conflict'],
    run: async ({ ctx, params: { business }, body }) => ({
      status: 201,
      body: await addSubscription({ ctx, input: { ...body, business } }),
      headers: { 'cache-control': 'no-store' },
    }),
  }),
  defineRoute({
    method: 'get',
    path: `${path}/{subscription}`,
    id: 'getSubscription',
    tag,
    summary: 'Get a subscription',
    open: 'key',
    params: subscriptionAddress,
    answers: { 200: { description: 'The subscription, without its secret.', schema: subscriptionSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => ({ status: 200, body: await getSubscription({ ctx, input }) }),
  }),
  defineRoute({
    method: 'delete',
    path: `${path}/{subscription}`,
    id: 'removeSubscription',
    tag,
    summary: 'Tell a program of nothing any more',
    description: 'A key with `decide` may take away those made with it, one with `write` any.',
    open: 'key',
    params: subscriptionAddress,
    answers: { 204: { description: 'Nothing is sent to it any more, not even what waits.' } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => {
      await removeSubscription({ ctx, input });
      return { status: 204 };
    },
  }),
  defineRoute({
    method: 'get',
    path: deliveries,
    id: 'listDeliveries',
    tag,
    summary: 'List messages and how it goes with them',
    description: 'To programs and to people, oldest first. `state=parked`: what was given up.',
    open: 'key',
    params,
    query: listDeliveriesInput.omit({ business: true }),
    answers: { 200: { description: 'A page of deliveries.', schema: deliveryPageSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: { business }, query }) => ({
      status: 200,
      body: await listDeliveries({ ctx, input: { ...query, business } }),
    }),
  }),
  defineRoute({
    method: 'post',
    path: `${deliveries}/{delivery}/replay`,
    id: 'replayDelivery',
    tag,
    summary: 'Send a message again',
    description: 'At once, under the id it has always had, whether it was given up or taken.',
    open: 'key',
    params: deliveryAddress,
    answers: { 200: { description: 'It waits to be sent.', schema: deliverySchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => ({ status: 200, body: await replayDelivery({ ctx, input }) }),
  }),
];
