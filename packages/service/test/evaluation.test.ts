import { canonical, checkById } from '@plumbline/core';
import { flowCursor } from '@plumbline/store';
import { beforeEach, expect, it } from 'vitest';
import {
  createBusiness,
  deleteFlow,
  evaluateMissing,
  getFlow,
  getMatrix,
  putFlow,
  putProfile,
  retryFlow,
} from '../src/index.ts';
import {
  example,
  handOver,
  handsOverElsewhere,
  noWayOut,
  profileAt,
  type Service,
  start,
  wayToAPerson,
} from './start.ts';

let service: Service;
beforeEach(async () => {
  service = await start();
  await createBusiness({ ctx: service.system, input: { id: 'shop', name: 'Shop' } });
});

const put = (id: string, workflow: unknown) =>
  putFlow({
    ctx: service.system,
    input: { business: 'shop', source: 'n8n', id, workflow, state: 'published' },
  });
const profile = (input: unknown) =>
  putProfile({ ctx: service.system, input: { business: 'shop', profile: input } });
const evaluate = (limit = 100) =>
  evaluateMissing({ ctx: service.system, input: { business: 'shop', limit } });
/** A turn that came to the end of what was missing. */
const ended = { failed: 0, next: null, again: false, leftToOthers: false, cut: false };
const get = (id: string) => getFlow({ ctx: service.system, input: { business: 'shop', source: 'n8n', id } });
const matrix = () => getMatrix({ ctx: service.system, input: { business: 'shop' } });

it('says not-assessed until a flow has been judged, and without a profile for good', async () => {
  await put('1', noWayOut('1'));
  expect(await get('1')).toMatchObject({
    standing: 'not-assessed',
    kind: 'unknown',
    cells: [],
    profile: null,
    evaluation: { state: 'pending' },
  });
  expect(await evaluate()).toEqual({ ...ended, judged: 1 });
  expect(await get('1')).toMatchObject({
    standing: 'not-assessed',
    kind: 'chatbot',
    evaluation: { state: 'done' },
  });
  await profile(profileAt('block'));
  expect(await get('1')).toMatchObject({
    standing: 'not-assessed',
    cells: [{ label: 'unknown' }],
    evaluation: { state: 'pending' },
  });
  await evaluate();
  expect(await get('1')).toMatchObject({ standing: 'blocked', cells: [{ label: 'compromises' }] });
});

it('runs nothing for a change of enforcement, and only what is new for a new question', async () => {
  await put('1', noWayOut('1'));
  await profile(profileAt('warn'));
  await evaluate();
  expect((await get('1')).standing).toBe('needs-adjustment');
  await profile(profileAt('block'));
  expect(await evaluate()).toEqual({ ...ended, judged: 0 });
  expect((await get('1')).standing).toBe('blocked');
  const version = checkById('require-human-escalation')?.meta.version ?? 0;
  const asked = { check: 'require-human-escalation', version, options: canonical({}) };
  const answeredAt = () =>
    service.store.read('shop', async (view) => {
      const heads = await view.heads('n8n', ['1']);
      return (await view.answers(heads, [asked]))[0]?.at;
    });
  const before = await answeredAt();
  expect(before).toBe('2026-01-05T09:00:00.000Z');
  service.pass(60_000);
  await profile(profileAt('block', 'require-error-path'));
  expect((await get('1')).standing).toBe('not-assessed');
  expect((await evaluate()).judged).toBe(1);
  expect((await get('1')).findings.map((each) => each.check)).toEqual([
    'require-human-escalation',
    'require-error-path',
  ]);
  expect(await answeredAt()).toBe(before);
});

