import { beforeEach, expect, it } from 'vitest';
import {
  createBusiness,
  createWatchdog,
  evaluateMissing,
  getProgress,
  putFlow,
  putProfile,
} from '../src/index.ts';
import { profileAt, type Service, start, wayToAPerson } from './start.ts';

const minute = 60_000;
let service: Service;
const watchdog = () =>
  createWatchdog(service.bare, {
    depth: async () => ({ waiting: 0, running: 0, retrying: 0 }),
    later: () => undefined,
  });

beforeEach(async () => {
  service = await start();
  for (const id of ['a', 'b']) {
    await createBusiness({ ctx: service.system, input: { id, name: id } });
    await putProfile({ ctx: service.system, input: { business: id, profile: profileAt('warn') } });
  }
});
const put = (business: string, id: string) =>
  putFlow({
    ctx: service.system,
    input: { business, source: 'n8n', id, workflow: wayToAPerson(id), state: 'published' },
  });
/** What was told of a business, oldest first. */
const told = async (business: string): Promise<readonly string[]> => {
  const alerts = await service.store.read(business, (view) => view.alerts({ limit: 50 }));
  return alerts.map(({ subject, state }) => `${subject} ${state}`);
};
const progress = (business: string) => getProgress({ ctx: service.system, input: { business } });

it('says since when something is missing, although there is no worker, and that it is late', async () => {
  await put('a', '1');
  await put('b', '1');
  await evaluateMissing({ ctx: service.system, input: { business: 'b' } });
  const watch = watchdog();
  expect(watch.state().at).toBeNull();
  const began = service.bare.clock().toISOString();
  await watch.round();
  expect(watch.state()).toMatchObject({ businesses: 2, flows: 2, missing: 1, parked: 0, late: 0 });
  service.pass(5 * minute + 1);
  await watch.round();
  await watch.round();
  expect(watch.state()).toMatchObject({ late: 1, behindSince: began });
  expect(await told('a')).toEqual(['judging open']);
  // Another process sees the same, and nobody is told twice.
  await watchdog().round();
  expect(await told('b')).toEqual([]);
  expect(await progress('a')).toMatchObject({ left: 1, since: began, late: true });
  expect(await progress('b')).toMatchObject({ left: 0, since: null, late: false });

  await evaluateMissing({ ctx: service.system, input: { business: 'a' } });
  await watch.round();
  expect(watch.state()).toMatchObject({ missing: 0, late: 0, behindSince: null });
  expect(await told('a')).toEqual(['judging recovered']);
});

it('is not late as long as something is judged, but no run may go on for ever', async () => {
  for (let n = 0; n < 20; n += 1) await put('a', `${n}`);
  const watch = watchdog();
  await watch.round();
  for (let n = 0; n < 16; n += 1) {
    service.pass(4 * minute);
    await evaluateMissing({ ctx: service.system, input: { business: 'a', limit: 1 } });
    await watch.round();
    // After an hour.
    expect([n, (await told('a')).length]).toEqual([n, n < 15 ? 0 : 1]);
  }
});

it('tells how far a run has come, how fast, and what is parked', async () => {
  for (const id of ['1', '2', '3', '4']) await put('a', id);
  await service.store.transaction('a', async (tx) => {
    for (const flow of await tx.wholeFlows([{ source: 'n8n', id: '2', state: 'published' }]))
      await tx.putFlow({ ...flow, workflow: '{' });
  });
  expect(await progress('a')).toMatchObject({ flows: 4, done: 0, left: 4, since: null, rate: null });
  await watchdog().round();
  const since = service.bare.clock().toISOString();
  service.pass(2_000);
  await evaluateMissing({ ctx: service.system, input: { business: 'a', limit: 2 } });
  expect(await progress('a')).toEqual({
    flows: 4,
    done: 2,
    left: 2,
    failed: 1,
    since,
    judged: 2,
    lastAt: service.bare.clock().toISOString(),
    endedAt: null,
    rate: 1,
    secondsLeft: 2,
    late: false,
    parked: [
      {
        source: 'n8n',
        id: '2',
        state: 'published',
        name: expect.any(String),
        failures: [{ check: null, error: expect.any(String) }],
        href: '/v1/businesses/a/flows/n8n/2',
      },
    ],
  });
  await evaluateMissing({ ctx: service.system, input: { business: 'a' } });
  expect(await progress('a')).toMatchObject({ left: 0, since: null, judged: 4, secondsLeft: 0 });
  expect((await progress('a')).endedAt).not.toBeNull();
});
