import {
  addSource,
  businessIdSchema,
  getSource,
  getSourceInput,
  listSources,
  removeSource,
  setSourceKey,
  sourceBodySchema,
  sourceKeyBodySchema,
  sourceListSchema,
  sourceSchema,
  syncedSchema,
  syncSource,
} from '@plumbline/service';
import { z } from 'zod';
import { defineRoute, type Route } from '../route.ts';

const tag = 'Sources';
const params = z.strictObject({ business: businessIdSchema });
const path = '/v1/businesses/{business}/sources';

export const sourceRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path,
    id: 'listSources',
    tag,
    summary: 'List the systems whose flows are read by themselves',
    open: 'key',
    params,
    answers: { 200: { description: 'The sources and how each stands.', schema: sourceListSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => ({ status: 200, body: await listSources({ ctx, input }) }),
  }),
  defineRoute({
    method: 'post',
    path,
    id: 'addSource',
    tag,
    summary: 'Have the workflows of an n8n read from now on',
    description:
      'Over its public API, with a key that may list and read workflows. The key is kept encrypted and never shown. Needs an admin key.',
    open: 'key',
    params,
    body: sourceBodySchema,
    answers: { 201: { description: 'It is read within a minute.', schema: sourceSchema } },
    problems: ['forbidden', 'not-found', 'conflict', 'address-refused'],
    run: async ({ ctx, params: { business }, body }) => ({
      status: 201,
      body: await addSource({ ctx, input: { ...body, business } }),
    }),
  }),
  defineRoute({
    method: 'get',
    path: `${path}/{from}`,
    id: 'getSource',
    tag,
    summary: 'See how a source stands',
    open: 'key',
    params: getSourceInput,
    answers: { 200: { description: 'The source.', schema: sourceSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => ({ status: 200, body: await getSource({ ctx, input }) }),
  }),
  defineRoute({
    method: 'delete',
    path: `${path}/{from}`,
    id: 'removeSource',
    tag,
    summary: 'Read a source no more',
    description: 'Its key is forgotten. Its flows stay as they were read last. Needs an admin key.',
    open: 'key',
    params: getSourceInput,
    answers: { 204: { description: 'It is read no more.' } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => {
      await removeSource({ ctx, input });
      return { status: 204 };
    },
  }),
  defineRoute({
    method: 'put',
    path: `${path}/{from}/key`,
    id: 'setSourceKey',
    tag,
    summary: 'Give a source another key',
    description:
      'It is read with that one from now on, within a minute. Its flows and all that is known of them stay. Needs an admin key.',
    open: 'key',
    params: getSourceInput,
    body: sourceKeyBodySchema,
    answers: { 200: { description: 'The source.', schema: sourceSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input, body }) => ({
      status: 200,
      body: await setSourceKey({ ctx, input: { ...input, ...body } }),
    }),
  }),
  defineRoute({
    method: 'post',
    path: `${path}/{from}/sync`,
    id: 'syncSource',
    tag,
    summary: 'Read a source now',
    description:
      'Takes in what is new or has changed, and closes what is gone. However it fails, what is known stays; `source.state` says how it went. Needs an admin key.',
    open: 'key',
    params: getSourceInput,
    answers: { 200: { description: 'How it stands, and what changed.', schema: syncedSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => ({ status: 200, body: await syncSource({ ctx, input }) }),
  }),
];
