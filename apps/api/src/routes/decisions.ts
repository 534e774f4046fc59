import {
  askDecision,
  askDecisions,
  batchBodySchema,
  businessIdSchema,
  decisionBatchSchema,
  decisionBodySchema,
  decisionPageSchema,
  decisionSchema,
  exportDecisions,
  exportDecisionsInput,
  getDecision,
  getDecisionInput,
  idempotencyKeySchema,
  keptDecisionSchema,
  listDecisions,
  listDecisionsInput,
  parseInput,
  recordUnanswered,
  releaseContact,
  replayDecision,
  replaySchema,
  unansweredBodySchema,
  unansweredRecordedSchema,
} from '@plumbline/service';
import { z } from 'zod';
import { defineRoute, type Route } from '../route.ts';

const tag = 'Decisions';
const path = '/v1/businesses/{business}/decisions';
const params = z.strictObject({ business: businessIdSchema });
const ofDecision = getDecisionInput;
const page = listDecisionsInput.omit({ business: true });

export const decisionRoutes: readonly Route[] = [
  defineRoute({
    method: 'post',
    path,
    id: 'askDecision',
    tag,
    summary: 'Ask before you act',
    description:
      'May this happen? The answer is `allow`, `needs-human` or `block`; or, kept apart, `no-policy` or `error`: act on `allow` only. It is kept before you get it. Every answer is a 200; anything else is no answer, and no permission either.',
    open: 'key',
    params,
    headers: z.object({ 'Idempotency-Key': idempotencyKeySchema.optional() }),
    body: decisionBodySchema,
    answers: { 200: { description: 'The answer, with its reasons.', schema: decisionSchema } },
    problems: ['forbidden', 'not-found', 'idempotency-conflict', 'invalid-resume'],
    run: async ({ ctx, params: { business }, body, header }) => {
      const given = header('idempotency-key');
      const idempotencyKey = given === undefined ? undefined : parseInput(idempotencyKeySchema, given);
      return {
        status: 200,
        body: await askDecision({ ctx, input: { ...body, business, idempotencyKey } }),
      };
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/batch`,
    id: 'askDecisions',
    tag,
    summary: 'Ask up to 1,000 questions at once',
    description: 'Answered in their order, each counting for those after it. All are kept, or none.',
    open: 'key',
    params,
    body: batchBodySchema,
    answers: { 200: { description: 'The answers, in order.', schema: decisionBatchSchema } },
    problems: ['forbidden', 'not-found', 'idempotency-conflict', 'invalid-resume'],
    run: async ({ ctx, params: { business }, body }) => ({
      status: 200,
      body: await askDecisions({ ctx, input: { ...body, business } }),
    }),
  }),
  defineRoute({
    method: 'get',
    path,
    id: 'listDecisions',
    tag,
    summary: 'List decisions',
    description: 'Oldest first, without content.',
    open: 'key',
    params,
    query: page,
    answers: { 200: { description: 'A page of decisions.', schema: decisionPageSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: { business }, query }) => ({
      status: 200,
      body: await listDecisions({ ctx, input: { ...query, business } }),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/v1/businesses/{business}/decision-log',
    id: 'exportDecisions',
    tag,
    summary: 'Export the decision log',
    description:
      'One JSON object a line, oldest first: every answer as it was given, and nothing that tells whom it was about.',
    open: 'key',
    params,
    query: exportDecisionsInput.omit({ business: true }),
    answers: {
      200: {
        description: 'A part of the log.',
        media: 'application/jsonl',
        headers: { Link: 'Where the next part is: `<...>; rel="next"`; absent on the last one.' },
      },
    },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: { business }, query }) => {
      const { lines, next } = await exportDecisions({ ctx, input: { ...query, business } });
      if (next === null) return { status: 200, text: lines };
      const more = new URLSearchParams({ limit: `${query.limit}`, after: next });
      if (query.since !== undefined) more.set('since', query.since);
      const link = `</v1/businesses/${encodeURIComponent(business)}/decision-log?${more}>; rel="next"`;
      return { status: 200, text: lines, headers: { link } };
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/{decision}`,
    id: 'getDecision',
    tag,
    summary: 'Get a decision',
    description: 'As it was answered, without content.',
    open: 'key',
    params: ofDecision,
    answers: { 200: { description: 'The decision.', schema: keptDecisionSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => ({ status: 200, body: await getDecision({ ctx, input }) }),
  }),
  defineRoute({
    method: 'post',
    path: `${path}/{decision}/replay`,
    id: 'replayDecision',
    tag,
    summary: 'Make a decision again from its record',
    description: 'Under the versions of then, and under the profile of today. Keeps nothing.',
    open: 'key',
    params: ofDecision,
    answers: { 200: { description: 'Both answers, and what differs.', schema: replaySchema } },
    problems: ['forbidden', 'not-found', 'content-expired'],
    run: async ({ ctx, params: input }) => ({ status: 200, body: await replayDecision({ ctx, input }) }),
  }),
  defineRoute({
    method: 'post',
    path: '/v1/businesses/{business}/unanswered',
    id: 'recordUnanswered',
    tag,
    summary: 'Tell what was done without an answer',
    description:
      'What went ahead while no answer could be had. It stands in the log as `error`, with what the promises say of it, and counts for the limits of its recipient. The same again is recorded once.',
    open: 'key',
    params,
    body: unansweredBodySchema,
    answers: { 200: { description: 'Recorded.', schema: unansweredRecordedSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: { business }, body }) => ({
      status: 200,
      body: await recordUnanswered({ ctx, input: { ...body, business } }),
    }),
  }),
  defineRoute({
    method: 'delete',
    path: `${path}/{decision}/contact`,
    id: 'releaseContact',
    tag,
    summary: 'Give a contact back',
    description: 'Because nothing was sent after all. An approval that is still open ends with it.',
    open: 'key',
    params: ofDecision,
    answers: { 204: { description: 'It does not count any more.' } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => {
      await releaseContact({ ctx, input });
      return { status: 204 };
    },
  }),
];
