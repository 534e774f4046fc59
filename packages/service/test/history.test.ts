import { beforeEach, describe, expect, it } from 'vitest';
import { flowDiff, flowHistory, flowVersions } from '../src/index.ts';
import { business, day, type FlowShop, flow, openFlowShop } from './flow-shop.ts';
import { noWayOut, type Service, wayToAPerson } from './start.ts';

let shop: FlowShop;
let service: Service;
beforeEach(async () => {
  shop = await openFlowShop();
  service = shop.service;
});
describe('the history', () => {
  it('has every evaluation, what it stood on, and pages', async () => {
    for (const workflow of [wayToAPerson('1'), noWayOut('1'), wayToAPerson('1')]) await shop.put(workflow);
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
      await shop.put(workflow);
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
    await shop.put(wayToAPerson('1'));
    await shop.put(moved());
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
    await shop.put(keyed('very-private-1'));
    service.pass(day);
    await shop.put(keyed('very-private-number-2'));
    const compared = await diff();
    expect(JSON.stringify(compared)).not.toContain('very-private');
    expect(compared.diff.steps[0]?.settings).toEqual([
      { path: 'parameters.apiKey', before: '•••', after: '•••' },
      { path: 'parameters.path', before: '/14', after: '/21' },
    ]);
  });
});
