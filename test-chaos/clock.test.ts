import {
  addAlertTarget,
  addSubscription,
  askDecision,
  createBusiness,
  decisionBodySchema,
  deliverDue,
  evaluateMissing,
  getFlow,
  keepHouse,
  putAlertSettings,
  putFlow,
  putProfile,
  waiveFault,
} from '@plumbline/service';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { profileAt, type Service, start } from '../packages/service/test/start.ts';
import { chanceOf } from './seed.ts';
import { workflow } from './workflows.ts';

const business = 'shop';
const minute = 60_000;
const hour = 60 * minute;
const timeZone = 'Europe/Berlin';
/** The days around the ones of 23 and of 25 hours, from the evening on. */
const changes = { spring: Date.UTC(2026, 2, 27, 20), autumn: Date.UTC(2026, 9, 23, 20) } as const;
const hours = 72;

let service: Service;
beforeEach(async () => {
  service = await start();
  await createBusiness({ ctx: service.system, input: { id: business, name: 'Shop' } });
});
afterEach(() => service.store.close());

const now = (): number => service.bare.clock().getTime();
const goTo = (moment: number): void => service.pass(moment - now());
/** On a clock on the wall there, worked out by another way than Plumbline's. */
const wallAt = (moment: number): { readonly day: string; readonly clock: string } => {
  const [day = '', clock = ''] = new Date(moment).toLocaleString('sv-SE', { timeZone }).split(' ');
  return { day, clock: clock.slice(0, 5) };
};
const tidy = async (): Promise<void> => {
  // Flows of one conversation lean on one another: a new one has the others judged anew.
  for (let next: string | null | undefined; next !== null; ) {
    const input = { business, after: next };
    next = (await evaluateMissing({ ctx: service.system, input })).next;
  }
  await keepHouse({ ctx: service.system, input: { business } });
  while ((await deliverDue({ ctx: service.system, input: { business } })) > 0);
};
const seasons = Object.entries(changes);

it.each(seasons)('keeps quiet hours by the clock on the wall, in %s', async (_, from) => {
  goTo(from);
  const rules = [{ rule: 'quiet-hours', options: { from: '21:00', to: '08:00' } }];
  const commitment = { id: 'night', promise: 'No message at night', enforcement: 'block' as const, rules };
  await putProfile({
    ctx: service.system,
    input: {
      business,
      profile: {
        profile: 1,
        name: 'Shop',
        values: [{ id: 'peace', title: 'Peace', commitments: [commitment] }],
      },
    },
  });
  const wrong: string[] = [];
  for (let moment = from; moment < from + hours * hour; moment += 15 * minute) {
    goTo(moment);
    const asked = decisionBodySchema.parse({
      caller: 'clock',
      action: 'message.send',
      channel: 'sms',
      audience: 'customer',
      recipient: { address: '+4915112345678', timeZone },
      facts: { purpose: 'marketing' },
    });
    const { answer } = await askDecision({ ctx: service.system, input: { business, ...asked } });
    const { clock } = wallAt(moment);
    const quiet = clock >= '21:00' || clock < '08:00';
    if ((answer === 'block') !== quiet) wrong.push(`${clock}: ${answer}`);
  }
  expect(wrong).toEqual([]);
});

it.each(seasons)('sends one digest a day, with everything in it once, in %s', async (season, from) => {
  const chance = chanceOf(`digests in ${season}`);
  const { system } = service;
  goTo(from);
  await putProfile({ ctx: system, input: { business, profile: profileAt('block') } });
  const settings = { digest: 'daily', dailyAt: '08:00', timeZone } as const;
  await putAlertSettings({ ctx: system, input: { business, ...settings } });
  const place = { channel: 'slack', url: 'https://hooks.slack.com/services/T0/B0/x' } as const;
  await addAlertTarget({ ctx: system, input: { business, name: 'Slack', place } });
  const sentOn: string[] = [];
  const note = (): void => {
    for (const _ of service.calls.splice(0)) sentOn.push(wallAt(now()).day);
  };
  let flows = 0;
  for (let passed = 0; passed < hours; passed += 1) {
    goTo(from + passed * hour);
    flows += 1;
    const input = { business, source: 'n8n', id: `f${flows}`, state: 'published', wait: 1 } as const;
    await putFlow({ ctx: system, input: { ...input, workflow: workflow(`f${flows}`, 1) } });
    await tidy();
    note();
    // The clock of the machine is put back or forth by an hour, and right again.
    const jump = chance.oneOf([-hour, 0, hour]);
    service.pass(jump);
    await tidy();
    note();
    service.pass(-jump);
    await tidy();
    note();
  }
  goTo(from + (hours + 24) * hour);
  await tidy();
  note();
  // Four mornings lie behind the first evening; each has its message, and no day has two.
  expect(new Set(sentOn).size).toBe(sentOn.length);
  expect(sentOn).toHaveLength(4);
  const told = await service.store.read(business, async (view) => {
    const deliveries = await view.deliveries({ limit: 100 });
    return view.eventsOf(deliveries.map(({ id }) => id));
  });
  expect(told).toHaveLength(flows);
  expect(new Set(told.map(({ id }) => id)).size).toBe(flows);
});

