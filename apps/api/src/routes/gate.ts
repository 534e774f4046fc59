import {
  gateBodySchema,
  gateFlow,
  gateVerdictSchema,
  getFlowInput,
  reportBodySchema,
  reportFlow,
} from '@plumbline/service';
import { defineRoute, type Route } from '../route.ts';

const tag = 'Publishing';
const path = '/v1/businesses/{business}/flows/{source}/{id}';
const params = getFlowInput;

/** What n8n itself asks and tells, with a key of scope `gate` that may do nothing else. */
export const gateRoutes: readonly Route[] = [
  defineRoute({
    method: 'post',
    path: `${path}/gate`,
    id: 'gateFlow',
    tag,
    summary: 'May this version be published?',
    description:
      'Judged within the request. A broken promise at `block` refuses; at `approve` it refuses until the owner has signed off this version; what cannot be told is published and asked, unless the promise says otherwise; a fault that the version that runs has too is no reason, unless the promise says so.',
    open: 'key',
    params,
    body: gateBodySchema,
    answers: { 200: { description: 'The verdict, in words.', schema: gateVerdictSchema } },
    problems: ['forbidden', 'not-found', 'no-workflow', 'id-mismatch', 'unknown-source'],
    run: async ({ ctx, params: address, body }) => ({
      status: 200,
      body: await gateFlow({ ctx, input: { ...address, ...body } }),
    }),
  }),
  defineRoute({
    method: 'put',
    path: `${path}/report`,
    id: 'reportFlow',
    tag,
    summary: 'Tell what there is of a flow now',
    description: 'Both versions at once; what is null is removed. Judged afterwards.',
    open: 'key',
    params,
    body: reportBodySchema,
    answers: { 204: { description: 'Kept.' } },
    problems: ['forbidden', 'not-found', 'no-workflow', 'id-mismatch', 'unknown-source'],
    run: async ({ ctx, params: address, body }) => {
      await reportFlow({ ctx, input: { ...address, ...body } });
      return { status: 204 };
    },
  }),
];
