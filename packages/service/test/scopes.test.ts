import { installation, type KeyScope } from '@plumbline/store';
import { beforeEach, describe, expect, it } from 'vitest';
import * as service from '../src/index.ts';
import { connection, flow, ids, inBusiness, inDecisions, type Run } from './scope-cases.ts';
import { addAlerts, inAlerts } from './scopes-alerts.ts';
import { addOversight, inOversight, withPromise } from './scopes-oversight.ts';
import { message, strictPolicy, written } from './shop-policy.ts';
import { noWayOut, type Service, start } from './start.ts';

const n8n = { kind: 'n8n', url: 'https://n8n.example.org', key: 'secret' } as const;

/** Use cases for admin keys only. */
const forAdmins: Readonly<Record<string, Run>> = {
  createBusiness: (ctx) => service.createBusiness({ ctx, input: { id: 'new', name: 'New' } }),
  deleteBusiness: (ctx, business) => service.deleteBusiness({ ctx, input: { business } }),
  createKey: (ctx, business) => service.createKey({ ctx, input: { business, name: 'k', scopes: ['read'] } }),
  listKeys: (ctx, business) => service.listKeys({ ctx, input: { business } }),
  revokeKey: (ctx, business) => service.revokeKey({ ctx, input: { business, id: 'key-a' } }),
  addConnection: (ctx, business) => service.addConnection({ ctx, input: { business, ...connection } }),
  addSource: (ctx, business) => service.addSource({ ctx, input: { business, ...n8n, name: 'second' } }),
  setSourceKey: (ctx, business) =>
    service.setSourceKey({ ctx, input: { business, from: ids.source, key: 'n8n_other' } }),
  removeSource: (ctx, business) => service.removeSource({ ctx, input: { business, from: ids.source } }),
  syncSource: (ctx, business) => service.syncSource({ ctx, input: { business, from: ids.source } }),
  removeConnection: (ctx, business) =>
    service.removeConnection({ ctx, input: { business, connection: ids.connected } }),
  ensureAdminKey: (ctx) => service.ensureAdminKey({ ctx }),
};

/** No business, or their own rule, tested by itself. */
const apart = new Set([
  'announce',
  'announceFresh',
  'announceStale',
  'announceStopped',
  'authenticateKey',
  'checkWorkflow',
  'createCaretaker',
  'createDesk',
  'createIds',
  'createPolicies',
  'createReconciler',
  'createSourceWatch',
  'createWatchdog',
  'getMe',
  'getSubscription',
  'isPrivate',
  'judgeHere',
  'listBusinesses',
  'listChecks',
  'listSubscriptions',
  'mayReadMetrics',
  'parseInput',
  'perform',
  'removeSubscription',
  'seeApprovals',
]);

const everyOther: readonly KeyScope[] = ['read', 'answer', 'write', 'decide', 'gate'];

/** The scopes that each do for a use case which asks for this one. */
const enough = (scope: KeyScope): readonly KeyScope[] => (scope === 'answer' ? ['answer', 'write'] : [scope]);

let at: Service;
let before: unknown;
const everything = (): Promise<unknown> =>
  at.store.read('a', async (view) => [
    await view.business(),
    await view.keys(),
    await view.profile(),
    await view.flows({ limit: 10, removed: true }),
    await view.auditTrail({ limit: 100 }),
    await view.decisions({ limit: 100 }),
    await view.approvals({ limit: 100 }),
    await view.handovers({ limit: 100 }),
    await view.suppressionList({ limit: 100 }),
    await view.connections(),
    await view.sources(),
    await view.alertTargets(),
    await view.alertSettings(),
    await view.alerts({ limit: 100 }),
    await view.outcomes({ limit: 100 }),
    await view.oversight({ limit: 100 }),
  ]);

beforeEach(async () => {
  at = await start();
  for (const id of ['a', 'b'])
    await service.createBusiness({ ctx: at.system, input: { id, name: `only ${id}` } });
  await service.putProfile({
    ctx: at.system,
    input: { business: 'a', profile: withPromise(strictPolicy()) },
  });
  const input = { business: 'a', ...flow, workflow: noWayOut('1'), state: 'published' } as const;
  await service.putFlow({ ctx: at.system, input });
  const who = { business: 'a', address: 'carl@example.org' };
  ids.suppressed = (await service.suppress({ ctx: at.system, input: who })).recipient;
  const added = await service.addConnection({ ctx: at.system, input: { business: 'a', ...connection } });
  ids.source = (await service.addSource({ ctx: at.system, input: { business: 'a', ...n8n } })).id;
  ids.connected = added.connection.id;
  const asked = message('ann@example.org', { facts: written, approval: {} });
  const hears = { url: 'https://n8n.example.org/webhook/1', events: ['approval.waiting' as const] };
  await service.addSubscription({ ctx: at.system, input: { business: 'a', ...hears } });
  const decided = await service.askDecision({
    ctx: at.system,
    input: { business: 'a', ...service.decisionBodySchema.parse(asked) },
  });
  const talk = { business: 'a', conversation: [], channel: 'chat' };
  ids.handover = (await service.openHandover({ ctx: at.system, input: talk })).id;
  ids.decision = decided.id ?? '';
  ids.approval = decided.approval?.id ?? '';
  const { items } = await service.listDeliveries({ ctx: at.system, input: { business: 'a' } });
  ids.delivery = items[0]?.id ?? '';
  await addAlerts(at, 'a');
  await addOversight(at, 'a');
  before = await everything();
});

it('every use case stands in one of these tables', () => {
  const functions = Object.entries(service).filter(
    ([name, each]) => typeof each === 'function' && name !== 'Problem',
  );
  const tested = [
    ...Object.keys(inBusiness),
    ...Object.keys(inDecisions),
    ...Object.keys(inAlerts),
    ...Object.keys(inOversight),
    ...Object.keys(forAdmins),
    ...apart,
  ];
  expect(tested.sort()).toEqual(functions.map(([name]) => name).sort());
});

describe.each([
  ...Object.entries(inBusiness),
  ...Object.entries(inDecisions),
  ...Object.entries(inAlerts),
  ...Object.entries(inOversight),
])('%s', (_, { scope, run }) => {
  it('does not find the business of another key, nor one that is none', async () => {
    for (const other of ['b', 'nobody']) {
      await expect(run(at.as(other, ...everyOther), 'a')).rejects.toMatchObject({ code: 'not-found' });
    }
    await expect(run(at.system, installation)).rejects.toMatchObject({ code: 'not-found' });
    await expect(run(at.system, 'nobody')).rejects.toMatchObject({ code: 'not-found' });
    expect(await everything()).toEqual(before);
  });

  it(`needs the scope ${scope}`, async () => {
    const without = everyOther.filter((each) => !enough(scope).includes(each));
    await expect(run(at.as('a', ...without), 'a')).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining(scope),
    });
    expect(await everything()).toEqual(before);
  });

  it.each(enough(scope))('does with %s', async (each) => {
    await run(at.as('a', each), 'a');
  });
});

it.each(Object.entries(forAdmins))('%s needs an admin key', async (_, run) => {
  for (const ctx of [at.as('a', ...everyOther), at.as('b', ...everyOther), at.as('a', 'admin')]) {
    await expect(run(ctx, 'a')).rejects.toMatchObject({ code: 'forbidden' });
  }
  expect(await everything()).toEqual(before);
});
