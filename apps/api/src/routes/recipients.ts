import {
  businessIdSchema,
  eraseBodySchema,
  erasedSchema,
  eraseRecipient,
  listSuppressions,
  listSuppressionsInput,
  suppress,
  suppressionBodySchema,
  suppressionPageSchema,
  suppressionSchema,
  unsuppress,
  unsuppressInput,
} from '@plumbline/service';
import { z } from 'zod';
import { defineRoute, type Route } from '../route.ts';

const tag = 'Recipients';
const params = z.strictObject({ business: businessIdSchema });
const path = '/v1/businesses/{business}/suppressions';

export const recipientRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path,
    id: 'listSuppressions',
    tag,
    summary: 'List who is not to be written to',
    description: 'By what stands for them; addresses are not kept.',
    open: 'key',
    params,
    query: listSuppressionsInput.omit({ business: true }),
    answers: { 200: { description: 'A page of them.', schema: suppressionPageSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: { business }, query }) => ({
      status: 200,
      body: await listSuppressions({ ctx, input: { ...query, business } }),
    }),
  }),
  defineRoute({
    method: 'post',
    path,
    id: 'suppress',
    tag,
    summary: 'Note that somebody is not to be written to',
    description: 'A later note about the same person replaces the earlier one.',
    open: 'key',
    params,
    body: suppressionBodySchema,
    answers: { 200: { description: 'Noted.', schema: suppressionSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: { business }, body }) => ({
      status: 200,
      body: await suppress({ ctx, input: { ...body, business } }),
    }),
  }),
  defineRoute({
    method: 'delete',
    path: `${path}/{recipient}`,
    id: 'unsuppress',
    tag,
    summary: 'Take somebody off that list',
    description: 'Because they asked for it.',
    open: 'key',
    params: unsuppressInput,
    answers: { 204: { description: 'They are not on it any more.' } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => {
      await unsuppress({ ctx, input });
      return { status: 204 };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/v1/businesses/{business}/erase',
    id: 'eraseRecipient',
    tag,
    summary: 'Erase what is kept of a person',
    description:
      'Content, and which decisions reached them. An opt-out and counted contacts stay as hashes, because they protect the person. Cannot be undone.',
    open: 'key',
    params,
    body: eraseBodySchema,
    answers: { 200: { description: 'Erased.', schema: erasedSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: { business }, body }) => ({
      status: 200,
      body: await eraseRecipient({ ctx, input: { ...body, business } }),
    }),
  }),
];
