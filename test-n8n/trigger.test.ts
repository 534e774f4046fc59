import type { ProfileInput } from '@plumbline/core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { execution, output } from './execution.ts';
import { ok, send } from './http.ts';
import { business } from './run-plumbline.ts';
import { openShop, type Shop } from './shop.ts';
import { until } from './wait.ts';
import { node, noOp, workflow } from './workflow.ts';

const profile = (version: string): ProfileInput => ({
  profile: 1,
  name: 'The Corner Bookshop',
  version,
  values: [],
});

const here = `/v1/businesses/${business}`;

interface Delivery {
  readonly id: string;
  readonly state: string;
  readonly events: readonly { readonly id: string; readonly type: string }[];
}

let shop: Shop;
let id: string;
beforeAll(async () => {
  shop = await openShop(inject('n8n'), inject('nodes'), profile('1'));
  const connection = { name: 'n8n', origin: shop.n8n.url, path: '/webhook/**', allowPrivate: true };
  ok(await shop.plumbline.admin('POST', `${here}/connections`, connection));
  const trigger = node(
    'Plumbline Trigger',
    'n8n-nodes-plumbline.plumblineTrigger',
    1,
    { events: ['profile.changed'] },
    { credentials: { plumblineApi: shop.account }, webhookId: '6f2d1c1e-52f2-4d8e-9d4e-8a2f0f3c7b11' },
  );
  const nodes = [trigger, noOp('Tell Maria')];
  id = await shop.publish(workflow('Tell Maria', nodes, { 'Plumbline Trigger': [['Tell Maria']] }));
});
afterAll(() => shop?.close());

interface Subscription {
  readonly url: string;
  readonly events: readonly string[];
}
const subscriptions = async (): Promise<readonly Subscription[]> =>
  (ok(await shop.plumbline.admin('GET', `${here}/subscriptions`)) as { items: Subscription[] }).items;
const deliveries = async (): Promise<readonly Delivery[]> =>
  (ok(await shop.plumbline.admin('GET', `${here}/deliveries`)) as { items: Delivery[] }).items;
const delivered = (good: (all: readonly Delivery[]) => boolean): Promise<readonly Delivery[]> =>
  until('that it is delivered', deliveries, good);
const started = async (): Promise<number> => {
  const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
  const list = ok(await shop.n8n.editor('GET', `/executions?filter=${filter}`));
  return (list as { data: { results: readonly unknown[] } }).data.results.length;
};

it('subscribes when its flow is published', async () => {
  const [mine, ...more] = await until('that it subscribes', subscriptions, (list) => list.length > 0);
  expect(more).toEqual([]);
  expect(mine).toMatchObject({ events: ['profile.changed'] });
  expect(mine?.url).toContain(`${shop.n8n.url}/webhook/`);
});

it('starts its flow with an event', async () => {
  await shop.plumbline.promise(profile('2'));
  const run = await execution(shop.n8n, id, 1, 'success', 'error');
  expect(output(run, 'Tell Maria')).toMatchObject([
    { json: { type: 'profile.changed', id: expect.any(String), data: expect.any(Object) } },
  ]);
});

it('starts it once with an event that is sent twice', async () => {
  const [first] = await delivered((all) => all[0]?.state === 'delivered');
  const again = ok(await shop.plumbline.admin('POST', `${here}/deliveries/${first?.id}/replay`));
  expect(again).toMatchObject({ state: 'waiting', events: first?.events });
  await delivered((all) => all[0]?.state === 'delivered');
  // What comes after it has been dealt with shows that it started nothing.
  await shop.plumbline.promise(profile('3'));
  await execution(shop.n8n, id, 2, 'success', 'error');
  await delivered((all) => all.length === 2 && all.every(({ state }) => state === 'delivered'));
  expect(await started()).toBe(2);
});

it('is not started by anybody else', async () => {
  const [mine] = await subscriptions();
  const forged = { type: 'profile.changed', timestamp: new Date().toISOString(), data: {} };
  const headers = {
    'webhook-id': 'evt_forged',
    'webhook-timestamp': `${Math.floor(Date.now() / 1000)}`,
    'webhook-signature': 'v1,Zm9yZ2Vk',
  };
  expect((await send(mine?.url ?? '', 'POST', headers, forged)).status).toBe(401);
  expect(await started()).toBe(2);
});

it('unsubscribes when its flow is taken down', async () => {
  ok(await shop.n8n.api('POST', `/workflows/${id}/deactivate`));
  expect(await until('that it unsubscribes', subscriptions, (list) => list.length === 0)).toEqual([]);
});
