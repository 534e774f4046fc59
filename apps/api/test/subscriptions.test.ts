import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addSubscription,
  announce,
  createBusiness,
  createCaretaker,
  listDeliveries,
  replayDelivery,
} from '@plumbline/service';
import { openEmbedded } from '@plumbline/store/embedded';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { send } from '../src/server/send.ts';
import { openReceiver, type Receiver } from './receiver.ts';
import { business, openToldShop, type ToldShop, turned } from './told-shop.ts';

const hour = 60 * 60 * 1000;
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

const deliveries = async () => (await listDeliveries({ ctx: shop.ctx, input: { business } })).items;

it('posts an event, signed, in the form of Standard Webhooks', async () => {
  const secret = await shop.subscribe(receiver.origin);
  await shop.tell(turned('t1'));
  await shop.tend(shop.worker());
  const [call] = receiver.received;
  expect(receiver.received).toHaveLength(1);
  expect(call?.json).toMatchObject({
    type: 'flow.drifted',
    timestamp: '2026-01-05T09:00:00.000Z',
    data: { business, flow: { source: 'n8n', id: 'chat', name: 'Chat on the website' } },
  });
  // As the scheme itself says, without its library.
  const signed = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(`${call?.id}.${call?.headers['webhook-timestamp']}.${call?.text}`)
    .digest('base64');
  expect(call?.headers['webhook-signature']).toBe(`v1,${signed}`);
  expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: 1, events: [{ id: call?.id }] }]);
});

it('sends each once, however many workers there are', async () => {
  await shop.subscribe(receiver.origin);
  const names = Array.from({ length: 40 }, (_, at) => `t${at}`);
  await shop.tell(...names.map((id) => turned(id, { flow: id })));
  await shop.tend(...[1, 2, 3].map(() => shop.worker()));
  expect(receiver.received).toHaveLength(40);
  expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(40);
  expect((await deliveries()).every(({ attempts }) => attempts === 1)).toBe(true);
});

it('loses nothing when a worker dies before it sends, or before it hears the answer', async () => {
  await shop.subscribe(receiver.origin);
  await shop.tell(turned('t1'));
  let calls = 0;
  const reached = new Promise<void>((resolve) => {
    const dying = shop.worker({
      // It has posted and never comes to writing down that it was taken.
      send: async (call) => {
        calls += 1;
        await send(call);
        resolve();
        return new Promise<never>(() => undefined);
      },
    });
    dying.tend(business);
  });
  await reached;
  const other = shop.worker();
  await shop.tend(other);
  expect(receiver.received).toHaveLength(1);
  shop.pass(61_000);
  await shop.tend(other);
  expect([calls, receiver.received.length]).toEqual([1, 2]);
  expect(receiver.received[1]?.id).toBe(receiver.received[0]?.id);
  expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: 2 }]);
});

it('finds after a restart what was stored and never sent', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-told-'));
  try {
    const before = await openToldShop(undefined, folder);
    await before.subscribe(receiver.origin);
    await before.tell(turned('t1'));
    await before.store.close();
    const store = await openEmbedded({ folder });
    const worker = createCaretaker({ ...before.ctx, store }, { later: () => undefined });
    worker.tend(business);
    await worker.idle();
    await store.close();
    expect(receiver.received).toHaveLength(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('tries again for days, parks what is never taken, and sends it again when asked to', async () => {
  await shop.subscribe(receiver.origin);
  await shop.tell(turned('t1'));
  const worker = shop.worker();
  receiver.answers.push(...Array.from({ length: 11 }, () => 503));
  for (let tried = 0; tried < 11; tried += 1) {
    await shop.tend(worker);
    shop.pass(24 * hour);
  }
  const [parked] = await deliveries();
  expect(parked).toMatchObject({ state: 'parked', attempts: 11, lastResult: 'answered 503', nextAt: null });
  await shop.tend(worker);
  expect(receiver.received).toHaveLength(11);
  await replayDelivery({ ctx: shop.ctx, input: { business, delivery: parked?.id ?? '' } });
  await shop.tend(worker);
  expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(1);
  expect(await deliveries()).toMatchObject([{ state: 'delivered', lastResult: 'answered 200' }]);
});

it('puts back what else waits for a receiver that does not answer, and does not count it', async () => {
  await shop.subscribe(receiver.origin);
  await shop.tell(turned('t1'), turned('t2', { flow: 'mail' }), turned('t3', { flow: 'sms' }));
  const silent = shop.worker({ send: async () => ({ ok: false, refused: false, reason: 'no answer' }) });
  await shop.tend(silent);
  expect((await deliveries()).map(({ attempts }) => attempts)).toEqual([1, 0, 0]);
  shop.pass(5_000);
  await shop.tend(shop.worker());
  expect(receiver.received).toHaveLength(3);
});

it('keeps no business waiting for receivers of another that do not answer', async () => {
  await shop.subscribe(receiver.origin);
  await createBusiness({ ctx: shop.ctx, input: { id: 'stuck', name: 'Stuck' } });
  const url = 'https://stuck.example/hook';
  await addSubscription({ ctx: shop.ctx, input: { business: 'stuck', url, events: ['flow.drifted'] } });
  await shop.store.transaction('stuck', (tx) => announce(shop.ctx, tx, [turned('t1')]));
  await shop.tell(turned('t1'));
  await new Promise<void>((resolve) => {
    const worker = shop.worker({
      send: async (call) => {
        if (call.url === url) return new Promise<never>(() => undefined);
        const sent = await send(call);
        resolve();
        return sent;
      },
    });
    worker.tend('stuck');
    worker.tend(business);
  });
  expect(receiver.received).toHaveLength(1);
});

it('calls nothing in a private network, once no connection allows it any more', async () => {
  await shop.subscribe(receiver.origin);
  await shop.tell(turned('t1'));
  await shop.store.transaction(business, async (tx) => {
    for (const { id } of await tx.connections()) await tx.removeConnection(id);
  });
  await shop.tend(shop.worker());
  expect(receiver.received).toEqual([]);
  expect(await deliveries()).toMatchObject([{ state: 'parked' }]);
  await expect(
    shop.ctx.send({ url: `${receiver.origin}/`, headers: {}, body: '{}', allowPrivate: false }),
  ).resolves.toMatchObject({ refused: true });
});
