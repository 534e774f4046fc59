import {
  businessIdSchema,
  closeHandover,
  closeHandoverBodySchema,
  getHandover,
  getHandoverInput,
  handoverBodySchema,
  handoverDetailSchema,
  handoverPageSchema,
  handoverSchema,
  listHandovers,
  listHandoversInput,
  openHandover,
} from '@plumbline/service';
import { z } from 'zod';
import { defineRoute, type Route } from '../route.ts';

const tag = 'Hand-overs';
const path = '/v1/businesses/{business}/handovers';
const params = z.strictObject({ business: businessIdSchema });

export const handoverRoutes: readonly Route[] = [
  defineRoute({
    method: 'post',
    path,
    id: 'openHandover',
    tag,
    summary: 'Hand a conversation over to a person',
    description:
      'Puts it into the inbox. The conversation is kept encrypted, while it is open and then for a time. The same again under one `idempotencyKey` is the same one.',
    open: 'key',
    params,
    body: handoverBodySchema,
    answers: { 201: { description: 'It waits for a person.', schema: handoverSchema } },
    problems: ['forbidden', 'not-found', 'idempotency-conflict'],
    run: async ({ ctx, params: { business }, body }) => ({
      status: 201,
      body: await openHandover({ ctx, input: { ...body, business } }),
    }),
  }),
  defineRoute({
    method: 'get',
    path,
    id: 'listHandovers',
    tag,
    summary: 'List handed over conversations',
    description: 'What waits for a person, or has, oldest first, without content.',
    open: 'key',
    params,
    query: listHandoversInput.omit({ business: true }),
    answers: { 200: { description: 'A page of them.', schema: handoverPageSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: { business }, query }) => ({
      status: 200,
      body: await listHandovers({ ctx, input: { ...query, business } }),
    }),
  }),
  defineRoute({
    method: 'get',
    path: `${path}/{handover}`,
    id: 'getHandover',
    tag,
    summary: 'Get a handed over conversation with what was said',
    open: 'key',
    params: getHandoverInput,
    answers: { 200: { description: 'The conversation.', schema: handoverDetailSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => ({ status: 200, body: await getHandover({ ctx, input }) }),
  }),
  defineRoute({
    method: 'post',
    path: `${path}/{handover}/close`,
    id: 'closeHandover',
    tag,
    summary: 'Say that somebody has seen to it',
    description: 'The first one counts; whoever comes later is told who it was.',
    open: 'key',
    params: getHandoverInput,
    body: closeHandoverBodySchema,
    answers: { 200: { description: 'As it stands now.', schema: handoverDetailSchema } },
    problems: ['forbidden', 'not-found', 'already-closed'],
    run: async ({ ctx, params: at, body }) => ({
      status: 200,
      body: await closeHandover({ ctx, input: { ...at, ...body } }),
    }),
  }),
];
