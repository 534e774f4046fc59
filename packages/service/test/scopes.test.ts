import { installation, type KeyScope } from '@plumbline/store';
import { beforeEach, describe, expect, it } from 'vitest';
import * as service from '../src/index.ts';
import { noWayOut, profileAt, type Service, start, wayToAPerson } from './start.ts';

type Run = (ctx: service.Context, business: string) => Promise<unknown>;

const flow = { source: 'n8n', id: '1' };

/** Every use case that works on one business, with the scope it asks for. */
const inBusiness: Readonly<Record<string, { readonly scope: KeyScope; readonly run: Run }>> = {
  getBusiness: { scope: 'read', run: (ctx, business) => service.getBusiness({ ctx, input: { business } }) },
  getProfile: { scope: 'read', run: (ctx, business) => service.getProfile({ ctx, input: { business } }) },
  getFlow: { scope: 'read', run: (ctx, business) => service.getFlow({ ctx, input: { business, ...flow } }) },
  listFlows: { scope: 'read', run: (ctx, business) => service.listFlows({ ctx, input: { business } }) },
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
  evaluateMissing: {
    scope: 'write',
    run: (ctx, business) => service.evaluateMissing({ ctx, input: { business } }),
  },
};

/** Use cases for admin keys only. */
const forAdmins: Readonly<Record<string, Run>> = {
  createBusiness: (ctx) => service.createBusiness({ ctx, input: { id: 'new', name: 'New' } }),
  deleteBusiness: (ctx, business) => service.deleteBusiness({ ctx, input: { business } }),
  createKey: (ctx, business) => service.createKey({ ctx, input: { business, name: 'k', scopes: ['read'] } }),
  listKeys: (ctx, business) => service.listKeys({ ctx, input: { business } }),
  revokeKey: (ctx, business) => service.revokeKey({ ctx, input: { business, id: 'key-a' } }),
  ensureAdminKey: (ctx) => service.ensureAdminKey({ ctx }),
};

/** No business, or their own rule, tested by itself. */
const apart = new Set([
  'authenticateKey',
  'checkWorkflow',
  'createIds',
  'createReconciler',
  'listBusinesses',
  'listChecks',
  'parseInput',
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
  ]);

beforeEach(async () => {
  at = await start();
  for (const id of ['a', 'b'])
    await service.createBusiness({ ctx: at.system, input: { id, name: `only ${id}` } });
  await service.putProfile({ ctx: at.system, input: { business: 'a', profile: profileAt('warn') } });
  const input = { business: 'a', ...flow, workflow: noWayOut('1'), state: 'published' } as const;
  await service.putFlow({ ctx: at.system, input });
  before = await everything();
});

it('every use case stands in one of these tables', () => {
  const functions = Object.entries(service).filter(
    ([name, each]) => typeof each === 'function' && name !== 'Problem',
  );
  const tested = [...Object.keys(inBusiness), ...Object.keys(forAdmins), ...apart];
  expect(tested.sort()).toEqual(functions.map(([name]) => name).sort());
});

describe.each(Object.entries(inBusiness))('%s', (_, { scope, run }) => {
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
