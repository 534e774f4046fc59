import { expect, it } from 'vitest';
import {
  askDecisions,
  exportDecisions,
  getDecision,
  listDecisions,
  putProfile,
  releaseContact,
  suppress,
} from '../src/index.ts';
import { day, message, openDesk, policy, strictPolicy, written } from './shop-policy.ts';

it('allows, counts over all callers, refuses beyond the limit, and says until when', async () => {
  const { service, ask } = await openDesk();
  const first = await ask(message('Ann@Example.org'));
  expect(first).toMatchObject({ answer: 'allow', contact: 'used', content: 'kept', revision: 1 });
  expect(await ask(message('ann@example.org', { caller: 'n8n' }))).toMatchObject({ answer: 'allow' });
  const third = await ask(message(' <ann@example.org>'));
  expect(third).toMatchObject({
    answer: 'block',
    contact: 'none',
    reasons: [
      { rule: 'contact-limit', because: 'because you said “We write to nobody more often than they like”' },
    ],
    obligations: [{ kind: 'wait-until', until: '2026-01-12T09:00:00.000Z' }],
  });
  expect(await ask(message('bob@example.org'))).toMatchObject({ answer: 'allow' });
  service.pass(7 * day);
  expect(await ask(message('ann@example.org'))).toMatchObject({ answer: 'allow' });
});

it('keeps what an answer rests on before it gives it, and nothing in the clear that tells who it is about', async () => {
  const { service, ask } = await openDesk();
  const asked = message('ann@example.org', { recipient: { address: 'ann@example.org', locale: 'de' } });
  const { id } = await ask(asked);
  const kept = await getDecision({
    ctx: service.as('shop', 'read'),
    input: { business: 'shop', decision: id ?? '' },
  });
  expect(kept).toMatchObject({
    actor: 'key-1',
    request: { caller: 'zapier/news', channel: 'email', recipient: { locale: 'de' } },
  });
  const stored = await service.store.read('shop', (view) => view.decision(id ?? ''));
  expect(stored?.contentUntil).toBe('2026-02-04T09:00:00.000Z');
  expect(stored?.context).toMatchObject({ suppression: 'none', counters: { 'contact/7d': { used: 0 } } });
  for (const each of [
    kept,
    stored,
    await service.store.read('shop', (view) => view.decisions({ limit: 9 })),
  ]) {
    const text = JSON.stringify(each);
    expect(text).not.toContain('example.org');
    expect(text).not.toContain('new books');
  }
});

it('takes no missing profile, no unknown action and no missing address for a yes', async () => {
  const none = await openDesk(null);
  expect(await none.ask(message('ann@example.org'))).toMatchObject({ answer: 'no-policy', contact: 'none' });
  const { ask } = await openDesk();
  expect(await ask(message('ann@example.org', { action: 'message.sned' }))).toMatchObject({
    answer: 'no-policy',
  });
  expect(await ask(message('ann@example.org', { recipient: null }))).toMatchObject({ answer: 'needs-human' });
});

it('never gives the last contact twice, however many ask at once', async () => {
  const { ask } = await openDesk(
    policy('block', [{ rule: 'contact-limit', options: { most: 7, days: 30 } }]),
  );
  const answers = await Promise.all(
    Array.from({ length: 300 }, (_, n) => ask(message('ann@example.org', { caller: `caller-${n % 9}` }))),
  );
  expect(answers.filter((each) => each.answer === 'allow')).toHaveLength(7);
  expect(answers.filter((each) => each.answer === 'block')).toHaveLength(293);
});

it('gives the same decision for the same idempotency key, and refuses it for another request', async () => {
  const { service, ask } = await openDesk();
  const [first, second] = await Promise.all([
    ask(message('ann@example.org'), 'order-1'),
    ask(message('ann@example.org'), 'order-1'),
  ]);
  expect(second).toEqual(first);
  expect(await ask(message('ann@example.org'), 'order-1')).toEqual(first);
  await expect(ask(message('bob@example.org'), 'order-1')).rejects.toMatchObject({
    code: 'idempotency-conflict',
  });
  expect(await ask(message('ann@example.org'), 'order-2')).toMatchObject({ answer: 'allow' });
  const { items } = await listDecisions({ ctx: service.as('shop', 'read'), input: { business: 'shop' } });
  expect(items).toHaveLength(2);
});

it('lets one bad request among many that arrive together fail alone', async () => {
  const { ask } = await openDesk();
  await ask(message('ann@example.org'), 'k');
  const results = await Promise.allSettled([
    ask(message('b@example.org')),
    ask(message('c@example.org'), 'k'),
    ask(
      message('d@example.org', { approval: { resume: { connection: 'none', url: 'https://x.example/' } } }),
    ),
    ask(message('e@example.org')),
  ]);
  expect(results.map((each) => (each.status === 'fulfilled' ? each.value.answer : each.reason.code))).toEqual(
    ['allow', 'idempotency-conflict', 'invalid-resume', 'allow'],
  );
});