it('judges callers anew when the flow they lean on comes, changes and goes', async () => {
  await profile(profileAt('block'));
  await put('caller', handsOverElsewhere('caller'));
  await evaluate();
  expect((await get('caller')).findings[0]?.verdict).toBe('unknown');
  const alone = (await get('caller')).closure;

  await put(handOver, toThePeople(handOver));
  expect((await get('caller')).evaluation.state).toBe('pending');
  expect((await get('caller')).fingerprint).toBe(alone);
  expect((await get('caller')).closure).not.toBe(alone);
  await evaluate();
  expect((await get('caller')).findings[0]?.verdict).toBe('pass');

  await deleteFlow({ ctx: service.system, input: { business: 'shop', source: 'n8n', id: handOver } });
  // As before it came: what was found then still holds, and nothing has to run.
  expect(await get('caller')).toMatchObject({ closure: alone, evaluation: { state: 'done' } });
  expect((await get('caller')).findings[0]?.verdict).toBe('unknown');
  expect((await evaluate()).judged).toBe(0);
});

/** A flow that is called and tells the team. */
const toThePeople = (id: string) => ({
  id,
  name: 'Hand over',
  nodes: [
    {
      id: 's',
      name: 'When called',
      type: 'n8n-nodes-base.executeWorkflowTrigger',
      typeVersion: 1.1,
      position: [0, 0],
      parameters: {},
    },
    {
      id: 't',
      name: 'Tell the shop',
      type: 'n8n-nodes-base.slack',
      typeVersion: 2.3,
      position: [200, 0],
      parameters: {
        select: 'channel',
        channelId: { __rl: true, mode: 'name', value: '#help' },
        text: '=A customer asks for one of us: {{ $json.query }}',
        otherOptions: {},
      },
    },
  ],
  connections: { 'When called': { main: [[{ node: 'Tell the shop', type: 'main', index: 0 }]] } },
  settings: {},
});

it('reaches through several flows, and does not run in circles', async () => {
  const calls = (id: string, other: string) => ({
    ...toThePeople(id),
    nodes: [
      toThePeople(id).nodes[0],
      {
        id: 'c',
        name: 'Call',
        type: 'n8n-nodes-base.executeWorkflow',
        typeVersion: 1.2,
        position: [200, 0],
        parameters: { workflowId: { __rl: true, mode: 'id', value: other } },
      },
    ],
    connections: { 'When called': { main: [[{ node: 'Call', type: 'main', index: 0 }]] } },
  });
  await put('a', calls('a', 'b'));
  await put('b', calls('b', 'c'));
  await put('c', calls('c', 'a'));
  const closures = async () => Promise.all(['a', 'b', 'c'].map(async (id) => (await get(id)).closure));
  const before = await closures();
  await put('c', { ...calls('c', 'a'), settings: { timezone: 'Europe/Lisbon' } });
  const after = await closures();
  expect(after.filter((closure, n) => closure === before[n])).toEqual([]);
  expect(await evaluate()).toEqual({ ...ended, judged: 3 });
  await put('a', toThePeople('a'));
  expect(await evaluate()).toMatchObject({ judged: 3 });
});

it('works in chunks until nothing is missing', async () => {
  await profile(profileAt('warn'));
  for (const id of ['1', '2', '3', '4', '5']) await put(id, wayToAPerson(id));
  expect(await evaluate(2)).toEqual({ ...ended, judged: 2, next: expect.any(String) });
  expect((await matrix()).evaluation).toEqual({ flows: 5, missing: 3, done: 2, failed: 0 });
  expect(await evaluate(2)).toMatchObject({ judged: 2, next: expect.any(String) });
  expect(await evaluate(2)).toMatchObject({ judged: 1, next: null, again: false, cut: false });
  expect((await matrix()).standings).toMatchObject({ aligned: 5, 'not-assessed': 0 });
});

/** Damages the kept workflow of a flow behind the service's back, as nothing else can make judging fail. */
const damage = (id: string) =>
  service.store.transaction('shop', async (tx) => {
    const kept = await tx.flow({ source: 'n8n', id, state: 'published' });
    if (kept !== undefined) await tx.putFlow({ ...kept, workflow: '{"nodes":' });
  });