it('lets every approval lapse once, whatever the clock does', async () => {
  const chance = chanceOf('approvals');
  const { system } = service;
  goTo(changes.autumn);
  const rules = [{ rule: 'reviewed-ai-text' }];
  const commitment = { id: 'read', promise: 'Nothing unread', enforcement: 'approve' as const, rules };
  await putProfile({
    ctx: system,
    input: {
      business,
      profile: {
        profile: 1,
        name: 'Shop',
        values: [{ id: 'care', title: 'Care', commitments: [commitment] }],
      },
    },
  });
  const ids: string[] = [];
  for (let n = 0; n < 40; n += 1) {
    service.pass(chance.below(90) * minute);
    const asked = decisionBodySchema.parse({
      caller: 'clock',
      action: 'message.send',
      channel: 'email',
      audience: 'customer',
      recipient: { address: `reader-${n}@example.org` },
      content: { text: 'Hello' },
      facts: { aiGenerated: true },
      approval: { who: ['Maria'] },
    });
    const { approval } = await askDecision({ ctx: system, input: { business, ...asked } });
    if (approval == null) throw new Error('Nobody was asked.');
    ids.push(approval.id);
    const jump = chance.oneOf([-hour, 0, hour]);
    service.pass(jump);
    await tidy();
    service.pass(-jump);
  }
  service.pass(30 * 24 * hour);
  await tidy();
  service.pass(-hour);
  await tidy();
  const trail = await service.store.read(business, (view) => view.auditTrail({ limit: 1000 }));
  const lapsed = trail.filter(
    ({ subject, action }) => ids.includes(subject) && action.startsWith('approval'),
  );
  const states = await service.store.read(business, (view) => view.approvals({ limit: 100 }));
  expect(states.map(({ state }) => state)).toEqual(ids.map(() => 'expired'));
  expect(lapsed.map(({ subject }) => subject).sort()).toEqual([...ids].sort());
});

it.each(seasons)(
  'tells once that a waiver is about to lapse, and once that it has, in %s',
  async (season, from) => {
    const chance = chanceOf(`waivers in ${season}`);
    const { system } = service;
    goTo(from);
    await putProfile({ ctx: system, input: { business, profile: profileAt('block') } });
    // A flow is told of when it comes, and again when what it was waived by is over.
    const times = { 'confirmation.expiring': 1, 'flow.recovered': 1, 'flow.drifted': 2 } as const;
    const url = 'https://n8n.example.org/webhook/1';
    await addSubscription({
      ctx: system,
      input: { business, url, events: Object.keys(times) as (keyof typeof times)[] },
    });
    const waived: string[] = [];
    for (let passed = 0; passed < hours; passed += 1) {
      goTo(from + passed * hour);
      if (passed < 24) {
        const address = { business, source: 'n8n', id: `f${passed}` };
        const put = { ...address, state: 'published', wait: 1 } as const;
        await putFlow({ ctx: system, input: { ...put, workflow: workflow(address.id, 1) } });
        const { findings } = await getFlow({ ctx: system, input: address });
        const keys = findings.flatMap(({ occurrences }) => occurrences.map(({ key }) => key));
        const until = new Date(now() + (8 + chance.below(32)) * hour).toISOString();
        await waiveFault({ ctx: system, input: { ...address, keys, by: 'Maria', reason: 'For now', until } });
        waived.push(address.id);
      }
      const jump = chance.oneOf([-hour, 0, hour]);
      for (const by of [jump, -jump]) {
        await tidy();
        service.pass(by);
      }
      await tidy();
    }
    const told = await service.store.read(business, async (view) => {
      const deliveries = await view.deliveries({ limit: 500 });
      return view.eventsOf(deliveries.map(({ id }) => id));
    });
    const flowOf = ({ data }: (typeof told)[number]): unknown =>
      data['flow'] ?? (data['flows'] as readonly unknown[])[0];
    for (const id of waived) {
      const of = told.filter((event) => (flowOf(event) as { readonly id: string }).id === id);
      const counted = Object.keys(times).map((type) => [
        type,
        of.filter((each) => each.type === type).length,
      ]);
      expect([id, Object.fromEntries(counted)]).toEqual([id, times]);
    }
    for (const id of waived)
      expect(await getFlow({ ctx: system, input: { business, source: 'n8n', id } })).toMatchObject({
        standing: 'blocked',
      });
  },
);