it('answers a batch one after another, all or none', async () => {
  const { service } = await openDesk();
  const ctx = service.as('shop', 'decide');
  const requests = Array.from({ length: 1_000 }, (_, n) => message(`p${n % 400}@example.org`));
  const { decisions } = await askDecisions({ ctx, input: { business: 'shop', requests } as never });
  expect(decisions.filter((each) => each.answer === 'allow')).toHaveLength(800);
  const keyed = { ...message('new@example.org'), idempotencyKey: 'one' };
  const input = { business: 'shop', requests: [keyed, { ...keyed, caller: 'another' }] } as never;
  await expect(askDecisions({ ctx, input })).rejects.toMatchObject({
    code: 'idempotency-conflict',
    at: [{ path: 'requests[1]' }],
  });
  const kept = await service.store.read('shop', (view) => view.decisionsByKey(['one']));
  expect(kept).toEqual([]);
});

it('keeps and uses up nothing in a dry run', async () => {
  const { service, ask } = await openDesk();
  for (const _ of [1, 2, 3, 4]) {
    expect(await ask(message('ann@example.org', { dryRun: true }), 'k')).toMatchObject({
      id: null,
      answer: 'allow',
      contact: 'none',
    });
  }
  expect(await service.store.read('shop', (view) => view.decisions({ limit: 9 }))).toEqual([]);
  await ask(message('ann@example.org'));
  await ask(message('ann@example.org'));
  expect(await ask(message('ann@example.org', { dryRun: true }))).toMatchObject({ answer: 'block' });
});

it('gives a contact back once', async () => {
  const { service, ask } = await openDesk();
  const ctx = service.as('shop', 'decide');
  const first = await ask(message('ann@example.org'));
  await ask(message('ann@example.org'));
  const decision = first.id ?? '';
  for (const _ of [1, 2]) await releaseContact({ ctx, input: { business: 'shop', decision } });
  expect(await ask(message('ann@example.org'))).toMatchObject({ answer: 'allow' });
  const refused = await ask(message('ann@example.org'));
  expect(refused).toMatchObject({ answer: 'block' });
  const input = { business: 'shop', decision: refused.id ?? '' };
  await expect(releaseContact({ ctx, input })).rejects.toMatchObject({ code: 'not-found' });
});

it('writes to nobody who opted out, however the address is written', async () => {
  const { service, ask } = await openDesk();
  const input = { business: 'shop', address: 'Ann <ANN@example.org>', source: 'unsubscribe link' };
  await suppress({ ctx: service.as('shop', 'write'), input });
  expect(await ask(message('ann@example.org'))).toMatchObject({
    answer: 'block',
    reasons: [{ rule: 'respect-opt-out' }],
  });
  const needed = { facts: { aiGenerated: false, purpose: 'transaction' } };
  expect(await ask(message('ann@example.org', needed))).toMatchObject({ answer: 'allow', contact: 'none' });
});

it('asks the profile as it is now', async () => {
  const { service, ask } = await openDesk();
  await ask(message('ann@example.org'));
  await ask(message('ann@example.org'));
  expect(await ask(message('ann@example.org'))).toMatchObject({ answer: 'block', revision: 1 });
  await putProfile({ ctx: service.system, input: { business: 'shop', profile: policy('warn') } });
  expect(await ask(message('ann@example.org'))).toMatchObject({ answer: 'allow', revision: 2 });
});

it('counts what waits for a person in every window, until it is settled', async () => {
  const { service, ask } = await openDesk(strictPolicy());
  const approval = { minutes: 20 * 24 * 60 };
  for (const _ of [1, 2]) {
    expect(await ask(message('ann@example.org', { facts: written, approval }))).toMatchObject({
      answer: 'needs-human',
      contact: 'reserved',
    });
  }
  service.pass(10 * day);
  expect(await ask(message('ann@example.org'))).toMatchObject({ answer: 'block' });
});

it('exports the log masked, with every answer as it was given', async () => {
  const { service, ask } = await openDesk(strictPolicy());
  const facts = { aiGenerated: true, reviewedBy: 'Maria Lopez', own: { note: 'private words' } };
  const given = [
    await ask(message('ann@example.org', { facts })),
    await ask(message('ann@example.org', { facts: written })),
  ];
  const first = await exportDecisions({
    ctx: service.as('shop', 'read'),
    input: { business: 'shop', limit: 1 },
  });
  const rest = await exportDecisions({
    ctx: service.as('shop', 'read'),
    input: { business: 'shop', after: first.next ?? '' },
  });
  const text = first.lines + rest.lines;
  for (const word of ['Maria', 'private words', 'example.org', 'new books']) expect(text).not.toContain(word);
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(2);
  for (const [at, line] of lines.entries()) {
    expect(line.id).toBe(given[at]?.id);
    expect(line.answer).toMatchObject({
      kind: given[at]?.answer,
      message: given[at]?.message,
      reasons: given[at]?.reasons,
      obligations: given[at]?.obligations,
    });
  }
});
