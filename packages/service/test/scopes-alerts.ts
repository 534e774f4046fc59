import * as service from '../src/index.ts';
import type { Cases } from './scope-cases.ts';
import type { Service } from './start.ts';
import { broken, snapshot, transition } from './transitions.ts';

const ids = { target: '', alert: '' };
const slack = {
  name: 'The shop',
  place: { channel: 'slack' as const, url: 'https://hooks.slack.com/services/T0/B0/xyz' },
};
const settings = { digest: 'daily' as const, dailyAt: '08:00', timeZone: 'Europe/Berlin' };
const soon = (ctx: service.Context): string => new Date(ctx.clock().getTime() + 60_000).toISOString();

/** Use cases for alerts and who is told, with the scope each asks for. */
export const inAlerts: Cases = {
  listAlertTargets: {
    scope: 'read',
    run: (ctx, business) => service.listAlertTargets({ ctx, input: { business } }),
  },
  addAlertTarget: {
    scope: 'write',
    run: (ctx, business) => service.addAlertTarget({ ctx, input: { business, ...slack } }),
  },
  removeAlertTarget: {
    scope: 'write',
    run: (ctx, business) => service.removeAlertTarget({ ctx, input: { business, target: ids.target } }),
  },
  getAlertSettings: {
    scope: 'read',
    run: (ctx, business) => service.getAlertSettings({ ctx, input: { business } }),
  },
  putAlertSettings: {
    scope: 'write',
    run: (ctx, business) => service.putAlertSettings({ ctx, input: { business, ...settings } }),
  },
  listAlerts: {
    scope: 'read',
    run: (ctx, business) => service.listAlerts({ ctx, input: { business } }),
  },
  acknowledgeAlert: {
    scope: 'answer',
    run: (ctx, business) =>
      service.acknowledgeAlert({ ctx, input: { business, alert: ids.alert, by: 'Maria' } }),
  },
  snoozeAlert: {
    scope: 'answer',
    run: (ctx, business) =>
      service.snoozeAlert({ ctx, input: { business, alert: ids.alert, by: 'Maria', until: soon(ctx) } }),
  },
};

/** An alert that stands, and somebody who is told. */
export const addAlerts = async ({ store, system: ctx }: Service, business: string): Promise<void> => {
  ids.target = (await service.addAlertTarget({ ctx, input: { business, ...slack } })).id;
  await store.transaction(business, (tx) =>
    service.announce(ctx, tx, [transition(snapshot(), broken(), { flow: 'told' })]),
  );
  const { items } = await service.listAlerts({ ctx, input: { business } });
  ids.alert = items.find(({ subject }) => subject === 'flow n8n/told')?.id ?? '';
};
