import { getMe, meSchema } from '@plumbline/service';
import { defineRoute, type Route } from '../route.ts';

export const meRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/v1/me',
    id: 'getMe',
    tag: 'Keys',
    summary: 'Get who this key is',
    description:
      'Any key may ask. In every other path `~` stands for the business it is bound to: `/v1/businesses/~/decisions`.',
    open: 'key',
    answers: { 200: { description: 'The key, and its business.', schema: meSchema } },
    run: async ({ ctx }) => ({ status: 200, body: await getMe({ ctx }) }),
  }),
];
