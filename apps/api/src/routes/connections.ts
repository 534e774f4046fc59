import {
  addConnection,
  addedConnectionSchema,
  businessIdSchema,
  connectionBodySchema,
  connectionListSchema,
  listConnections,
  removeConnection,
  removeConnectionInput,
} from '@plumbline/service';
import { z } from 'zod';
import { defineRoute, type Route } from '../route.ts';

const tag = 'Connections';
const params = z.strictObject({ business: businessIdSchema });
const path = '/v1/businesses/{business}/connections';

export const connectionRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path,
    id: 'listConnections',
    tag,
    summary: 'List the programs that may be called back',
    open: 'key',
    params,
    answers: { 200: { description: 'The connections, without secrets.', schema: connectionListSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => ({ status: 200, body: await listConnections({ ctx, input }) }),
  }),
  defineRoute({
    method: 'post',
    path,
    id: 'addConnection',
    tag,
    summary: 'Register a program that may be called back',
    description:
      'Only addresses on its origin and under its path are ever called, signed in the scheme of Standard Webhooks. Needs an admin key.',
    open: 'key',
    params,
    body: connectionBodySchema,
    answers: {
      201: { description: 'Registered. `secret` is shown this once.', schema: addedConnectionSchema },
    },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: { business }, body }) => ({
      status: 201,
      body: await addConnection({ ctx, input: { ...body, business } }),
      headers: { 'cache-control': 'no-store' },
    }),
  }),
  defineRoute({
    method: 'delete',
    path: `${path}/{connection}`,
    id: 'removeConnection',
    tag,
    summary: 'Take a connection away',
    description: 'Calls that wait are given up. Needs an admin key.',
    open: 'key',
    params: removeConnectionInput,
    answers: { 204: { description: 'Nothing is called by way of it any more.' } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => {
      await removeConnection({ ctx, input });
      return { status: 204 };
    },
  }),
];
