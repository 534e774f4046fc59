import {
  acknowledgeAlert,
  listAlerts,
  listDeliveries,
  putAlertSettings,
  snoozeAlert,
} from '@plumbline/service';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openReceiver, type Receiver } from './receiver.ts';
import { business, openToldShop, type ToldShop, turned } from './told-shop.ts';

const minute = 60_000;
const hour = 60 * minute;
let receiver: Receiver;
let shop: ToldShop;
beforeEach(async () => {
  receiver = await openReceiver();
  shop = await openToldShop();
});
afterEach(async () => {
  await receiver.close();
  await shop.store.close();
});

interface AlertBody {
  readonly data: { readonly events: readonly { readonly id: string; readonly type: string }[] };
}
const messages = (): readonly (readonly string[])[] =>
  receiver.received.map(({ json }) => (json as unknown as AlertBody).data.events.map(({ type }) => type));
const told = (): readonly string[] =>
  receiver.received.flatMap(({ json }) => (json as unknown as AlertBody).data.events.map(({ id }) => id));
const standing = async () => (await listAlerts({ ctx: shop.ctx, input: { business } })).items;

it('tells at once, and together what follows within the minute', async () => {
  await shop.target('webhook', receiver.origin);
  const worker = shop.worker();
  await shop.tell(turned('t1'), turned('t2', { flow: 'mail' }));
  await shop.tend(worker);
  expect(messages()).toEqual([['flow.drifted', 'flow.drifted']]);
  for (const id of ['t3', 't4', 't5']) {
    await shop.tell(turned(id, { flow: id }));
    await shop.tend(worker);
  }
  expect(messages()).toHaveLength(1);
  shop.pass(minute);
  await shop.tend(worker, shop.worker());
  expect(messages().map((each) => each.length)).toEqual([2, 3]);
  expect(new Set(told()).size).toBe(5);
});

it('leaves out nothing that happens at the same time', async () => {
  await shop.target('webhook', receiver.origin);
  await shop.tell(...Array.from({ length: 40 }, (_, at) => turned(`t${at}`, { flow: `${at}` })));
  await shop.tend(shop.worker());
  expect(messages().map((each) => each.length)).toEqual([40]);
  expect(receiver.received[0]?.text).toContain('40 things happened');
});

it('tells once, however many workers there are', async () => {
  await shop.target('webhook', receiver.origin);
  await shop.tell(turned('t1'));
  await shop.tell(turned('t1'));
  await shop.tend(...[1, 2, 3].map(() => shop.worker()));
  expect(told()).toHaveLength(1);
});

it.each([
  ['daily at eight, when clocks go forward', 'Europe/Berlin', '08:00', Date.UTC(2026, 2, 27, 12), 4],
  ['daily at eight, when clocks go back', 'Europe/Berlin', '08:00', Date.UTC(2026, 9, 23, 12), 4],
  ['daily in the hour that is left out', 'Europe/Berlin', '02:30', Date.UTC(2026, 2, 27, 12), 4],
  ['daily in the hour that comes twice', 'Europe/Berlin', '02:30', Date.UTC(2026, 9, 23, 12), 4],
  ['daily far in the west', 'America/St_Johns', '08:00', Date.UTC(2026, 2, 6, 12), 4],
] as const)(
  '%s: one message a day, and every event in one of them',
  async (_, timeZone, dailyAt, start, days) => {
    shop.at(start);
    await putAlertSettings({ ctx: shop.ctx, input: { business, digest: 'daily', dailyAt, timeZone } });
    await shop.target('webhook', receiver.origin);
    const worker = shop.worker();
    const sent: number[] = [];
    const local = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    for (let at = 0; at < days * 24 * 2; at += 1) {
      await shop.tell(turned(`t${at}`, { flow: `${at}` }));
      shop.pass(hour / 2);
      const before = receiver.received.length;
      await shop.tend(worker);
      if (receiver.received.length > before) sent.push(shop.ctx.clock().getTime());
    }
    const dates = sent.map((at) => local.format(at));
    expect(new Set(dates).size).toBe(dates.length);
    expect(dates).toHaveLength(days);
    shop.pass(24 * hour);
    await shop.tend(worker);
    const events = (await listDeliveries({ ctx: shop.ctx, input: { business } })).items.flatMap(
      (each) => each.events,
    );
    expect(new Set(events.map(({ id }) => id)).size).toBe(days * 24 * 2);
    expect(events).toHaveLength(days * 24 * 2);
  },
);

