import {
  addAlertTarget,
  askDecision,
  createBusiness,
  decisionBodySchema,
  deliverDue,
  keepHouse,
  putAlertSettings,
  putFlow,
  putProfile,
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
