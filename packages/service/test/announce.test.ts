import { expect, it } from 'vitest';
import { addSubscription, announce, announceFresh, announceStale, listDeliveries } from '../src/index.ts';
import { openDesk, strictPolicy } from './shop-policy.ts';
import type { Service } from './start.ts';
import { broken, place, snapshot, transition } from './transitions.ts';

const business = 'shop';

const open = async () => {
  const { service } = await openDesk(strictPolicy());
  const events = ['flow.drifted', 'flow.recovered', 'evaluation.stale', 'evaluation.recovered'] as const;
  await addSubscription({
    ctx: service.system,
    input: { business, url: 'https://n8n.example.org/webhook/1', events: [...events] },
  });
  return service;
};

const tell = (service: Service, ...all: Parameters<typeof announce>[2]) =>
  service.store.transaction(business, (tx) => announce(service.system, tx, all));

const told = async (service: Service) => {
  const { items } = await listDeliveries({ ctx: service.system, input: { business } });
  return items.flatMap(({ events }) => events.map(({ type }) => type));
};

it('tells what got worse and what is aligned again, each once', async () => {
  const service = await open();
  const worse = transition(snapshot(), broken());
  const better = transition(broken(), snapshot(), { id: 't2' });
  const worseElsewhere = transition(snapshot(), broken(), { id: 't3', flow: 'another' });
  expect(await tell(service, worse)).toBe(1);
  expect(await tell(service, worse, better)).toBe(1);
  expect(await tell(service, better, worseElsewhere, worseElsewhere)).toBe(1);
  expect(await told(service)).toEqual(['flow.drifted', 'flow.recovered', 'flow.drifted']);
});

it('tells once what several workers tell at the same time', async () => {
  const service = await open();
  const worse = transition(snapshot(), broken());
  const counts = await Promise.all([1, 2, 3, 4].map(() => tell(service, worse)));
  expect(counts.sort()).toEqual([0, 0, 0, 1]);
  expect(await told(service)).toEqual(['flow.drifted']);
});

it.each([
  ['what is harmless', transition(broken(), broken())],
  ['a draft', transition(snapshot(), broken(), { state: 'draft' })],
  ['a new flow that fits', transition(null, snapshot())],
  ['a new flow with a question', transition(null, snapshot({ standing: 'needs-answers' }))],
  ['better, but not well', transition(broken(), snapshot({ standing: 'needs-answers' }))],
  [
    'worse, but aligned',
    transition(
      snapshot({ cells: [{ value: 'v', label: 'enhances' }] }),
      snapshot({ cells: [{ value: 'v', label: 'upholds' }] }),
    ),
  ],
])('does not tell of %s', async (_, quiet) => {
  const service = await open();
  expect(await tell(service, quiet)).toBe(0);
  expect(await told(service)).toEqual([]);
});

it('tells of a new flow that starts out badly', async () => {
  const service = await open();
  const adjust = snapshot({ standing: 'needs-adjustment', faults: [place({ enforcement: 'warn' })] });
  expect(await tell(service, transition(null, broken()))).toBe(1);
  expect(await tell(service, transition(null, adjust, { id: 't2', flow: 'another' }))).toBe(1);
});

it('keeps nothing of what a transaction that fails has told', async () => {
  const service = await open();
  const worse = transition(snapshot(), broken());
  const failing = service.store.transaction(business, async (tx) => {
    await announce(service.system, tx, [worse]);
    throw new Error('killed');
  });
  await expect(failing).rejects.toThrow('killed');
  expect(await told(service)).toEqual([]);
  expect(await tell(service, worse)).toBe(1);
});

it('says what happened in words, with the promise as the owner wrote it', async () => {
  const service = await open();
  const promised = place({ commitment: 'read', value: 'customer-intimacy' });
  await tell(service, transition(snapshot(), snapshot({ standing: 'blocked', faults: [promised] })));
  const [alert] = await service.store.read(business, (view) => view.alerts({ limit: 9 }));
  const [event] = await service.store.read(business, (view) => view.events([alert?.event ?? '']));
  expect(event?.data).toMatchObject({
    business,
    flow: { source: 'n8n', id: 'chat', name: 'Chat on the website' },
    standing: { before: 'aligned', after: 'blocked' },
    customerFacing: 'unknown',
    promises: [{ promise: 'Nothing goes out unread', value: 'Customer intimacy', enforcement: 'block' }],
  });
});

it('tells of judging that does not keep up once an episode, and when it has caught up', async () => {
  const service = await open();
  const stale = (since: string) =>
    service.store.transaction(business, (tx) =>
      announceStale(service.system, tx, { since, missing: 3, failed: 0 }),
    );
  const fresh = () => service.store.transaction(business, (tx) => announceFresh(service.system, tx));
  const since = '2026-01-05T08:00:00.000Z';
  expect([await fresh(), await stale(since), await stale(since)]).toEqual([false, true, false]);
  expect([await fresh(), await fresh()]).toEqual([true, false]);
  expect(await stale('2026-01-05T10:00:00.000Z')).toBe(true);
  expect(await told(service)).toEqual(['evaluation.stale', 'evaluation.recovered', 'evaluation.stale']);
});
