import type { ProfileInput } from '@plumbline/core';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createBusiness,
  type Drift,
  deleteFlow,
  evaluateMissing,
  flowDiff,
  flowHistory,
  flowVersions,
  getDrift,
  getFlow,
  keepHouse,
  putFlow,
  putProfile,
  recordOutcomes,
  signOffFlow,
  waiveFault,
} from '../src/index.ts';
import { noteMissing } from '../src/trail/note-missing.ts';
import {
  handOver,
  handsOverElsewhere,
  noWayOut,
  profileAt,
  type Service,
  start,
  wayToAPerson,
} from './start.ts';

const business = 'shop';
const flow = { source: 'n8n', id: '1' };
const day = 24 * 60 * 60 * 1000;

let service: Service;
beforeEach(async () => {
  service = await start();
  await createBusiness({ ctx: service.system, input: { id: business, name: 'Shop' } });
  await promise(profileAt('block'));
});

const promise = (profile: ProfileInput): Promise<unknown> =>
  putProfile({ ctx: service.system, input: { business, profile } });
const put = (workflow: Record<string, unknown>, id = '1'): Promise<unknown> =>
  putFlow({
    ctx: service.system,
    input: { business, source: 'n8n', id, workflow, state: 'published', wait: 1 },
  });
const judge = async (): Promise<void> => {
  const ctx = service.system;
  for (let after: string | null | undefined; after !== null; ) {
    after = (await evaluateMissing({ ctx, input: { business, ...(after == null ? {} : { after }) } })).next;
  }
  while (await noteMissing(ctx, business));
};
const sign = () => signOffFlow({ ctx: service.system, input: { business, ...flow, by: 'Maria' } });
const drift = (more: object = {}): Promise<Drift> =>
  getDrift({ ctx: service.system, input: { business, ...more } });

/** The flow without this step and its links. */
const without = (workflow: ReturnType<typeof wayToAPerson>, name: string): Record<string, unknown> => {
  const connections = { ...(workflow['connections'] as Record<string, unknown>) };
  delete connections[name];
  return { ...workflow, connections, nodes: workflow.nodes.filter((node) => node['name'] !== name) };
};

/** The flow that takes over: it tells a colleague, or does nothing. */
const called = (tells: boolean): Record<string, unknown> => {
  const node = (id: string, name: string, type: string, parameters: object) => ({
    id,
    name,
    type: `n8n-nodes-base.${type}`,
    typeVersion: 1,
    position: [0, 0],
    parameters,
  });
  const slack = { resource: 'message', operation: 'post', select: 'channel', text: '={{ $json.query }}' };
  const nodes = [
    node('t', 'When called', 'executeWorkflowTrigger', {}),
    node('s', 'Tell the shop', 'slack', { ...slack, channelId: { mode: 'name', value: '#help' } }),
  ];
  return {
    id: handOver,
    name: 'Hand over',
    nodes: tells ? nodes : nodes.slice(0, 1),
    connections: tells
      ? { 'When called': { main: [[{ node: 'Tell the shop', type: 'main', index: 0 }]] } }
      : {},
  };
};

