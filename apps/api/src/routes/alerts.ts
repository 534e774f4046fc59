import {
  acknowledgeAlert,
  acknowledgeBodySchema,
  addAlertTarget,
  addedAlertTargetSchema,
  alertAddress,
  alertPageSchema,
  alertSchema,
  alertSettingsSchema,
  alertTargetAddress,
  alertTargetBodySchema,
  alertTargetListSchema,
  businessIdSchema,
  getAlertSettings,
  listAlerts,
  listAlertsInput,
  listAlertTargets,
  putAlertSettings,
  removeAlertTarget,
  snoozeAlert,
  snoozeBodySchema,
} from '@plumbline/service';
import { z } from 'zod';
import { defineRoute, type Route } from '../route.ts';

const tag = 'Alerts';
const params = z.strictObject({ business: businessIdSchema });
const root = '/v1/businesses/{business}';

const targetRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: `${root}/alert-targets`,
    id: 'listAlertTargets',
    tag,
    summary: 'List where people are told',
    open: 'key',
    params,
    answers: { 200: { description: 'The targets, without secrets.', schema: alertTargetListSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => ({ status: 200, body: await listAlertTargets({ ctx, input }) }),
  }),
  defineRoute({
    method: 'post',
    path: `${root}/alert-targets`,
    id: 'addAlertTarget',
    tag,
    summary: 'Have people told',
    description:
      'By e-mail, in Slack, Teams or Discord, or by a signed webhook. In words that an owner understands: what changed, which promise, whom it affects, what to do.',
    open: 'key',
    params,
    body: alertTargetBodySchema,
    answers: { 201: { description: 'They are told from now on.', schema: addedAlertTargetSchema } },
    problems: ['forbidden', 'not-found', 'address-refused', 'no-mail-server', 'conflict'],
    run: async ({ ctx, params: { business }, body }) => ({
      status: 201,
      body: await addAlertTarget({ ctx, input: { ...body, business } }),
      headers: { 'cache-control': 'no-store' },
    }),
  }),
  defineRoute({
    method: 'delete',
    path: `${root}/alert-targets/{target}`,
    id: 'removeAlertTarget',
    tag,
    summary: 'Tell nobody there any more',
    open: 'key',
    params: alertTargetAddress,
    answers: { 204: { description: 'Nothing is sent there any more, not even what waits.' } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => {
      await removeAlertTarget({ ctx, input });
      return { status: 204 };
    },
  }),
];

const settingsRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: `${root}/alert-settings`,
    id: 'getAlertSettings',
    tag,
    summary: 'Get how people are told',
    open: 'key',
    params,
    answers: { 200: { description: 'Digest, time of day and time zone.', schema: alertSettingsSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: input }) => ({ status: 200, body: await getAlertSettings({ ctx, input }) }),
  }),
  defineRoute({
    method: 'put',
    path: `${root}/alert-settings`,
    id: 'putAlertSettings',
    tag,
    summary: 'Say how people are told',
    description:
      'At once, or together what came in an hour or a day. Messages that wait already are not moved.',
    open: 'key',
    params,
    body: alertSettingsSchema,
    answers: { 200: { description: 'As it is from now on.', schema: alertSettingsSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: { business }, body }) => ({
      status: 200,
      body: await putAlertSettings({ ctx, input: { ...body, business } }),
    }),
  }),
];

const standingRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: `${root}/alerts`,
    id: 'listAlerts',
    tag,
    summary: 'List what does not stand well',
    description: 'Or did: one alert for each flow, from when it got worse until it is aligned again.',
    open: 'key',
    params,
    query: listAlertsInput.omit({ business: true }),
    answers: { 200: { description: 'A page of alerts.', schema: alertPageSchema } },
    problems: ['forbidden', 'not-found'],
    run: async ({ ctx, params: { business }, query }) => ({
      status: 200,
      body: await listAlerts({ ctx, input: { ...query, business } }),
    }),
  }),
  defineRoute({
    method: 'post',
    path: `${root}/alerts/{alert}/acknowledge`,
    id: 'acknowledgeAlert',
    tag,
    summary: 'Say that it has been seen',
    description: 'It opens again when it gets worse.',
    open: 'key',
    params: alertAddress,
    body: acknowledgeBodySchema,
    answers: { 200: { description: 'As it stands now.', schema: alertSchema } },
    problems: ['forbidden', 'not-found', 'conflict'],
    run: async ({ ctx, params: input, body }) => ({
      status: 200,
      body: await acknowledgeAlert({ ctx, input: { ...input, ...body } }),
    }),
  }),
  defineRoute({
    method: 'post',
    path: `${root}/alerts/{alert}/snooze`,
    id: 'snoozeAlert',
    tag,
    summary: 'Put it off',
    description: 'Nobody is told before that moment. If it still stands then, everybody is told once more.',
    open: 'key',
    params: alertAddress,
    body: snoozeBodySchema,
    answers: { 200: { description: 'As it stands now.', schema: alertSchema } },
    problems: ['forbidden', 'not-found', 'conflict'],
    run: async ({ ctx, params: input, body }) => ({
      status: 200,
      body: await snoozeAlert({ ctx, input: { ...input, ...body } }),
    }),
  }),
];

export const alertRoutes: readonly Route[] = [...targetRoutes, ...settingsRoutes, ...standingRoutes];
