import {
  answerApproval,
  answerBodySchema,
  approvalDetailSchema,
  approvalEndsSchema,
  approvalPageSchema,
  businessIdSchema,
  getApproval,
  getApprovalInput,
  listApprovals,
  listApprovalsInput,
  seeApprovals,
  seeApprovalsBodySchema,
} from '@plumbline/service';
import { z } from 'zod';
import { defineRoute, type Route } from '../route.ts';

const tag = 'Approvals';
const path = '/v1/businesses/{business}/approvals';

export const approvalRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path,
    id: 'listApprovals',
    tag,
    summary: 'List approvals',
    description: 'What waits for a person, or has, oldest first.',
    open: 'key',
    params: z.strictObject({ business: businessIdSchema }),
    query: listApprovalsInput.omit({ business: true }),
    answers: { 200: { description: 'A page of approvals.', schema: approvalPageSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: { business }, query }) => ({
      status: 200,
      body: await listApprovals({ ctx, input: { ...query, business } }),
    }),
  }),
  defineRoute({
    method: 'post',
    path: `${path}/see`,
    id: 'seeApprovals',
    tag,
    summary: 'See how approvals stand',
    description:
      'For whoever waits for them: up to 1,000 at once. A key with `decide` sees those of its own questions, one with `read` any.',
    open: 'key',
    params: z.strictObject({ business: businessIdSchema }),
    body: seeApprovalsBodySchema,
    answers: { 200: { description: 'How they stand.', schema: approvalEndsSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params, body }) => ({
      status: 200,
      body: await seeApprovals({ ctx, input: { ...params, ...body } }),
    }),
  }),
  defineRoute({
    method: 'get',
    path: `${path}/{approval}`,
    id: 'getApproval',
    tag,
    summary: 'Get an approval with what would go out',
    open: 'key',
    params: getApprovalInput,
    answers: { 200: { description: 'The approval.', schema: approvalDetailSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => ({ status: 200, body: await getApproval({ ctx, input }) }),
  }),
  defineRoute({
    method: 'post',
    path: `${path}/{approval}/answer`,
    id: 'answerApproval',
    tag,
    summary: 'Approve, edit or reject',
    description:
      'The first answer counts. Whoever asked is called at the resume address, if there is one. Silence never approves.',
    open: 'key',
    params: getApprovalInput,
    body: answerBodySchema,
    answers: { 200: { description: 'As it stands now.', schema: approvalDetailSchema } },
    problems: ['forbidden', 'not-found', 'already-answered', 'edit-blocked'],
    run: async ({ ctx, params, body: answer }) => ({
      status: 200,
      body: await answerApproval({ ctx, input: { ...params, answer } }),
    }),
  }),
];
