import type { ProfileInput } from '@plumbline/core';
import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import {
  addConnection,
  answerApproval,
  createCaretaker,
  eraseRecipient,
  getApproval,
  keepHouse,
  listApprovals,
  putProfile,
  releaseContact,
  removeConnection,
} from '../src/index.ts';
import { type Desk, day, message, openDesk, policy, strictPolicy, written } from './shop-policy.ts';

const business = 'shop';

const connect = (desk: Desk, more = {}) =>
  addConnection({
    ctx: desk.service.system,
    input: { business, name: 'n8n', origin: 'https://n8n.example.org', path: '/webhook-waiting/**', ...more },
  });

const url = 'https://n8n.example.org/webhook-waiting/77?x=1';

/** A decision that waits for a person, and the answers to it. */
const waiting = async (desk: Desk, approval: Record<string, unknown> = {}, more: object = {}) => {
  const decision = await desk.ask(message('ann@example.org', { facts: written, approval, ...more }));
  const id = decision.approval?.id ?? '';
  const write = desk.service.as('shop', 'write');
  return {
    decision,
    id,
    answer: (answer: unknown) =>
      answerApproval({ ctx: write, input: { business, approval: id, answer: answer as never } }),
    state: async () =>
      (await getApproval({ ctx: desk.service.as('shop', 'read'), input: { business, approval: id } })).state,
    contact: async () =>
      (await desk.service.store.read('shop', (view) => view.decision(decision.id ?? '')))?.contact,
  };
};
const yes = { answer: 'approve', by: 'Maria' };

it('opens only where it is asked for and needed', async () => {
  const desk = await openDesk(strictPolicy());
  expect(await desk.ask(message('a@example.org', { approval: {} }))).toMatchObject({
    answer: 'allow',
    approval: null,
  });
  expect(await desk.ask(message('b@example.org', { facts: written }))).toMatchObject({
    answer: 'needs-human',
    approval: null,
    contact: 'used',
  });
  const { decision } = await waiting(desk, { minutes: 60, who: ['Maria'] });
  expect(decision).toMatchObject({
    answer: 'needs-human',
    contact: 'reserved',
    approval: { state: 'open', until: '2026-01-05T10:00:00.000Z' },
  });
});

it('shows what would go out and to whom, and why', async () => {
  const desk = await openDesk(strictPolicy());
  const { id } = await waiting(desk);
  const ctx = desk.service.as('shop', 'read');
  expect(await getApproval({ ctx, input: { business, approval: id } })).toMatchObject({
    to: 'ann@example.org',
    content: { subject: 'News' },
    reasons: [{ rule: 'reviewed-ai-text' }],
    edited: null,
  });
  const { items } = await listApprovals({ ctx, input: { business, state: 'open' } });
  expect(items.map((each) => each.id)).toEqual([id]);
  expect(JSON.stringify(items)).not.toContain('ann@');
});

it.each([
  ['approve', { answer: 'approve', by: 'Maria' }, 'approved', 'used'],
  ['edit', { answer: 'edit', by: 'Maria', content: { text: 'Shorter.' } }, 'edited', 'used'],
  ['reject', { answer: 'reject', by: 'Maria', comment: 'No.' }, 'rejected', 'released'],
] as const)('%s settles it and the contact', async (_, answer, state, contact) => {
  const desk = await openDesk(strictPolicy());
  const one = await waiting(desk);
  expect(await one.answer(answer)).toMatchObject({ state, answeredBy: 'Maria' });
  expect([await one.state(), await one.contact()]).toEqual([state, contact]);
  const detail = await getApproval({
    ctx: desk.service.as('shop', 'read'),
    input: { business, approval: one.id },
  });
  expect(detail.edited).toEqual(state === 'edited' ? { text: 'Shorter.' } : null);
});

/** Leaves no placeholder in a text, at any price. */
const strictOnPlaceholders = (): ProfileInput => {
  const { values = [], ...rest } = strictPolicy();
  const [commitment] = policy('block', [{ rule: 'no-placeholder' }]).values?.[0]?.commitments ?? [];
  if (commitment === undefined) throw new Error('the policy has changed');
  const whole = { ...commitment, id: 'whole', promise: 'What we send is whole' };
  return {
    ...rest,
    values: values.map((value) => ({ ...value, commitments: [...(value.commitments ?? []), whole] })),
  };
};
const withPlaceholder = { text: 'Dear {{ name }}, good news.' };

