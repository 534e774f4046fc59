import { beforeEach, describe, expect, it } from 'vitest';
import { type Drift, deleteFlow, getDrift, signOffFlow, waiveFault } from '../src/index.ts';
import { business, day, type FlowShop, flow, openFlowShop } from './flow-shop.ts';
import { handOver, handsOverElsewhere, noWayOut, profileAt, type Service, wayToAPerson } from './start.ts';

let shop: FlowShop;
let service: Service;
beforeEach(async () => {
  shop = await openFlowShop();
  service = shop.service;
});
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
    await shop.put(noWayOut('1'));
    expect(await drift()).toEqual({ items: [], next: null, indicators: [] });
    await sign();
    expect((await drift({ harmless: 'true' })).items).toEqual([]);
  });

  it('names the step that was taken away and what follows', async () => {
    await shop.put(wayToAPerson('1'));
    await sign();
    service.pass(day);
    await shop.put(without(wayToAPerson('1'), 'Ask a colleague'));
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
    await shop.put(wayToAPerson('1'));
    expect((await drift({ harmless: 'true' })).items).toEqual([]);
  });

  it('leaves out what no promise cares about, unless asked', async () => {
    await shop.put(wayToAPerson('1'));
    await sign();
    await shop.put({ ...wayToAPerson('1'), settings: { executionOrder: 'v1', timezone: 'Europe/Berlin' } });
    expect((await drift()).items).toEqual([]);
    const [item] = (await drift({ harmless: 'true' })).items;
    expect(item).toMatchObject({ change: { harmless: true } });
    expect(item?.words).toBe('Its time zone was changed. No promise is touched by it.');
  });

  it('is measured from the latest sign-off', async () => {
    await shop.put(wayToAPerson('1'));
    await sign();
    await shop.put(noWayOut('1'));
    expect((await drift()).items).toHaveLength(1);
    await sign();
    expect((await drift()).items).toEqual([]);
  });

  it('names the promise that became stricter', async () => {
    await shop.promise(profileAt('warn'));
    await shop.put(noWayOut('1'));
    await sign();
    await shop.promise(profileAt('block'));
    const [item] = (await drift()).items;
    expect(item?.causes).toMatchObject([{ kind: 'profile', about: ['reach-a-person'] }]);
    expect(item?.words).toBe(
      'The promise “A customer can always reach one of us” is now at `block`, and was at `warn`.',
    );
  });

  it('names the flow it calls, and what was done there', async () => {
    await shop.put(called(true), handOver);
    await shop.put(handsOverElsewhere('1'));
    await sign();
    await shop.put(called(false), handOver);
    await shop.judge();
    const [item] = (await drift()).items;
    expect(item?.causes.map(({ kind }) => kind)).toEqual(['sub-flow']);
    expect(item?.causes[0]).toMatchObject({ flow: { id: handOver, name: 'Hand over' } });
    expect(item?.words).toMatch(
      /^The flow `Hand over`, which it calls, was changed: `Tell the shop` was removed\. Since then: /,
    );
  });

  it('says that a waiver ran out, and by whom it was', async () => {
    await shop.put(noWayOut('1'));
    await waiveFault({
      ctx: service.system,
      input: {
        business,
        ...flow,
        by: 'Maria',
        reason: 'for the week',
        keys: [await shop.key()],
        until: shop.later(7 * day),
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
    await shop.put(wayToAPerson('1'));
    await sign();
    await deleteFlow({ ctx: service.system, input: { business, ...flow } });
    expect((await drift()).items).toMatchObject([
      { flow: { ...flow, state: null }, now: null, words: 'The flow was removed.' },
    ]);
  });

  it('comes in pages', async () => {
    for (const id of ['1', '2', '3']) {
      await shop.put(wayToAPerson(id), id);
      await signOffFlow({ ctx: service.system, input: { business, source: 'n8n', id, by: 'Maria' } });
      await shop.put(noWayOut(id), id);
    }
    const first = await drift({ limit: 2 });
    expect(first.items.map((item) => item.flow.id)).toEqual(['3', '2']);
    const second = await drift({ limit: 2, after: first.next ?? '' });
    expect(second).toMatchObject({ items: [{ flow: { id: '1' } }], next: null });
  });

  it('gives the same answer to the same question', async () => {
    await shop.put(wayToAPerson('1'));
    await sign();
    await shop.put(noWayOut('1'));
    expect(await drift()).toEqual(await drift());
  });
});
