import {
  businessIdSchema,
  createdKeySchema,
  createKey,
  createKeyInput,
  keyListSchema,
  keyScopeSchema,
  listKeys,
  revokeKey,
} from '@plumbline/service';
import { z } from 'zod';
import { defineRoute, type Route } from '../route.ts';

const tag = 'Keys';
const shown = createKeyInput.shape;

const keyBody = z
  .strictObject({ name: shown.name, scopes: z.array(keyScopeSchema.exclude(['admin'])).min(1) })
  .meta({ id: 'CreateKey' });
const adminKeyBody = z.strictObject({ name: shown.name }).meta({ id: 'CreateAdminKey' });

const ofBusiness = z.strictObject({ business: businessIdSchema });
const keyOfBusiness = z.strictObject({ business: businessIdSchema, key: z.string().min(1).max(200) });
const adminKey = z.strictObject({ key: z.string().min(1).max(200) });

const created = {
  201: { description: 'Made. `secret` is shown this once.', schema: createdKeySchema },
} as const;
const listed = {
  200: { description: 'The keys, revoked ones included, without their secrets.', schema: keyListSchema },
} as const;
const revoked = { 204: { description: 'Revoked, from now on and for good.' } } as const;
/** A secret must not stay behind in any cache. */
const unkept = { 'cache-control': 'no-store' };

export const keyRoutes: readonly Route[] = [
  defineRoute({
    method: 'post',
    path: '/v1/businesses/{business}/keys',
    id: 'createKey',
    tag,
    summary: 'Make a key for a business',
    description: 'It is bound to this business. Needs an admin key.',
    open: 'key',
    params: ofBusiness,
    body: keyBody,
    answers: created,
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params, body }) => ({
      status: 201,
      body: await createKey({ ctx, input: { ...body, ...params } }),
      headers: unkept,
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/v1/businesses/{business}/keys',
    id: 'listKeys',
    tag,
    summary: 'List the keys of a business',
    description: 'Needs an admin key.',
    open: 'key',
    params: ofBusiness,
    answers: listed,
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params }) => ({ status: 200, body: await listKeys({ ctx, input: params }) }),
  }),
  defineRoute({
    method: 'delete',
    path: '/v1/businesses/{business}/keys/{key}',
    id: 'revokeKey',
    tag,
    summary: 'Revoke a key of a business',
    description: 'Needs an admin key.',
    open: 'key',
    params: keyOfBusiness,
    answers: revoked,
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: { business, key } }) => {
      await revokeKey({ ctx, input: { business, id: key } });
      return { status: 204 };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/v1/keys',
    id: 'createAdminKey',
    tag,
    summary: 'Make an admin key',
    description: 'It may do everything, in every business. Needs an admin key.',
    open: 'key',
    body: adminKeyBody,
    answers: created,
    problems: ['forbidden'],
    run: async ({ ctx, body }) => ({
      status: 201,
      body: await createKey({ ctx, input: { business: null, name: body.name, scopes: ['admin'] } }),
      headers: unkept,
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/v1/keys',
    id: 'listAdminKeys',
    tag,
    summary: 'List the admin keys',
    description: 'Needs an admin key.',
    open: 'key',
    answers: listed,
    problems: ['forbidden'],
    run: async ({ ctx }) => ({ status: 200, body: await listKeys({ ctx, input: { business: null } }) }),
  }),
  defineRoute({
    method: 'delete',
    path: '/v1/keys/{key}',
    id: 'revokeAdminKey',
    tag,
    summary: 'Revoke an admin key',
    description: 'When the last one is revoked, the next start prints a new one. Needs an admin key.',
    open: 'key',
    params: adminKey,
    answers: revoked,
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: { key } }) => {
      await revokeKey({ ctx, input: { business: null, id: key } });
      return { status: 204 };
    },
  }),
];