describe('drift', () => {
  it('is nothing where nothing was signed off, or nothing changed since', async () => {
    await put(noWayOut('1'));
    expect(await drift()).toEqual({ items: [], next: null, indicators: [] });
    await sign();
    expect((await drift({ harmless: 'true' })).items).toEqual([]);
  });

  it('names the step that was taken away and what follows', async () => {
    await put(wayToAPerson('1'));
    await sign();
    service.pass(day);
    await put(without(wayToAPerson('1'), 'Ask a colleague'));
    const [item] = (await drift()).items;
    expect(item).toMatchObject({
      flow,
      signedOff: { by: 'Maria', standing: 'aligned', profile: 1 },
      now: { standing: 'blocked', pending: false },
      change: { direction: 'worse', standing: { before: 'aligned', after: 'blocked' } },
      causes: [{ kind: 'flow', words: '`Ask a colleague` was removed' }],
    });
    expect(item?.words).toMatch(/^`Ask a colleague` was removed\. Since then: A customer who writes to /);
    expect(item?.words).toContain('has no way to one of you.');
    expect(item?.steps).toMatchObject([{ direction: 'worse', at: '2026-01-06T09:00:00.000Z' }]);
    await put(wayToAPerson('1'));
    expect((await drift({ harmless: 'true' })).items).toEqual([]);
  });

  it('leaves out what no promise cares about, unless asked', async () => {
    await put(wayToAPerson('1'));
    await sign();
    await put({ ...wayToAPerson('1'), settings: { executionOrder: 'v1', timezone: 'Europe/Berlin' } });
    expect((await drift()).items).toEqual([]);
    const [item] = (await drift({ harmless: 'true' })).items;
    expect(item).toMatchObject({ change: { harmless: true } });
    expect(item?.words).toBe('Its time zone was changed. No promise is touched by it.');
  });

  it('is measured from the latest sign-off', async () => {
    await put(wayToAPerson('1'));
    await sign();
    await put(noWayOut('1'));
    expect((await drift()).items).toHaveLength(1);
    await sign();
    expect((await drift()).items).toEqual([]);
  });

  it('names the promise that became stricter', async () => {
    await promise(profileAt('warn'));
    await put(noWayOut('1'));
    await sign();
    await promise(profileAt('block'));
    const [item] = (await drift()).items;
    expect(item?.causes).toMatchObject([{ kind: 'profile', about: ['reach-a-person'] }]);
    expect(item?.words).toBe(
      'The promise “A customer can always reach one of us” is now at `block`, and was at `warn`.',
    );
  });

  it('names the flow it calls, and what was done there', async () => {
    await put(called(true), handOver);
    await put(handsOverElsewhere('1'));
    await sign();
    await put(called(false), handOver);
    await judge();
    const [item] = (await drift()).items;
    expect(item?.causes.map(({ kind }) => kind)).toEqual(['sub-flow']);
    expect(item?.causes[0]).toMatchObject({ flow: { id: handOver, name: 'Hand over' } });
    expect(item?.words).toMatch(
      /^The flow `Hand over`, which it calls, was changed: `Tell the shop` was removed\. Since then: /,
    );
  });

  it('says that a waiver ran out, and by whom it was', async () => {
    await put(noWayOut('1'));
    const { findings } = await getFlow({ ctx: service.system, input: { business, ...flow } });
    await waiveFault({
      ctx: service.system,
      input: {
        business,
        ...flow,
        by: 'Maria',
        reason: 'for the week',
        keys: [findings[0]?.occurrences[0]?.key ?? ''],
        until: new Date(service.bare.clock().getTime() + 7 * day).toISOString(),
      },
    });
    await sign();
    service.pass(7 * day - 1);
    expect((await drift()).items).toEqual([]);
    service.pass(1);
    const [item] = (await drift()).items;
    expect(item?.causes).toMatchObject([
      { kind: 'waiver-lapsed', words: 'the waiver of `Maria` ran out on 2026-01-12' },
    ]);
    expect(item?.now?.standing).toBe('blocked');
  });

  it('says that the flow is gone', async () => {
    await put(wayToAPerson('1'));
    await sign();
    await deleteFlow({ ctx: service.system, input: { business, ...flow } });
    expect((await drift()).items).toMatchObject([
      { flow: { ...flow, state: null }, now: null, words: 'The flow was removed.' },
    ]);
  });

  it('comes in pages', async () => {
    for (const id of ['1', '2', '3']) {
      await put(wayToAPerson(id), id);
      await signOffFlow({ ctx: service.system, input: { business, source: 'n8n', id, by: 'Maria' } });
      await put(noWayOut(id), id);
    }
    const first = await drift({ limit: 2 });
    expect(first.items.map((item) => item.flow.id)).toEqual(['3', '2']);
    const second = await drift({ limit: 2, after: first.next ?? '' });
    expect(second).toMatchObject({ items: [{ flow: { id: '1' } }], next: null });
  });

  it('gives the same answer to the same question', async () => {
    await put(wayToAPerson('1'));
    await sign();
    await put(noWayOut('1'));
    expect(await drift()).toEqual(await drift());
  });
});

