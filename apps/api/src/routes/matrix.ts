import { getMatrix, getMatrixInput, matrixSchema } from '@plumbline/service';
import { defineRoute, type Route } from '../route.ts';

export const matrixRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/v1/businesses/{business}/matrix',
    id: 'getMatrix',
    tag: 'Matrix',
    summary: 'Get the alignment matrix',
    description: 'Every current flow against every value of the profile, and how far the judging has come.',
    open: 'key',
    params: getMatrixInput,
    answers: { 200: { description: 'The matrix as it stands.', schema: matrixSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => ({ status: 200, body: await getMatrix({ ctx, input }) }),
  }),
];
