import { getProgress, getProgressInput, judgingProgressSchema } from '@plumbline/service';
import { defineRoute, type Route } from '../route.ts';

export const progressRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/v1/businesses/{business}/progress',
    id: 'getProgress',
    tag: 'Flows',
    summary: 'How far has the judging come?',
    description:
      'What is done, what is left, since when and how fast, and what is parked by a fault of ours.',
    open: 'key',
    params: getProgressInput,
    answers: { 200: { description: 'As it stands.', schema: judgingProgressSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => ({ status: 200, body: await getProgress({ ctx, input }) }),
  }),
];
