import {
  businessIdSchema,
  outcomeBodySchema,
  outcomeSeries,
  outcomeSeriesInput,
  outcomeSeriesSchema,
  recordedSchema,
  recordOutcomes,
} from '@plumbline/service';
import { z } from 'zod';
import { defineRoute, type Route } from '../route.ts';

const tag = 'Outcomes';
const path = '/v1/businesses/{business}/outcomes';
const params = z.strictObject({ business: businessIdSchema });

export const outcomeRoutes: readonly Route[] = [
  defineRoute({
    method: 'post',
    path,
    id: 'recordOutcomes',
    tag,
    summary: 'Record how an indicator stands',
    description: 'One outcome, or up to 1,000 in a list. The same again is recorded once.',
    open: 'key',
    params,
    body: z.union([outcomeBodySchema, z.array(outcomeBodySchema).min(1).max(1000)]),
    answers: { 200: { description: 'Recorded.', schema: recordedSchema } },
    problems: ['forbidden', 'not-found', 'idempotency-conflict'],
    run: async ({ ctx, params: { business }, body }) => ({
      status: 200,
      body: await recordOutcomes({
        ctx,
        input: { business, outcomes: Array.isArray(body) ? body : [body] },
      }),
    }),
  }),
  defineRoute({
    method: 'get',
    path,
    id: 'getOutcomes',
    tag,
    summary: 'Get the indicators of each value over time',
    description: 'By day, UTC.',
    open: 'key',
    params,
    query: outcomeSeriesInput.omit({ business: true }),
    answers: { 200: { description: 'Time series by value.', schema: outcomeSeriesSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: { business }, query }) => ({
      status: 200,
      body: await outcomeSeries({ ctx, input: { ...query, business } }),
    }),
  }),
];
