import { z } from 'zod';
import { defineRoute, type Route } from '../route.ts';

const tag = 'Server';

export const healthRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/healthz',
    id: 'getHealth',
    tag,
    summary: 'Does the process answer?',
    open: 'anyone',
    answers: { 200: { description: 'It does.', schema: z.object({ status: z.literal('ok') }) } },
    run: () => ({ status: 200, body: { status: 'ok' as const } }),
  }),
  defineRoute({
    method: 'get',
    path: '/readyz',
    id: 'getReadiness',
    tag,
    summary: 'Can it do its work?',
    description: 'Asks the store.',
    open: 'anyone',
    answers: { 200: { description: 'It can.', schema: z.object({ status: z.literal('ready') }) } },
    problems: ['unavailable'],
    run: async ({ ctx }) => {
      await ctx.store.ready();
      return { status: 200, body: { status: 'ready' as const } };
    },
  }),
];