it('tells hourly, and nothing twice or never when the clock jumps back', async () => {
  await shop.target('webhook', receiver.origin, 'hourly');
  const worker = shop.worker();
  await shop.tell(turned('t1', { flow: '1' }));
  shop.pass(hour);
  await shop.tend(worker);
  expect(told()).toHaveLength(1);
  shop.pass(-hour);
  await shop.tell(turned('t2', { flow: '2' }));
  shop.pass(hour);
  await shop.tend(worker);
  shop.pass(hour);
  await shop.tend(worker);
  expect(told()).toHaveLength(2);
  expect(new Set(told()).size).toBe(2);
});

it('leaves out how often something went back and forth, but not how it stands', async () => {
  await shop.target('webhook', receiver.origin, 'hourly');
  await shop.tell(turned('t1'), turned('t2', { better: true }));
  shop.pass(hour);
  await shop.tend(shop.worker());
  expect(messages()).toEqual([['flow.drifted', 'flow.recovered']]);
  expect(await standing()).toMatchObject([{ state: 'recovered', subject: 'flow n8n/chat' }]);
});

it('puts an alert off, and reminds of it if it still stands', async () => {
  await shop.target('webhook', receiver.origin);
  const worker = shop.worker();
  await shop.tell(turned('t1'), turned('t2', { flow: 'mail' }));
  await shop.tend(worker);
  const until = new Date(shop.ctx.clock().getTime() + 48 * hour).toISOString();
  for (const { id: alert } of await standing())
    await snoozeAlert({ ctx: shop.ctx, input: { business, alert, by: 'Maria', until } });
  await shop.tell(turned('t3', { because: '`Ask Tom` was removed' }));
  await shop.tell(turned('t4', { flow: 'mail', better: true }));
  shop.pass(47 * hour);
  await shop.tend(worker);
  expect(messages()).toHaveLength(1);
  shop.pass(hour);
  await shop.tend(worker, shop.worker());
  expect(messages().slice(1)).toEqual([['flow.drifted', 'flow.drifted']]);
  expect(receiver.received[1]?.text).toContain('Ask Tom');
  shop.pass(48 * hour);
  await shop.tend(worker);
  expect(messages()).toHaveLength(2);
});

it('reminds once where it was put off twice, and not at all once it is acknowledged', async () => {
  await shop.target('webhook', receiver.origin);
  const worker = shop.worker();
  await shop.tell(turned('t1'));
  await shop.tend(worker);
  const [{ id: alert = '' } = {}] = await standing();
  const putOff = (hours: number) =>
    snoozeAlert({
      ctx: shop.ctx,
      input: {
        business,
        alert,
        by: 'Tom',
        until: new Date(shop.ctx.clock().getTime() + hours * hour).toISOString(),
      },
    });
  await putOff(10);
  await putOff(2);
  shop.pass(2 * hour);
  await shop.tend(worker);
  shop.pass(20 * hour);
  await shop.tend(worker);
  expect(messages()).toHaveLength(2);
  await putOff(2);
  await acknowledgeAlert({ ctx: shop.ctx, input: { business, alert, by: 'Maria', comment: 'On it.' } });
  expect(await standing()).toMatchObject([{ state: 'acknowledged', by: 'Maria', comment: 'On it.' }]);
  shop.pass(2 * hour);
  await shop.tend(worker);
  expect(messages()).toHaveLength(2);
  await shop.tell(turned('t2'));
  expect(await standing()).toMatchObject([{ state: 'open', by: null }]);
});
