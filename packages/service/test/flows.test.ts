import { beforeEach, expect, it } from 'vitest';
import { createBusiness, deleteFlow, getFlow, listFlows, putFlow, putProfile } from '../src/index.ts';
import { noWayOut, profileAt, type Service, start, wayToAPerson } from './start.ts';

let service: Service;
beforeEach(async () => {
  service = await start();
  await createBusiness({ ctx: service.system, input: { id: 'shop', name: 'Shop' } });
});

interface Put {
  readonly id?: string;
  readonly source?: string;
  readonly state?: 'published' | 'draft';
  readonly wait?: number;
}
const put = (workflow: unknown, { id = '1', source = 'n8n', state = 'published', wait = 0 }: Put = {}) =>
  putFlow({ ctx: service.system, input: { business: 'shop', source, id, workflow, state, wait } });
const get = (id = '1') => getFlow({ ctx: service.system, input: { business: 'shop', source: 'n8n', id } });
const list = (removed = false) => listFlows({ ctx: service.system, input: { business: 'shop', removed } });
const kept = (state: 'published' | 'draft' = 'published') =>
  service.store.read('shop', (view) => view.flow({ source: 'n8n', id: '1', state }));

it('is created, then updated; the same content again changes nothing', async () => {
  const first = await put(noWayOut('1'));
  expect(first).toMatchObject({ outcome: 'created', revision: 1, state: 'published' });
  expect(first.evaluation).toEqual({ state: 'pending', href: '/v1/businesses/shop/flows/n8n/1' });
  expect(await put(noWayOut('1'))).toMatchObject({
    outcome: 'unchanged',
    revision: 1,
    fingerprint: first.fingerprint,
  });
  const second = await put(wayToAPerson('1'));
  expect(second).toMatchObject({ outcome: 'updated', revision: 2 });
  expect(second.fingerprint).not.toBe(first.fingerprint);
  const trail = await service.store.read('shop', (view) => view.auditTrail({ limit: 10 }));
  expect(trail.filter((row) => row.action === 'flow.put').map((row) => row.detail['revision'])).toEqual([
    2, 1,
  ]);
});

it('takes new positions without a new revision, and a new name with one', async () => {
  await put(noWayOut('1'));
  const moved = noWayOut('1');
  for (const node of moved.nodes) node['position'] = [7, 7];
  expect(await put(moved)).toMatchObject({ outcome: 'updated', revision: 1 });
  expect((await kept())?.workflow).toContain('[7,7]');
  expect(await put({ ...moved, name: 'Renamed' })).toMatchObject({ outcome: 'updated', revision: 2 });
});

it.each(['', ' ', undefined])('is called by its id where its name is %j', async (name) => {
  await put({ ...noWayOut('1'), name });
  expect((await list()).items).toMatchObject([{ id: '1', name: '1' }]);
  expect(await put({ ...noWayOut('1'), name })).toMatchObject({ outcome: 'unchanged' });
});

it('keeps no pinned data, static data, credential data or sharing', async () => {
  const secret = 'to be left out';
  const workflow = {
    ...noWayOut('1'),
    pinData: { a: [{ json: { secret } }] },
    staticData: { secret },
    meta: { secret },
    shared: [{ user: { email: secret } }],
    tags: [{ name: secret }],
  };
  const [first] = workflow.nodes;
  if (first !== undefined)
    first['credentials'] = { whatsAppApi: { id: '7', name: 'Shop', data: { secret } } };
  await put(workflow);
  const text = (await kept())?.workflow ?? '';
  expect(text).not.toContain(secret);
  expect(JSON.parse(text).nodes[0].credentials).toEqual({ whatsAppApi: { id: '7', name: 'Shop' } });
  const everything = await service.store.read('shop', async (view) => [
    await view.flows({ limit: 9 }),
    await view.auditTrail({ limit: 9 }),
  ]);
  expect(JSON.stringify(everything)).not.toContain(secret);
});

it('refuses another id, another source, and what is no workflow', async () => {
  await expect(put(noWayOut('2'))).rejects.toMatchObject({ code: 'id-mismatch' });
  await expect(put(noWayOut('1'), { source: 'zapier' })).rejects.toMatchObject({ code: 'unknown-source' });
  for (const workflow of [undefined, null, 'text', [], {}, { nodes: 7 }, [noWayOut('1')]]) {
    await expect(put(workflow)).rejects.toMatchObject({ code: 'no-workflow' });
  }
  expect((await list()).items).toEqual([]);
  const { id: _, ...anonymous } = noWayOut('1');
  expect(await put(anonymous)).toMatchObject({ outcome: 'created' });
  expect(await put(noWayOut('1'), { source: 'n8n-second' })).toMatchObject({ outcome: 'created' });
});