it('takes no edited text that breaks a promise set to block, and goes on waiting', async () => {
  const desk = await openDesk(strictOnPlaceholders());
  const one = await waiting(desk);
  const edit = (content: object) => one.answer({ answer: 'edit', by: 'Maria', content });
  await expect(edit(withPlaceholder)).rejects.toMatchObject({
    code: 'edit-blocked',
    message: expect.stringContaining('{{ name }}'),
  });
  expect([await one.state(), await one.contact()]).toEqual(['open', 'reserved']);
  expect(await edit({ text: 'Dear Ann, good news.' })).toMatchObject({ state: 'edited' });
});

it('takes one where the old text would be blocked today, too: that is not the doing of the edit', async () => {
  const desk = await openDesk(strictPolicy());
  const one = await waiting(desk, {}, { content: withPlaceholder });
  await putProfile({
    ctx: desk.service.system,
    input: { business, profile: strictOnPlaceholders() },
  });
  const answer = { answer: 'edit', by: 'Maria', content: { ...withPlaceholder, subject: 'News' } };
  expect(await one.answer(answer)).toMatchObject({ state: 'edited' });
});

it('takes the first answer only', async () => {
  const desk = await openDesk(strictPolicy());
  const one = await waiting(desk);
  const results = await Promise.allSettled(
    [yes, { answer: 'reject', by: 'Tom' }, { ...yes, by: 'Ida' }].map((each) => one.answer(each)),
  );
  expect(results.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(results[1]).toMatchObject({ reason: { code: 'already-answered' } });
  expect(await one.contact()).toBe('used');
});

it('never takes silence for a yes, whether or not anybody has looked', async () => {
  const desk = await openDesk(strictPolicy());
  const [late, swept] = [await waiting(desk, { minutes: 5 }), await waiting(desk, { minutes: 5 })];
  desk.service.pass(5 * 60_000);
  expect(await late.state()).toBe('expired');
  await expect(late.answer(yes)).rejects.toMatchObject({ code: 'already-answered' });
  expect([await late.state(), await late.contact()]).toEqual(['expired', 'released']);
  desk.service.pass(1);
  expect(await keepHouse({ ctx: desk.service.system, input: { business } })).toMatchObject({ expired: 1 });
  expect([await swept.state(), await swept.contact()]).toEqual(['expired', 'released']);
  await expect(swept.answer(yes)).rejects.toMatchObject({ code: 'already-answered' });
});

it('lets only those answer who may', async () => {
  const desk = await openDesk(strictPolicy());
  const one = await waiting(desk, { who: ['Maria', 'Tom'] });
  await expect(one.answer({ ...yes, by: 'Eve' })).rejects.toMatchObject({ code: 'forbidden' });
  const callers = desk.service.as('shop', 'decide', 'read');
  const input = { business, approval: one.id, answer: yes as never };
  await expect(answerApproval({ ctx: callers, input })).rejects.toMatchObject({ code: 'forbidden' });
  expect(await one.state()).toBe('open');
  expect(await one.answer({ ...yes, by: 'maria' })).toMatchObject({ state: 'approved' });
});

it('ends when the caller gives up or the recipient is erased, and nothing of it is left', async () => {
  const desk = await openDesk(strictPolicy());
  const [given, erased] = [await waiting(desk), await waiting(desk)];
  const decision = given.decision.id ?? '';
  await releaseContact({ ctx: desk.service.as('shop', 'decide'), input: { business, decision } });
  expect([await given.state(), await given.contact()]).toEqual(['expired', 'released']);
  const who = { business, address: 'ANN@example.org' };
  expect(await eraseRecipient({ ctx: desk.service.system, input: who })).toEqual({
    decisions: 2,
    handovers: 0,
  });
  expect([await erased.state(), await erased.contact()]).toEqual(['expired', 'released']);
  const detail = await getApproval({
    ctx: desk.service.as('shop', 'read'),
    input: { business, approval: erased.id },
  });
  expect(detail).toMatchObject({ to: null, content: null, edited: null });
});

it('calls back, signed, whoever asked', async () => {
  const desk = await openDesk(strictPolicy());
  const { connection, secret } = await connect(desk);
  const one = await waiting(desk, { resume: { connection: connection.id, url } });
  await one.answer({ answer: 'edit', by: 'Maria', content: { text: 'Shorter.' } });
  const caretaker = createCaretaker(desk.service.bare, { later: () => undefined });
  caretaker.tend(business);
  await caretaker.idle();
  const [call] = desk.service.calls;
  expect(desk.service.calls).toHaveLength(1);
  expect(call?.url).toBe(url);
  // The library refuses an old time, so the time the test holds is not looked at.
  const signed = new Webhook(secret).sign(
    call?.headers['webhook-id'] ?? '',
    new Date(Number(call?.headers['webhook-timestamp']) * 1000),
    call?.body ?? '',
  );
  expect(call?.headers['webhook-signature']).toBe(signed);
  expect(JSON.parse(call?.body ?? '')).toMatchObject({
    type: 'approval.answered',
    data: {
      approval: one.id,
      decision: one.decision.id,
      state: 'edited',
      by: 'Maria',
      content: { text: 'Shorter.' },
    },
  });
  const [kept] = await desk.service.store.read('shop', (view) => view.deliveriesOf([one.id]));
  expect(kept).toMatchObject({ state: 'delivered', attempts: 1, lastResult: 'answered 200' });
});

it('tries again until it is taken, and gives up in the end', async () => {
  const desk = await openDesk(strictPolicy());
  const { connection } = await connect(desk);
  const one = await waiting(desk, { resume: { connection: connection.id, url } });
  await one.answer(yes);
  const caretaker = createCaretaker(desk.service.bare, { later: () => undefined });
  const round = async (): Promise<unknown> => {
    caretaker.tend(business);
    await caretaker.idle();
    return (await desk.service.store.read('shop', (view) => view.deliveriesOf([one.id])))[0];
  };
  desk.service.results.push({ ok: false, refused: false, reason: 'no connection' });
  expect(await round()).toMatchObject({ state: 'waiting', attempts: 1, lastResult: 'no connection' });
  expect(await round()).toMatchObject({ attempts: 1 });
  for (let n = 0; n < 20; n += 1) {
    desk.service.results.push({ ok: true, status: 302 });
    desk.service.pass(day);
    await round();
  }
  const last = await round();
  expect(last).toMatchObject({ state: 'parked', attempts: 11, lastResult: 'answered 302' });
  expect(new Set(desk.service.calls.map((each) => each.headers['webhook-id'])).size).toBe(1);
});

it('calls nobody by way of a connection that is gone', async () => {
  const desk = await openDesk(strictPolicy());
  const { connection } = await connect(desk);
  const one = await waiting(desk, { resume: { connection: connection.id, url } });
  await removeConnection({ ctx: desk.service.system, input: { business, connection: connection.id } });
  await one.answer(yes);
  const caretaker = createCaretaker(desk.service.bare, { later: () => undefined });
  caretaker.tend(business);
  await caretaker.idle();
  expect(desk.service.calls).toEqual([]);
  expect((await desk.service.store.read('shop', (view) => view.deliveriesOf([one.id])))[0]).toMatchObject({
    state: 'parked',
    lastResult: 'the connection is gone',
  });
});

it.each([
  'https://n8n.example.org.evil.example/webhook-waiting/1',
  'https://n8n.example.org:8443/webhook-waiting/1',
  'http://n8n.example.org/webhook-waiting/1',
  'https://user:word@n8n.example.org/webhook-waiting/1',
  'https://n8n.example.org/webhook/1',
  'https://n8n.example.org/webhook-waiting/../rest/users',
  'https://n8n.example.org/webhook-waiting/%2e%2e/rest/users',
  'https://n8n.example.org/webhook-waiting/..%2frest',
  'https://evil.example/?https://n8n.example.org/webhook-waiting/1',
])('does not open an approval that would call %s', async (address) => {
  const desk = await openDesk(strictPolicy());
  const { connection } = await connect(desk);
  const approval = { resume: { connection: connection.id, url: address } };
  await expect(waiting(desk, approval)).rejects.toMatchObject({ code: 'invalid-resume' });
  expect(await desk.service.store.read('shop', (view) => view.decisions({ limit: 9 }))).toEqual([]);
});
