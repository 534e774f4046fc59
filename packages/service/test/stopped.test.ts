import { beforeEach, expect, it } from 'vitest';
import {
  createBusiness,
  deleteFlow,
  evaluateMissing,
  listAlerts,
  putFlow,
  putProfile,
  reportFlow,
} from '../src/index.ts';
import { noteMissing } from '../src/trail/note-missing.ts';
import { handsOverElsewhere, noWayOut, profileAt, type Service, start, wayToAPerson } from './start.ts';

const business = 'shop';
const flow = { source: 'n8n', id: '1' };

let service: Service;
beforeEach(async () => {
  service = await start();
  await createBusiness({ ctx: service.system, input: { id: business, name: 'Shop' } });
  await putProfile({ ctx: service.system, input: { business, profile: profileAt('block') } });
});

const judge = async (): Promise<void> => {
  await evaluateMissing({ ctx: service.system, input: { business } });
  await noteMissing(service.system, business);
};
const put = async (workflow: Record<string, unknown>): Promise<void> => {
  await putFlow({ ctx: service.system, input: { business, ...flow, workflow, state: 'published' } });
  await judge();
};
const take = (): Promise<void> => deleteFlow({ ctx: service.system, input: { business, ...flow } });
const alerts = async () => (await listAlerts({ ctx: service.system, input: { business } })).items;
const trail = () => service.store.read(business, (view) => view.trail(flow, { limit: 100 }));

it('closes the alert about a flow that is taken away, and says so', async () => {
  await put(noWayOut('1'));
  expect(await alerts()).toMatchObject([{ state: 'open' }]);
  service.pass(60_000);
  await take();
  expect(await alerts()).toMatchObject([
    { state: 'recovered', title: expect.stringMatching(/^“.+” does not run any more$/) },
  ]);
});

it('tells of a flow that comes back as it was', async () => {
  await put(noWayOut('1'));
  for (const number of [2, 3]) {
    service.pass(60_000);
    await take();
    expect(await alerts()).toMatchObject([{ state: 'recovered' }]);
    service.pass(60_000);
    await put(noWayOut('1'));
    expect(await alerts()).toMatchObject([
      {
        state: 'open',
        since: service.system.clock().toISOString(),
        title: expect.stringMatching(/now breaks a promise$/),
      },
    ]);
    const [latest] = await trail();
    expect(latest).toMatchObject({
      number,
      direction: 'worse',
      causes: [{ kind: 'returned', words: 'it is back after it had been taken away' }],
    });
  }
});

it('tells of one that comes back with a question, also where it had none', async () => {
  for (const before of [wayToAPerson('1'), handsOverElsewhere('1')]) {
    await put(before);
    await take();
    service.pass(60_000);
    await put(handsOverElsewhere('1'));
    expect(await alerts()).toMatchObject([
      { state: 'open', title: expect.stringMatching(/has a question for you$/) },
    ]);
    await take();
  }
});

it('says what is different in one that comes back', async () => {
  await put(wayToAPerson('1'));
  await take();
  await put(noWayOut('1'));
  const [latest] = await trail();
  expect(latest?.causes.map(({ kind }) => kind)).toEqual(['returned', 'flow']);
  expect(latest?.causes[1]?.words).toMatch(/was removed/);
});

it('closes the alert each time, also while the clock stands still', async () => {
  for (let round = 0; round < 3; round += 1) {
    await put(noWayOut('1'));
    expect(await alerts()).toMatchObject([{ state: 'open' }]);
    await take();
    expect(await alerts()).toMatchObject([{ state: 'recovered' }]);
  }
});

it('says nothing of one that stood well, or comes back mended', async () => {
  await put(wayToAPerson('1'));
  await take();
  await put(wayToAPerson('1'));
  expect(await alerts()).toEqual([]);
  await put(noWayOut('1'));
  await take();
  await put(wayToAPerson('1'));
  expect(await alerts()).toMatchObject([{ state: 'recovered' }]);
});

it('closes it when only what runs is taken away, and leaves it where only the draft is', async () => {
  const report = async (live: Record<string, unknown> | null, draft: Record<string, unknown> | null) => {
    await reportFlow({ ctx: service.system, input: { business, ...flow, live, draft } });
    await judge();
  };
  await report(noWayOut('1'), wayToAPerson('1'));
  await report(noWayOut('1'), null);
  expect(await alerts()).toMatchObject([{ state: 'open' }]);
  await report(null, noWayOut('1'));
  expect(await alerts()).toMatchObject([{ state: 'recovered' }]);
});