it('shows a draft beside what is published', async () => {
  await putProfile({ ctx: service.system, input: { business: 'shop', profile: profileAt('block') } });
  await put(noWayOut('1'), { state: 'draft', wait: 1 });
  expect(await get()).toMatchObject({ state: 'draft', standing: 'blocked', draft: null });
  expect(await put(wayToAPerson('1'), { wait: 1 })).toMatchObject({ outcome: 'updated', revision: 2 });
  expect(await get()).toMatchObject({
    state: 'published',
    standing: 'aligned',
    draft: { state: 'draft', standing: 'blocked', revision: 1 },
  });
  // What does the same as the published version is no draft.
  expect(await put(wayToAPerson('1'), { state: 'draft' })).toMatchObject({
    outcome: 'unchanged',
    state: 'published',
  });
  expect((await get()).draft).toBeNull();
});

it('publishing a draft as it is leaves no draft behind', async () => {
  await put(noWayOut('1'));
  await put(wayToAPerson('1'), { state: 'draft' });
  await put(wayToAPerson('1'));
  expect((await list()).items.map((each) => [each.state, each.revision])).toEqual([['published', 3]]);
});

it('closes a flow without forgetting it, and opens it again', async () => {
  const remove = (state?: 'published' | 'draft') =>
    deleteFlow({
      ctx: service.system,
      input: { business: 'shop', source: 'n8n', id: '1', ...(state === undefined ? {} : { state }) },
    });
  await expect(remove()).rejects.toMatchObject({ code: 'not-found' });
  await put(noWayOut('1'));
  await put(wayToAPerson('1'), { state: 'draft' });
  await remove('published');
  expect(await get()).toMatchObject({ state: 'draft' });
  await remove();
  await expect(get()).rejects.toMatchObject({ code: 'not-found' });
  await expect(remove()).rejects.toMatchObject({ code: 'not-found' });
  expect((await list()).items).toEqual([]);
  expect((await list(true)).items).toHaveLength(2);
  expect(await put(noWayOut('1'))).toMatchObject({ outcome: 'created', revision: 3 });
  expect((await get()).state).toBe('published');
});

it('lists flows in pages', async () => {
  for (const id of ['1', '2', '3']) await put(noWayOut(id), { id });
  const first = await listFlows({ ctx: service.system, input: { business: 'shop', limit: 2 } });
  const rest = await listFlows({
    ctx: service.system,
    input: { business: 'shop', limit: 2, after: first.next ?? '' },
  });
  expect([...first.items, ...rest.items].map((each) => each.id)).toEqual(['1', '2', '3']);
  expect(rest.next).toBeNull();
});

it('judges before it answers when asked to wait', async () => {
  await putProfile({ ctx: service.system, input: { business: 'shop', profile: profileAt('block') } });
  const { evaluation } = await put(noWayOut('1'), { wait: 5 });
  expect(evaluation.state).toBe('done');
  const shown = await get();
  expect(shown).toMatchObject({ standing: 'blocked', kind: 'chatbot', customerFacing: true, failures: [] });
  expect(shown.findings).toMatchObject([
    {
      check: 'require-human-escalation',
      verdict: 'fail',
      because: [{ value: 'customer-intimacy', commitment: 'reach-a-person', enforcement: 'block' }],
    },
  ]);
  expect(shown.cells).toMatchObject([{ value: 'customer-intimacy', label: 'compromises' }]);
  expect(shown.profile).toMatchObject({ name: 'The Corner Bookshop', revision: 1 });
  // Content that was judged already needs no waiting.
  expect((await put(noWayOut('1'))).evaluation.state).toBe('done');
});

it('judges anew when steps have other ids, so that findings name them as they are', async () => {
  await putProfile({ ctx: service.system, input: { business: 'shop', profile: profileAt('block') } });
  await put(noWayOut('1'), { wait: 1 });
  const copied = noWayOut('1');
  for (const node of copied.nodes) node['id'] = `new-${String(node['id'])}`;
  expect((await put(copied)).evaluation.state).toBe('pending');
  await put(copied, { wait: 1 });
  const steps = (await get()).findings.flatMap((each) => each.occurrences.flatMap((one) => one.steps));
  expect(steps.length).toBeGreaterThan(0);
  expect(steps.filter((step) => !step.id.startsWith('new-'))).toEqual([]);
});
