import { expect, it } from 'vitest';
import {
  addSubscription,
  answerApproval,
  type Context,
  createCaretaker,
  getSubscription,
  keepHouse,
  listSubscriptions,
  openHandover,
  putProfile,
  removeSubscription,
} from '../src/index.ts';
import { type Desk, day, message, openDesk, policy, strictPolicy, written } from './shop-policy.ts';

const business = 'shop';
const url = 'https://n8n.example.org/webhook/1';
const every = ['approval.waiting', 'approval.answered', 'handover.waiting', 'profile.changed'] as const;

const subscribe = (ctx: Context, address = url) =>
  addSubscription({ ctx, input: { business, url: address, events: [...every] } });

/** What is posted when everything that is due has been sent. */
const posted = async ({ service }: Desk): Promise<{ type: string; data: Record<string, unknown> }[]> => {
  const caretaker = createCaretaker(service.bare, { later: () => undefined });
  caretaker.tend(business);
  await caretaker.idle();
  return service.calls.map(({ body }) => JSON.parse(body) as { type: string; data: Record<string, unknown> });
};

it('tells of an approval that waits and of how it ends, without what would go out', async () => {
  const desk = await openDesk(strictPolicy());
  await subscribe(desk.service.system);
  const asked = message('ann@example.org', { facts: written, approval: { who: ['Maria'] } });
  const { id, approval } = await desk.ask(asked, 'one');
  await desk.ask(asked, 'one');
  const answer = { answer: 'edit' as const, by: 'Maria', content: { text: 'Shorter, to Ann.' } };
  const input = { business, approval: approval?.id ?? '', answer };
  await answerApproval({ ctx: desk.service.as(business, 'write'), input });
  const told = await posted(desk);
  expect(told).toMatchObject([
    { type: 'approval.waiting', data: { business, approval: approval?.id, decision: id, who: ['Maria'] } },
    { type: 'approval.answered', data: { approval: approval?.id, state: 'edited', by: 'Maria' } },
  ]);
  const text = JSON.stringify(told);
  for (const secret of ['ann@', 'new books', 'Shorter']) expect(text).not.toContain(secret);
});

it('tells of silence once, however often it is looked for', async () => {
  const desk = await openDesk(strictPolicy());
  await desk.ask(message('ann@example.org', { facts: written, approval: { minutes: 5 } }));
  await subscribe(desk.service.system);
  desk.service.pass(day);
  for (let n = 0; n < 3; n += 1) await keepHouse({ ctx: desk.service.system, input: { business } });
  expect(await posted(desk)).toMatchObject([
    { type: 'approval.answered', data: { state: 'expired', by: null } },
  ]);
});

it('tells of a new profile version and of a hand-over, and not of the same again', async () => {
  const desk = await openDesk(strictPolicy());
  const { system } = desk.service;
  await subscribe(system);
  for (let n = 0; n < 2; n += 1) {
    await putProfile({ ctx: system, input: { business, profile: policy() } });
    const said = [{ from: 'customer' as const, text: 'A person, please.' }];
    await openHandover({ ctx: system, input: { business, conversation: said, idempotencyKey: 'one' } });
  }
  const told = await posted(desk);
  expect(told.map(({ type }) => type)).toEqual(['profile.changed', 'handover.waiting']);
  expect(told[0]?.data).toMatchObject({ version: 2, before: 1 });
  expect(JSON.stringify(told)).not.toContain('please');
});

it('shows a key its own subscriptions, and lets it take away those only', async () => {
  const desk = await openDesk(strictPolicy());
  const { service } = desk;
  const own = service.as(business, 'decide');
  const other: Context = { ...own, actor: { ...own.actor, id: 'key-2' } };
  const { id: subscription, secret } = await subscribe(own);
  expect(secret).toMatch(/^whsec_/);
  const input = { business, subscription };
  const shown = await getSubscription({ ctx: own, input });
  expect(shown).toEqual({ id: subscription, url, events: [...every], createdAt: '2026-01-05T09:00:00.000Z' });
  expect((await listSubscriptions({ ctx: own, input: { business } })).items).toEqual([shown]);
  expect((await listSubscriptions({ ctx: other, input: { business } })).items).toEqual([]);
  expect((await listSubscriptions({ ctx: service.as(business, 'read'), input: { business } })).items).toEqual(
    [shown],
  );
  const missing = { code: 'not-found' };
  await expect(getSubscription({ ctx: other, input })).rejects.toMatchObject(missing);
  await expect(removeSubscription({ ctx: other, input })).rejects.toMatchObject(missing);
  await expect(removeSubscription({ ctx: service.as(business, 'read'), input })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(
    getSubscription({ ctx: service.as('elsewhere', 'decide', 'read'), input }),
  ).rejects.toMatchObject(missing);
  await removeSubscription({ ctx: own, input });
  await expect(getSubscription({ ctx: own, input })).rejects.toMatchObject(missing);
  const { id: again } = await subscribe(own);
  await removeSubscription({ ctx: service.as(business, 'write'), input: { business, subscription: again } });
});

it('sends nothing to a subscription that is gone', async () => {
  const desk = await openDesk(strictPolicy());
  const { id: subscription } = await subscribe(desk.service.system);
  await putProfile({ ctx: desk.service.system, input: { business, profile: policy() } });
  await removeSubscription({ ctx: desk.service.system, input: { business, subscription } });
  expect(await posted(desk)).toEqual([]);
  const kept = await desk.service.store.read(business, (view) => view.deliveries({ limit: 9 }));
  expect(kept).toMatchObject([{ state: 'dropped', lastResult: 'the subscription is gone' }]);
});

it.each([
  'http://localhost:5678/webhook/1',
  'http://127.1/webhook',
  'http://[::ffff:10.0.0.1]/x',
  'http://n8n:5678/webhook/1',
  'https://shop.internal/hook',
  'http://169.254.169.254/latest/meta-data',
])('refuses %s, unless an admin has allowed its origin', async (address) => {
  const desk = await openDesk(strictPolicy());
  await expect(subscribe(desk.service.as(business, 'decide'), address)).rejects.toMatchObject({
    code: 'address-refused',
  });
});

it.each([
  'ftp://n8n.example.org/x',
  'https://me:word@n8n.example.org/x',
  'javascript:alert(1)',
  'n8n.example.org',
])('takes no %s for an address', async (address) => {
  const desk = await openDesk(strictPolicy());
  await expect(subscribe(desk.service.system, address)).rejects.toMatchObject({ code: 'invalid-input' });
});

it('tells a program that names no events what people are told of as well', async () => {
  const { service } = await openDesk();
  const kept = await addSubscription({ ctx: service.system, input: { business, url } });
  expect(kept.events).toContain('flow.drifted');
  expect(kept.events).not.toContain('profile.changed');
});
