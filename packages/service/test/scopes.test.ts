import { installation, type KeyScope } from '@plumbline/store';
import { beforeEach, describe, expect, it } from 'vitest';
import * as service from '../src/index.ts';
import { message, strictPolicy, written } from './shop-policy.ts';
import { noWayOut, profileAt, type Service, start, wayToAPerson } from './start.ts';

type Run = (ctx: service.Context, business: string) => Promise<unknown>;

const flow = { source: 'n8n', id: '1' };
const connection = { name: 'n8n', origin: 'https://n8n.example.org', path: '/webhook-waiting/**' };
let decided: service.DecisionView;
const decision = (): string => decided.id ?? '';
const approval = (): string => decided.approval?.id ?? '';
let suppressed = '';
let handover = '';
let connected = '';

/** Every use case that works on one business, with the scope it asks for. */
const inBusiness: Readonly<Record<string, { readonly scope: KeyScope; readonly run: Run }>> = {
  getBusiness: { scope: 'read', run: (ctx, business) => service.getBusiness({ ctx, input: { business } }) },
  getProfile: { scope: 'read', run: (ctx, business) => service.getProfile({ ctx, input: { business } }) },
  getFlow: { scope: 'read', run: (ctx, business) => service.getFlow({ ctx, input: { business, ...flow } }) },
  listFlows: { scope: 'read', run: (ctx, business) => service.listFlows({ ctx, input: { business } }) },
  getProgress: {
    scope: 'read',
    run: (ctx, business) => service.getProgress({ ctx, input: { business } }),
  },
  getMatrix: { scope: 'read', run: (ctx, business) => service.getMatrix({ ctx, input: { business } }) },
  putProfile: {
    scope: 'write',
    run: (ctx, business) => service.putProfile({ ctx, input: { business, profile: profileAt('block') } }),
  },
  putFlow: {
    scope: 'write',
    run: (ctx, business) =>
      service.putFlow({
        ctx,
        input: { business, ...flow, workflow: wayToAPerson('1'), state: 'published', wait: 1 },
      }),
  },
  deleteFlow: {
    scope: 'write',
    run: (ctx, business) => service.deleteFlow({ ctx, input: { business, ...flow } }),
  },
  retryFlow: {
    scope: 'write',
    run: (ctx, business) => service.retryFlow({ ctx, input: { business, ...flow } }),
  },
  gateFlow: {
    scope: 'gate',
    run: (ctx, business) =>
      service.gateFlow({ ctx, input: { business, ...flow, workflow: wayToAPerson('1') } }),
  },
  reportFlow: {
    scope: 'gate',
    run: (ctx, business) =>
      service.reportFlow({ ctx, input: { business, ...flow, live: null, draft: wayToAPerson('1') } }),
  },
  evaluateMissing: {
    scope: 'write',
    run: (ctx, business) => service.evaluateMissing({ ctx, input: { business } }),
  },
};

const inDecisions: typeof inBusiness = {
  askDecision: {
    scope: 'decide',
    run: (ctx, business) =>
      service.askDecision({
        ctx,
        input: { business, ...service.decisionBodySchema.parse(message('ann@example.org')) },
      }),
  },
  askDecisions: {
    scope: 'decide',
    run: (ctx, business) =>
      service.askDecisions({
        ctx,
        input: service.askDecisionsInput.parse({ business, requests: [message('ann@example.org')] }),
      }),
  },
  releaseContact: {
    scope: 'decide',
    run: (ctx, business) => service.releaseContact({ ctx, input: { business, decision: decision() } }),
  },
  getDecision: {
    scope: 'read',
    run: (ctx, business) => service.getDecision({ ctx, input: { business, decision: decision() } }),
  },
  listDecisions: {
    scope: 'read',
    run: (ctx, business) => service.listDecisions({ ctx, input: { business } }),
  },
  replayDecision: {
    scope: 'read',
    run: (ctx, business) => service.replayDecision({ ctx, input: { business, decision: decision() } }),
  },
  exportDecisions: {
    scope: 'read',
    run: (ctx, business) => service.exportDecisions({ ctx, input: { business } }),
  },
  recordOutcomes: {
    scope: 'decide',
    run: (ctx, business) =>
      service.recordOutcomes({
        ctx,
        input: { business, outcomes: [{ indicator: 'retention', value: 1, at: '2026-01-01T00:00:00Z' }] },
      }),
  },
  recordUnanswered: {
    scope: 'decide',
    run: (ctx, business) => {
      const { content: _, ...request } = message('ann@example.org');
      const actions = [{ id: 'a', at: '2026-01-01T00:00:00Z', why: 'unreachable', request }];
      return service.recordUnanswered({
        ctx,
        input: service.recordUnansweredInput.parse({ business, actions }),
      });
    },
  },
  outcomeSeries: {
    scope: 'read',
    run: (ctx, business) => service.outcomeSeries({ ctx, input: { business } }),
  },
  eraseRecipient: {
    scope: 'write',
    run: (ctx, business) => service.eraseRecipient({ ctx, input: { business, address: 'ann@example.org' } }),
  },
  previewProfile: {
    scope: 'read',
    run: (ctx, business) => service.previewProfile({ ctx, input: { business, profile: profileAt('block') } }),
  },
  openHandover: {
    scope: 'decide',
    run: (ctx, business) => service.openHandover({ ctx, input: { business, conversation: [] } }),
  },
  listHandovers: {
    scope: 'read',
    run: (ctx, business) => service.listHandovers({ ctx, input: { business } }),
  },
  getHandover: {
    scope: 'read',
    run: (ctx, business) => service.getHandover({ ctx, input: { business, handover } }),
  },
  closeHandover: {
    scope: 'write',
    run: (ctx, business) => service.closeHandover({ ctx, input: { business, handover } }),
  },
  listApprovals: {
    scope: 'read',
    run: (ctx, business) => service.listApprovals({ ctx, input: { business } }),
  },
  getApproval: {
    scope: 'read',
    run: (ctx, business) => service.getApproval({ ctx, input: { business, approval: approval() } }),
  },
  answerApproval: {
    scope: 'write',
    run: (ctx, business) =>
      service.answerApproval({
        ctx,
        input: { business, approval: approval(), answer: { answer: 'approve', by: 'Maria' } },
      }),
  },
  suppress: {
    scope: 'write',
    run: (ctx, business) => service.suppress({ ctx, input: { business, address: 'bob@example.org' } }),
  },
  listSuppressions: {
    scope: 'read',
    run: (ctx, business) => service.listSuppressions({ ctx, input: { business } }),
  },
  unsuppress: {
    scope: 'write',
    run: (ctx, business) => service.unsuppress({ ctx, input: { business, recipient: suppressed } }),
  },
  listConnections: {
    scope: 'read',
    run: (ctx, business) => service.listConnections({ ctx, input: { business } }),
  },
  deliverDue: { scope: 'write', run: (ctx, business) => service.deliverDue({ ctx, input: { business } }) },
  keepHouse: { scope: 'write', run: (ctx, business) => service.keepHouse({ ctx, input: { business } }) },
};

