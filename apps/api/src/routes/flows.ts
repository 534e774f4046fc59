import {
  businessIdSchema,
  deleteFlow,
  deleteFlowInput,
  flowBodySchema,
  flowDetailSchema,
  flowPageSchema,
  getFlow,
  getFlowInput,
  listFlows,
  listFlowsInput,
  putFlow,
  putFlowResult,
  retryFlow,
} from '@plumbline/service';
import { z } from 'zod';
import { preferredWait } from '../request/prefer.ts';
import { defineRoute, type Route } from '../route.ts';

const tag = 'Flows';
const path = '/v1/businesses/{business}/flows/{source}/{id}';
const params = getFlowInput;

const body = flowBodySchema
  .extend({
    workflow: z
      .record(z.string(), z.unknown())
      .meta({ description: 'As n8n exports it. Pinned, static and credential data are not kept.' }),
  })
  .meta({ id: 'PutFlow' });

const preferences = z.object({
  Prefer: z
    .string()
    .optional()
    .meta({ description: '`wait=N` waits for the findings, N in seconds.', example: 'wait=10' }),
});
const applied = { 'Preference-Applied': '`wait=N`, if you asked for it.' };

export const flowRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/v1/businesses/{business}/flows',
    id: 'listFlows',
    tag,
    summary: 'List flows',
    description: 'Published versions and drafts, without findings; the matrix has their standing.',
    open: 'key',
    params: z.strictObject({ business: businessIdSchema }),
    query: z.strictObject({
      limit: listFlowsInput.shape.limit,
      after: listFlowsInput.shape.after,
      removed: z
        .enum(['true', 'false'])
        .default('false')
        .meta({ description: 'With flows that were removed.' }),
    }),
    answers: { 200: { description: 'A page of flows.', schema: flowPageSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: { business }, query }) => ({
      status: 200,
      body: await listFlows({ ctx, input: { ...query, business, removed: query.removed === 'true' } }),
    }),
  }),
  defineRoute({
    method: 'put',
    path,
    id: 'putFlow',
    tag,
    summary: 'Put a flow',
    description:
      'Keeps the workflow under its id and has it judged. The same content again makes no new revision; a draft that does what the published version does is no draft.',
    open: 'key',
    params,
    headers: preferences,
    body,
    answers: {
      200: { description: 'Changed, or the same as before.', schema: putFlowResult, headers: applied },
      201: {
        description: 'New.',
        schema: putFlowResult,
        headers: { ...applied, Location: 'Address of the flow.' },
      },
    },
    problems: ['forbidden', 'not-found', 'no-workflow', 'id-mismatch', 'unknown-source'],
    run: async ({ ctx, params: address, body: given, header }) => {
      const wait = preferredWait(header('prefer'));
      const { outcome, ...result } = await putFlow({ ctx, input: { ...address, ...given, wait: wait ?? 0 } });
      const headers = wait === undefined ? {} : { 'preference-applied': `wait=${wait}` };
      return outcome === 'created'
        ? { status: 201, body: result, headers: { ...headers, location: result.evaluation.href } }
        : { status: 200, body: result, headers };
    },
  }),
  defineRoute({
    method: 'get',
    path,
    id: 'getFlow',
    tag,
    summary: 'Get a flow with its findings',
    description: 'The published version, with a draft beside it; or the draft where nothing is published.',
    open: 'key',
    params,
    answers: { 200: { description: 'The flow as it stands.', schema: flowDetailSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => ({ status: 200, body: await getFlow({ ctx, input }) }),
  }),
  defineRoute({
    method: 'delete',
    path,
    id: 'deleteFlow',
    tag,
    summary: 'Remove a flow',
    description: 'It counts no more. What was found about it is kept, and putting it again reopens it.',
    open: 'key',
    params,
    query: z.strictObject({ state: deleteFlowInput.shape.state }),
    answers: { 204: { description: 'Removed.' } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: address, query }) => {
      await deleteFlow({ ctx, input: { ...address, ...query } });
      return { status: 204 };
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/retry`,
    id: 'retryFlow',
    tag,
    summary: 'Judge a flow again after a fault of ours',
    description: 'A flow whose judging failed on our side is parked; this has it tried again.',
    open: 'key',
    params,
    answers: { 202: { description: 'Will be tried again.' } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => {
      await retryFlow({ ctx, input });
      return { status: 202 };
    },
  }),
];