describe('the history', () => {
  it('has every evaluation, what it stood on, and pages', async () => {
    for (const workflow of [wayToAPerson('1'), noWayOut('1'), wayToAPerson('1')]) await put(workflow);
    const history = (more: object = {}) =>
      flowHistory({ ctx: service.system, input: { business, ...flow, ...more } });
    const { items } = await history();
    expect(items.map(({ number, direction }) => [number, direction])).toEqual([
      [3, 'better'],
      [2, 'worse'],
      [1, 'same'],
    ]);
    expect(items[0]?.snapshot).toEqual(items[2]?.snapshot);
    const first = await history({ limit: 2 });
    const rest = await history({ limit: 2, after: first.next ?? '' });
    expect([...first.items, ...rest.items]).toEqual(items);
    await expect(
      flowHistory({ ctx: service.system, input: { business, source: 'n8n', id: 'none' } }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the comparison of two versions', () => {
  const diff = (more: object = {}) =>
    flowDiff({ ctx: service.system, input: { business, ...flow, ...more } });
  const moved = () => ({
    ...wayToAPerson('1'),
    nodes: wayToAPerson('1').nodes.map((node) => ({ ...node, position: [1, 2], notes: 'mind' })),
  });

  it('is between any two that are kept', async () => {
    for (const workflow of [wayToAPerson('1'), noWayOut('1')]) {
      await put(workflow);
      service.pass(day);
    }
    const versions = await flowVersions({ ctx: service.system, input: { business, ...flow } });
    const [latest, first] = versions.items.map(({ fingerprint }) => fingerprint);
    const forth = await diff({ from: first, to: latest });
    const back = await diff({ from: latest, to: first });
    expect(forth.same).toBe(false);
    expect(forth.diff.steps.map(({ change }) => change)).toContain('removed');
    const turned = { added: 'removed', removed: 'added', changed: 'changed', renamed: 'renamed' };
    const steps = (of: typeof forth) => of.diff.steps.map(({ change, step }) => `${change} ${step.name}`);
    expect(steps(back).sort()).toEqual(
      forth.diff.steps.map(({ change, step }) => `${turned[change]} ${step.name}`).sort(),
    );
    // From the version before to what runs, if nothing else is said.
    expect(await diff()).toEqual(forth);
    await expect(diff({ from: 'unknown' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('ignores where steps stand and what is noted beside them', async () => {
    await put(wayToAPerson('1'));
    await put(moved());
    const { items } = await flowVersions({ ctx: service.system, input: { business, ...flow } });
    expect(items).toHaveLength(1);
    expect(await diff()).toMatchObject({ same: true, words: 'they do the same' });
  });

  it('masks what looks like a secret', async () => {
    const keyed = (token: string) => ({
      ...wayToAPerson('1'),
      nodes: wayToAPerson('1').nodes.map((node, at) =>
        at === 0 ? { ...node, parameters: { apiKey: token, path: `/${token.length}` } } : node,
      ),
    });
    await put(keyed('very-private-1'));
    service.pass(day);
    await put(keyed('very-private-number-2'));
    const compared = await diff();
    expect(JSON.stringify(compared)).not.toContain('very-private');
    expect(compared.diff.steps[0]?.settings).toEqual([
      { path: 'parameters.apiKey', before: '•••', after: '•••' },
      { path: 'parameters.path', before: '/14', after: '/21' },
    ]);
  });
});

describe('indicators', () => {
  const record = (values: readonly number[], indicator = 'retention') =>
    recordOutcomes({
      ctx: service.system,
      input: {
        business,
        outcomes: values.map((value, at) => ({
          indicator,
          value,
          at: new Date(service.bare.clock().getTime() - (values.length - at) * day).toISOString(),
        })),
      },
    });
  const usual = [0.8, 0.82, 0.79, 0.81, 0.8, 0.83, 0.8, 0.78, 0.81, 0.8, 0.82];

  it('are drift when the last complete day lies outside the usual band', async () => {
    await record([...usual, 0.4]);
    expect((await drift()).indicators).toMatchObject([
      { indicator: 'retention', values: ['customer-intimacy'], is: 'below', day: '2026-01-04', value: 0.4 },
    ]);
  });

  it('are none as long as they move as they usually do, nor with too few days', async () => {
    await record([...usual, 0.79]);
    await record([1, 1, 1, 9], 'complaints');
    expect((await drift()).indicators).toEqual([]);
  });

  it('are looked at when a day is over, and told of once', async () => {
    await record([...usual, 0.4]);
    await keepHouse({ ctx: service.system, input: { business } });
    await keepHouse({ ctx: service.system, input: { business } });
    const isNew = (key: string) =>
      service.store.transaction(business, (tx) =>
        tx.addEvent({ id: key, key, type: 'indicator.moved', at: '2026-01-05T09:00:00.000Z', data: {} }),
      );
    // What was told is there already, and nothing is told twice.
    expect(await isNew('indicator.moved indicator:retention:2026-01-04:below')).toBe(false);
    expect(await isNew('indicator.moved indicator:retention:2026-01-03:below')).toBe(true);
  });
});