/** Use cases for admin keys only. */
const forAdmins: Readonly<Record<string, Run>> = {
  createBusiness: (ctx) => service.createBusiness({ ctx, input: { id: 'new', name: 'New' } }),
  deleteBusiness: (ctx, business) => service.deleteBusiness({ ctx, input: { business } }),
  createKey: (ctx, business) => service.createKey({ ctx, input: { business, name: 'k', scopes: ['read'] } }),
  listKeys: (ctx, business) => service.listKeys({ ctx, input: { business } }),
  revokeKey: (ctx, business) => service.revokeKey({ ctx, input: { business, id: 'key-a' } }),
  addConnection: (ctx, business) => service.addConnection({ ctx, input: { business, ...connection } }),
  removeConnection: (ctx, business) =>
    service.removeConnection({ ctx, input: { business, connection: connected } }),
  ensureAdminKey: (ctx) => service.ensureAdminKey({ ctx }),
};

/** No business, or their own rule, tested by itself. */
const apart = new Set([
  'authenticateKey',
  'checkWorkflow',
  'createCaretaker',
  'createDesk',
  'createIds',
  'createPolicies',
  'createReconciler',
  'createWatchdog',
  'getMe',
  'judgeHere',
  'listBusinesses',
  'listChecks',
  'mayReadMetrics',
  'parseInput',
  'perform',
  'seeApprovals',
]);

const everyOther: readonly KeyScope[] = ['read', 'write', 'decide', 'gate'];

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
    await view.outcomes({ limit: 100 }),
  ]);

beforeEach(async () => {
  at = await start();
  for (const id of ['a', 'b'])
    await service.createBusiness({ ctx: at.system, input: { id, name: `only ${id}` } });
  await service.putProfile({ ctx: at.system, input: { business: 'a', profile: strictPolicy() } });
  const input = { business: 'a', ...flow, workflow: noWayOut('1'), state: 'published' } as const;
  await service.putFlow({ ctx: at.system, input });
  const who = { business: 'a', address: 'carl@example.org' };
  suppressed = (await service.suppress({ ctx: at.system, input: who })).recipient;
  const added = await service.addConnection({ ctx: at.system, input: { business: 'a', ...connection } });
  connected = added.connection.id;
  const asked = message('ann@example.org', { facts: written, approval: {} });
  decided = await service.askDecision({
    ctx: at.system,
    input: { business: 'a', ...service.decisionBodySchema.parse(asked) },
  });
  const talk = { business: 'a', conversation: [] };
  handover = (await service.openHandover({ ctx: at.system, input: talk })).id;
  before = await everything();
});

it('every use case stands in one of these tables', () => {
  const functions = Object.entries(service).filter(
    ([name, each]) => typeof each === 'function' && name !== 'Problem',
  );
  const tested = [
    ...Object.keys(inBusiness),
    ...Object.keys(inDecisions),
    ...Object.keys(forAdmins),
    ...apart,
  ];
  expect(tested.sort()).toEqual(functions.map(([name]) => name).sort());
});

describe.each([...Object.entries(inBusiness), ...Object.entries(inDecisions)])('%s', (_, { scope, run }) => {
  it('does not find the business of another key, nor one that is none', async () => {
    for (const other of ['b', 'nobody']) {
      await expect(run(at.as(other, ...everyOther), 'a')).rejects.toMatchObject({ code: 'not-found' });
    }
    await expect(run(at.system, installation)).rejects.toMatchObject({ code: 'not-found' });
    await expect(run(at.system, 'nobody')).rejects.toMatchObject({ code: 'not-found' });
    expect(await everything()).toEqual(before);
  });

  it(`needs the scope ${scope}`, async () => {
    const without = everyOther.filter((each) => each !== scope);
    await expect(run(at.as('a', ...without), 'a')).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining(scope),
    });
    expect(await everything()).toEqual(before);
    await run(at.as('a', scope), 'a');
  });
});

it.each(Object.entries(forAdmins))('%s needs an admin key', async (_, run) => {
  for (const ctx of [at.as('a', ...everyOther), at.as('b', ...everyOther), at.as('a', 'admin')]) {
    await expect(run(ctx, 'a')).rejects.toMatchObject({ code: 'forbidden' });
  }
  expect(await everything()).toEqual(before);
});