it('parks a flow whose judging fails, shows why, and judges the others', async () => {
  await profile(profileAt('block'));
  for (const id of ['1', '2', '3']) await put(id, wayToAPerson(id));
  await damage('2');
  expect(await evaluate()).toEqual({ ...ended, judged: 3, failed: 1 });
  expect((await get('1')).standing).toBe('aligned');
  expect((await get('3')).standing).toBe('aligned');
  const broken = await get('2');
  expect(broken).toMatchObject({
    standing: 'not-assessed',
    cells: [{ label: 'unknown' }],
    evaluation: { state: 'done' },
  });
  expect(broken.failures).toMatchObject([{ check: null, error: expect.stringContaining('JSON') }]);
  expect((await matrix()).evaluation).toEqual({ flows: 3, missing: 0, done: 3, failed: 1 });
  expect(service.logged).toContainEqual({ level: 'error', event: 'flows-not-judged' });
  // Parked: it is not tried over and over.
  expect((await evaluate()).judged).toBe(0);

  await put('2', { ...wayToAPerson('2'), name: 'Mended' });
  await retryFlow({ ctx: service.system, input: { business: 'shop', source: 'n8n', id: '2' } });
  expect(await evaluate()).toEqual({ ...ended, judged: 1 });
  expect(await get('2')).toMatchObject({ standing: 'aligned', failures: [] });
});

it('a damaged neighbour leaves its callers with an unknown', async () => {
  await profile(profileAt('block'));
  await put('caller', handsOverElsewhere('caller'));
  await put(handOver, toThePeople(handOver));
  await damage(handOver);
  expect(await evaluate()).toMatchObject({ judged: 2, failed: 1 });
  expect((await get('caller')).findings[0]?.verdict).toBe('unknown');
});

it('reads flows of an older reader anew, then judges them', async () => {
  await profile(profileAt('block'));
  await put('1', wayToAPerson('1'));
  await evaluate();
  await service.store.transaction('shop', async (tx) => {
    const kept = await tx.flow({ source: 'n8n', id: '1', state: 'published' });
    if (kept === undefined) throw new Error('not kept');
    await tx.putFlow({ ...kept, reader: 'older', fingerprint: 'older', closure: 'older' });
  });
  expect((await get('1')).evaluation.state).toBe('pending');
  expect(await evaluate()).toEqual({ ...ended, judged: 0, again: true });
  expect((await get('1')).fingerprint).not.toBe('older');
  await evaluate();
  expect(await get('1')).toMatchObject({ standing: 'aligned', revision: 1, evaluation: { state: 'done' } });
});

it('lays the matrix out by flow and value, in the order of the flows', async () => {
  await profile(profileAt('block'));
  await put('2', wayToAPerson('2'));
  await put('1', noWayOut('1'));
  await put('3', example('not-applicable-newsletter', '3'));
  await evaluate();
  const shown = await matrix();
  expect(shown.business).toMatchObject({ id: 'shop' });
  expect(shown.values).toEqual([{ id: 'customer-intimacy', title: 'Customer intimacy' }]);
  expect(shown.flows.map((row) => [row.id, row.standing, row.cells[0]?.label])).toEqual([
    ['1', 'blocked', 'compromises'],
    ['2', 'aligned', expect.stringMatching(/^(upholds|enhances)$/)],
    ['3', 'aligned', 'not-touched'],
  ]);
  expect(shown.flows[0]?.cells[0]?.adjustments.length).toBeGreaterThan(0);
  expect(shown.standings).toMatchObject({ blocked: 1, aligned: 2 });
});

it('keeps findings free of the profile: neither its words nor its people stand in them', async () => {
  const words = 'words of the owner';
  const own = structuredClone(profileAt('block'));
  own.people = [{ name: words }];
  for (const value of own.values ?? []) {
    value.statement = words;
    for (const commitment of value.commitments ?? []) commitment.promise = words;
  }
  await profile(own);
  await put('1', noWayOut('1'));
  await evaluate();
  await service.store.read('shop', async (view) => {
    const heads = await view.flows({ limit: 10, after: flowCursor({ source: '', id: '', state: 'draft' }) });
    const readings = await view.readings(heads);
    expect(readings).toHaveLength(1);
    expect(JSON.stringify(readings)).not.toContain(words);
  });
  expect(JSON.stringify((await get('1')).findings)).not.toContain(words);
});
