import { expect, it } from 'vitest';
import {
  addSubscription,
  closeHandover,
  createBusiness,
  eraseRecipient,
  getHandover,
  keepHouse,
  listHandovers,
  openHandover,
} from '../src/index.ts';
import { type Service, start } from './start.ts';

const business = 'shop';
const day = 24 * 60 * 60 * 1000;
const talk = {
  flow: { source: 'n8n', id: 'chat' },
  conversation: [
    { from: 'customer' as const, text: 'My cake came broken. Can I talk to somebody?' },
    { from: 'automation' as const, text: 'One of us will get back to you.' },
  ],
  reason: 'Asks for a person',
  recipient: { address: 'ann@example.org' },
};

const openShop = async (): Promise<Service> => {
  const service = await start();
  await createBusiness({ ctx: service.system, input: { id: business, name: 'Shop' } });
  return service;
};
const handOver = ({ as }: Service, more: Record<string, unknown> = {}) =>
  openHandover({ ctx: as('shop', 'decide'), input: { ...talk, business, ...more } });
const detail = ({ as }: Service, handover: string) =>
  getHandover({ ctx: as('shop', 'read'), input: { business, handover } });

it('waits in the inbox, with what was said for those who open it', async () => {
  const shop = await openShop();
  const { id, ...opened } = await handOver(shop, { channel: 'email' });
  expect(opened).toEqual({
    state: 'open',
    createdAt: '2026-01-05T09:00:00.000Z',
    flow: talk.flow,
    channel: 'email',
    content: 'kept',
    closedAt: null,
    closedBy: null,
    comment: null,
  });
  const { items } = await listHandovers({ ctx: shop.as('shop', 'read'), input: { business, state: 'open' } });
  expect(items).toEqual([{ id, ...opened }]);
  expect(await detail(shop, id)).toEqual({
    id,
    ...opened,
    reason: talk.reason,
    to: 'ann@example.org',
    conversation: talk.conversation,
  });
});

it('keeps nothing of it in the clear', async () => {
  const shop = await openShop();
  const { id } = await handOver(shop);
  const kept = await shop.store.read(business, async (view) => [
    await view.handover(id),
    await view.auditTrail({ limit: 9 }),
  ]);
  expect(JSON.stringify(kept)).not.toMatch(/cake|ann@|Asks for/);
});

it('is one for one idempotency key, and refused where the key stands for another', async () => {
  const shop = await openShop();
  const key = { idempotencyKey: 'run 7, item 1' };
  const both = await Promise.all([handOver(shop, key), handOver(shop, key)]);
  expect(both[0]).toEqual(both[1]);
  await expect(handOver(shop, { ...key, reason: 'Another' })).rejects.toMatchObject({
    code: 'idempotency-conflict',
  });
  expect((await handOver(shop)).id).not.toBe(both[0].id);
  const { items } = await listHandovers({ ctx: shop.system, input: { business } });
  expect(items).toHaveLength(2);
});

it('is told of once, without a word of what was said', async () => {
  const shop = await openShop();
  const subscription = { business, url: 'https://n8n.example.org/webhook/1' };
  const events = ['handover.waiting' as const];
  await addSubscription({ ctx: shop.system, input: { ...subscription, events } });
  const key = { idempotencyKey: 'run 7, item 1' };
  const { id } = await handOver(shop, key);
  await handOver(shop, key);
  expect(shop.tended).toEqual([business]);
  const told = await shop.store.read(business, async (view) =>
    view.eventsOf((await view.deliveries({ limit: 9 })).map((each) => each.id)),
  );
  const data = { business, handover: id, flow: talk.flow, channel: null };
  expect(told).toMatchObject([{ type: 'handover.waiting', data }]);
  expect(told[0]?.data).toEqual(data);
});

it('is closed once, by whoever comes first', async () => {
  const shop = await openShop();
  const { id } = await handOver(shop);
  const close = (by?: string) =>
    closeHandover({
      ctx: shop.as('shop', 'write'),
      input: { business, handover: id, by, comment: 'Called back.' },
    });
  shop.pass(60_000);
  const ends = await Promise.allSettled([close('Maria'), close('Tom')]);
  expect(ends.map((each) => each.status)).toEqual(['fulfilled', 'rejected']);
  expect(ends[1]).toMatchObject({
    reason: { code: 'already-closed', message: 'Maria has seen to it already.' },
  });
  expect(await detail(shop, id)).toMatchObject({
    state: 'closed',
    closedAt: '2026-01-05T09:01:00.000Z',
    closedBy: 'Maria',
    comment: 'Called back.',
    conversation: talk.conversation,
  });
  const other = await handOver(shop);
  const unnamed = await closeHandover({
    ctx: shop.as('shop', 'write'),
    input: { business, handover: other.id },
  });
  expect(unnamed.closedBy).toBe('a key');
});

it('is kept while it is open, then for its time', async () => {
  const shop = await openShop();
  const [open, closed] = [await handOver(shop), await handOver(shop)];
  await closeHandover({ ctx: shop.system, input: { business, handover: closed.id } });
  shop.pass(30 * day + 1);
  expect(await keepHouse({ ctx: shop.system, input: { business } })).toMatchObject({ dropped: 1 });
  expect(await detail(shop, open.id)).toMatchObject({ content: 'kept', conversation: talk.conversation });
  expect(await detail(shop, closed.id)).toMatchObject({
    content: 'expired',
    conversation: null,
    to: null,
    reason: null,
  });
});

it('goes when the customer is erased, however the address is written', async () => {
  const shop = await openShop();
  const [ann, bob] = [
    await handOver(shop),
    await handOver(shop, { recipient: { address: 'b@example.org' } }),
  ];
  const erased = await eraseRecipient({ ctx: shop.system, input: { business, address: ' ANN@example.org' } });
  expect(erased).toEqual({ decisions: 0, handovers: 1 });
  expect(await detail(shop, ann.id)).toMatchObject({
    state: 'closed',
    content: 'erased',
    conversation: null,
  });
  expect(await detail(shop, bob.id)).toMatchObject({ state: 'open', conversation: talk.conversation });
});

it('takes a customer that cannot be told, and hostile words as words', async () => {
  const shop = await openShop();
  const text = `'); drop table handovers; -- \u202e\u0000 {{ $env }}`;
  const said = [{ from: 'customer' as const, text }];
  const { id } = await handOver(shop, { recipient: { address: '???' }, conversation: said, flow: null });
  expect(await detail(shop, id)).toMatchObject({ to: '???', conversation: said, flow: null });
  const many = Array.from({ length: 501 }, () => ({ from: 'customer' as const, text: 'x' }));
  await expect(handOver(shop, { conversation: many })).rejects.toMatchObject({ code: 'invalid-input' });
});

it('is refused where it gives nothing to go by', async () => {
  const { system: ctx } = await openShop();
  const open = (given: object) => openHandover({ ctx, input: { business, conversation: [], ...given } });
  for (const nothing of [{}, { recipient: { country: 'DE' } }, { reason: null, flow: null }])
    await expect(open(nothing)).rejects.toMatchObject({
      code: 'invalid-input',
      at: [{ path: 'conversation' }],
    });
  for (const lead of [{ flow: talk.flow }, { recipient: talk.recipient }, { reason: talk.reason }])
    expect(await open(lead)).toMatchObject({ state: 'open' });
});
