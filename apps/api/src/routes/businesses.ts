import {
  businessIdSchema,
  businessPageSchema,
  businessSchema,
  createBusiness,
  createBusinessInput,
  deleteBusiness,
  getBusiness,
  listBusinesses,
  listBusinessesInput,
} from '@plumbline/service';
import { z } from 'zod';
import { defineRoute, type Route } from '../route.ts';

const params = z.strictObject({ business: businessIdSchema });
const tag = 'Businesses';

export const businessRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/v1/businesses',
    id: 'listBusinesses',
    tag,
    summary: 'List businesses',
    description: 'An admin key sees all of them, any other key the one it is bound to.',
    open: 'key',
    query: listBusinessesInput,
    answers: { 200: { description: 'A page of businesses, by id.', schema: businessPageSchema } },
    run: async ({ ctx, query }) => ({ status: 200, body: await listBusinesses({ ctx, input: query }) }),
  }),
  defineRoute({
    method: 'post',
    path: '/v1/businesses',
    id: 'createBusiness',
    tag,
    summary: 'Create a business',
    description: 'Needs an admin key.',
    open: 'key',
    body: createBusinessInput,
    answers: {
      201: {
        description: 'Created.',
        schema: businessSchema,
        headers: { Location: 'Address of the business.' },
      },
    },
    problems: ['forbidden', 'conflict'],
    run: async ({ ctx, body }) => {
      const business = await createBusiness({ ctx, input: body });
      const location = `/v1/businesses/${encodeURIComponent(business.id)}`;
      return { status: 201, body: business, headers: { location } };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/businesses/{business}',
    id: 'getBusiness',
    tag,
    summary: 'Get a business',
    open: 'key',
    params,
    answers: { 200: { description: 'The business.', schema: businessSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => ({ status: 200, body: await getBusiness({ ctx, input }) }),
  }),
  defineRoute({
    method: 'delete',
    path: '/v1/businesses/{business}',
    id: 'deleteBusiness',
    tag,
    summary: 'Delete a business',
    description:
      'With its profile, keys, flows and findings; its audit trail stays. Cannot be undone. Needs an admin key.',
    open: 'key',
    params,
    answers: { 204: { description: 'Deleted.' } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => {
      await deleteBusiness({ ctx, input });
      return { status: 204 };
    },
  }),
];
