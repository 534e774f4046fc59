import type { WatchState } from '@plumbline/service';
import { z } from 'zod';
import { defineRoute, type Route } from '../route.ts';

const tag = 'Server';

const readinessSchema = z
  .object({
    status: z.literal('ready'),
    judging: z.enum(['in-time', 'late', 'unknown']).meta({
      description:
        '`late`: something should have been judged and has not been for too long. `unknown`: not looked at yet.',
    }),
  })
  .meta({ id: 'Readiness' });

const judgingOf = (state: WatchState | undefined): z.infer<typeof readinessSchema>['judging'] => {
  if (state === undefined || state.at === null) return 'unknown';
  return state.late > 0 ? 'late' : 'in-time';
};

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
    description:
      'Asks the store. Judging that is late does not make this process unready: decisions are still answered.',
    open: 'anyone',
    answers: { 200: { description: 'It can.', schema: readinessSchema } },
    problems: ['unavailable'],
    run: async ({ ctx }) => {
      await ctx.store.ready();
      return { status: 200, body: { status: 'ready' as const, judging: judgingOf(ctx.watch?.state()) } };
    },
  }),
];
