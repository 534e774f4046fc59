import { checkById, type Profile } from '@plumbline/core';
import { expect, it } from 'vitest';
import {
  askDecision,
  askDecisions,
  type Context,
  decisionBodySchema,
  evaluateMissing,
  getDecision,
  putFlow,
  putProfile,
} from '../src/index.ts';
import { type Desk, message, openDesk, policy } from './shop-policy.ts';
import { wayToAPerson } from './start.ts';

// Each place where something goes wrong on our side while somebody waits for an answer. None of them may end in `allow`.

const business = 'shop';
const ask = (ctx: Context, request: unknown = message('ann@example.org')) =>
  askDecision({ ctx, input: { business, ...decisionBodySchema.parse(request) } });
const caller = (desk: Desk, change: Partial<Context> = {}): Context => ({
  ...desk.service.as(business, 'decide'),
  ...change,
});
const broken = (): never => {
  throw new Error('broken on a private word');
};

it('a profile that cannot be used is `error`, kept as such', async () => {
  const desk = await openDesk(null);
  await desk.service.store.transaction(business, (tx) =>
    tx.addProfile({
      hash: 'h',
      profile: { profile: 1, name: 'x', values: 'none' } as unknown as Profile,
      createdAt: '2026-01-01T00:00:00.000Z',
      createdBy: 'x',
    }),
  );
  const decision = await ask(caller(desk));
  expect(decision).toMatchObject({ answer: 'error', contact: 'none', revision: 1 });
  const kept = await getDecision({
    ctx: desk.service.as(business, 'read'),
    input: { business, decision: decision.id ?? '' },
  });
  expect(kept.answer).toBe('error');
});

it('content that cannot be encrypted makes `error`, and is not kept in the clear', async () => {
  const desk = await openDesk();
  const vault = { ...desk.service.bare.vault, seal: broken };
  expect(await ask(caller(desk, { vault }))).toMatchObject({
    answer: 'error',
    contact: 'none',
    content: 'none',
  });
  const [kept] = await desk.service.store.read(business, (view) => view.decisions({ limit: 9 }));
  expect(JSON.stringify(kept)).not.toContain('new books');
  expect(JSON.stringify(desk.service.logged)).not.toContain('private word');
});

it('a recipient that cannot be hashed gets no answer', async () => {
  const desk = await openDesk();
  const vault = { ...desk.service.bare.vault, pseudonym: broken };
  await expect(ask(caller(desk, { vault }))).rejects.toThrow();
});

it.each(['contactUse', 'suppressions', 'profileHead', 'addDecisions', 'addApproval'] as const)(
  'a store that fails at %s gives no answer, and keeps nothing',
  async (method) => {
    const desk = await openDesk(
      policy('approve', [
        { rule: 'reviewed-ai-text' },
        { rule: 'contact-limit', options: { most: 2, days: 7 } },
      ]),
    );
    const { store } = desk.service;
    const failing: typeof store = {
      ...store,
      transaction: (scope, work) => store.transaction(scope, (tx) => work({ ...tx, [method]: broken })),
    };
    const ctx = caller(desk, { store: failing });
    const request = message('ann@example.org', { facts: { aiGenerated: true }, approval: {} });
    await expect(ask(ctx, request)).rejects.toThrow();
    const input = { business, requests: [request] } as unknown as Parameters<typeof askDecisions>[0]['input'];
    await expect(askDecisions({ ctx, input })).rejects.toThrow();
    expect(await store.read(business, (view) => view.decisions({ limit: 9 }))).toEqual([]);
  },
);

it('a rule that this version does not know asks a person', async () => {
  const desk = await openDesk(null);
  const known = policy('block').values?.[0];
  const profile = { ...policy('block'), values: [known] } as unknown as Profile;
  const unknown = JSON.parse(JSON.stringify(profile).replaceAll('respect-opt-out', 'gone-rule')) as Profile;
  await desk.service.store.transaction(business, (tx) =>
    tx.addProfile({ hash: 'h2', profile: unknown, createdAt: '2026-01-01T00:00:00.000Z', createdBy: 'x' }),
  );
  expect(await ask(caller(desk))).toMatchObject({ answer: 'needs-human', reasons: [{ rule: 'gone-rule' }] });
});

it('a flow that is not known, not yet judged, or not judged by a fault of ours is never taken for a good one', async () => {
  const desk = await openDesk();
  const { system, store } = desk.service;
  const bound = policy('block', [{ rule: 'flow-standing' }]);
  const [value] = bound.values ?? [];
  const [commitment] = value?.commitments ?? [];
  const checks = [{ check: 'require-human-escalation' }];
  const profile = {
    ...bound,
    values: [{ id: 'customer-intimacy', title: 'C', ...value, commitments: [{ ...commitment, checks }] }],
  };
  await putProfile({ ctx: system, input: { business, profile } });
  const asks = async () =>
    (await ask(caller(desk), message('ann@example.org', { flow: { source: 'n8n', id: '1' } }))).answer;
  expect(await asks()).not.toBe('allow');
  const input = {
    business,
    source: 'n8n',
    id: '1',
    workflow: wayToAPerson('1'),
    state: 'published',
  } as const;
  await putFlow({ ctx: system, input });
  expect(await asks()).not.toBe('allow');
  await evaluateMissing({ ctx: system, input: { business } });
  expect(await asks()).toBe('allow');
  await store.transaction(business, async (tx) => {
    const [head] = await tx.heads('n8n', ['1']);
    if (head === undefined) throw new Error('the flow is gone');
    const version = checkById('require-human-escalation')?.meta.version ?? 0;
    const questions = [{ check: 'require-human-escalation', version, options: '{}' }];
    const answers = await tx.answers([head], questions);
    await tx.putAnswers(
      (answers.length > 0 ? answers : questions.map((each) => ({ ...head, ...each, at: '' }))).map(
        (each) => ({
          ...each,
          anyOptions: false,
          result: { ok: false, error: 'a fault of ours' },
        }),
      ),
    );
  });
  expect(await asks()).not.toBe('allow');
});
