import {
  businessIdSchema,
  driftSchema,
  flowComparisonSchema,
  flowDiff,
  flowDiffInput,
  flowHistory,
  flowHistoryInput,
  flowVersionPageSchema,
  flowVersions,
  getDrift,
  getDriftInput,
  getFlowInput,
  historyPageSchema,
} from '@plumbline/service';
import { z } from 'zod';
import { defineRoute, type Route } from '../route.ts';

const tag = 'Drift';
const flow = '/v1/businesses/{business}/flows/{source}/{id}';
const params = getFlowInput;
const page = flowHistoryInput.omit({ business: true, source: true, id: true });

/** What has come of flows since they were signed off. */
export const driftRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/v1/businesses/{business}/drift',
    id: 'getDrift',
    tag,
    summary: 'See what is not as it was signed off',
    description:
      'Flows that differ from their sign-off, with the causes in plain words, and indicators outside their usual band.',
    open: 'key',
    params: z.strictObject({ business: businessIdSchema }),
    query: getDriftInput.omit({ business: true }),
    answers: { 200: { description: 'The drift as it stands.', schema: driftSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: address, query }) => ({
      status: 200,
      body: await getDrift({ ctx, input: { ...address, ...query } }),
    }),
  }),
  defineRoute({
    method: 'get',
    path: `${flow}/history`,
    id: 'getFlowHistory',
    tag,
    summary: 'Get every evaluation of a flow',
    description:
      'One entry whenever it stood on or said something else, newest first, with the hashes of all that went in and why it differs.',
    open: 'key',
    params,
    query: page,
    answers: { 200: { description: 'A page of evaluations.', schema: historyPageSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: address, query }) => ({
      status: 200,
      body: await flowHistory({ ctx, input: { ...address, ...query } }),
    }),
  }),
  defineRoute({
    method: 'get',
    path: `${flow}/versions`,
    id: 'listFlowVersions',
    tag,
    summary: 'List the versions of a flow that are kept',
    open: 'key',
    params,
    query: page,
    answers: { 200: { description: 'A page of versions.', schema: flowVersionPageSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: address, query }) => ({
      status: 200,
      body: await flowVersions({ ctx, input: { ...address, ...query } }),
    }),
  }),
  defineRoute({
    method: 'get',
    path: `${flow}/diff`,
    id: 'compareFlowVersions',
    tag,
    summary: 'Compare two versions of a flow',
    description:
      'Steps, links and settings that were added, removed or changed. Positions and notes never show; what looks like a secret is masked.',
    open: 'key',
    params,
    query: flowDiffInput.omit({ business: true, source: true, id: true }),
    answers: { 200: { description: 'The comparison.', schema: flowComparisonSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: address, query }) => ({
      status: 200,
      body: await flowDiff({ ctx, input: { ...address, ...query } }),
    }),
  }),
];
