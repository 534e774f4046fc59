import { checkReportSchema } from '@plumbline/core';
import { checkListSchema, checkWorkflow, checkWorkflowInput, listChecks } from '@plumbline/service';
import { z } from 'zod';
import { defineRoute, type Route } from '../route.ts';

const tag = 'Checks';

const body = checkWorkflowInput
  .extend({
    workflow: z
      .union(
        [z.record(z.string(), z.unknown()), z.array(z.unknown())],
        'a workflow, or a list of them, is needed',
      )
      .meta({ description: 'A workflow as n8n exports it, or several in a list.' }),
  })
  .meta({ id: 'CheckWorkflow' });

export const checkRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/v1/checks',
    id: 'listChecks',
    tag,
    summary: 'List the checks there are',
    open: 'key',
    answers: { 200: { description: 'Every check, by id.', schema: checkListSchema } },
    run: () => ({ status: 200, body: listChecks() }),
  }),
  defineRoute({
    method: 'post',
    path: '/v1/check',
    id: 'checkWorkflow',
    tag,
    summary: 'Judge workflows and keep nothing',
    description:
      'The same report as `plumbline check --format json`. From this machine no key is needed, unless the request came through a proxy.',
    open: 'key-or-loopback',
    body,
    answers: { 200: { description: 'The report.', schema: checkReportSchema } },
    problems: ['no-workflow', 'invalid-profile'],
    run: ({ ctx, body: input }) => ({ status: 200, body: checkWorkflow({ ctx, input }) }),
  }),
];
