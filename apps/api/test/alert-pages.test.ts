import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Notice } from '@plumbline/core';
import {
  addAlertTarget,
  announce,
  announceFresh,
  announceStale,
  announceStopped,
  answerApproval,
  askDecision,
  decisionBodySchema,
  type Letter,
  openHandover,
  putProfile,
} from '@plumbline/service';
import { eventTypes } from '@plumbline/store';
import { expect, it } from 'vitest';
import { profile, question } from './shop.ts';
import { business, openToldShop, turned } from './told-shop.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/alerts.md'), 'utf8');
const nothing = { flows: [], until: null, at: '2026-01-05T09:00:00.000Z', about: 'business' as const };
const because = (words: string): Notice['causes'] => [
  { kind: 'practice-lapsed', words, flow: null, diff: null, about: [] },
];
const until = '2026-01-19T09:00:00.000Z';
const practice = 'Maria’s word for “Have the voice of our chatbot reviewed”';
const figure = '`escalation-rate`';
const notices: readonly Notice[] = [
  {
    ...nothing,
    id: 'n1',
    what: 'lapses-soon',
    direction: 'same',
    until,
    causes: because(`${practice} runs out on 2026-01-19`),
  },
  {
    ...nothing,
    id: 'n2',
    what: 'lapsed',
    direction: 'worse',
    causes: because(`${practice} ran out on 2026-01-19`),
  },
  {
    ...nothing,
    id: 'n3',
    what: 'indicator-moved',
    direction: 'worse',
    causes: because(`the indicator ${figure} was 0.31 on 2026-01-04, above its usual band`),
  },
  {
    ...nothing,
    id: 'n4',
    what: 'indicator-back',
    direction: 'better',
    causes: because(`the indicator ${figure} was 0.12 on 2026-01-05, within its usual band`),
  },
];

it('the page about alerts shows every message as it is sent', async () => {
  const letters: Letter[] = [];
  const shop = await openToldShop(async (letter) => {
    letters.push(letter);
    return { ok: true, status: 250 };
  });
  const { ctx, store } = shop;
  const place = { channel: 'email' as const, to: ['maria@bookshop.example'] };
  await addAlertTarget({ ctx, input: { business, name: 'Maria', place, events: [...eventTypes] } });
  const worker = shop.worker();
  const next = async (): Promise<void> => {
    await shop.tend(worker);
    shop.pass(120_000);
  };
  const inTransaction = async (work: Parameters<typeof store.transaction<unknown>>[1]): Promise<void> => {
    await store.transaction(business, work);
    await next();
  };
  await putProfile({ ctx, input: { business, profile: profile('The Corner Bookshop') } });
  await next();
  await shop.tell(turned('t1', { because: '`Ask Maria on Slack` was removed' }));
  await next();
  await shop.tell(turned('t2', { better: true, because: '`Ask Maria on Slack` was added' }));
  await next();
  const asked = question('ann@example.org', {
    facts: { aiGenerated: true },
    approval: { who: ['Maria', 'Tom'] },
  });
  const { approval } = await askDecision({ ctx, input: { business, ...decisionBodySchema.parse(asked) } });
  await next();
  const answer = { answer: 'approve' as const, by: 'Maria', comment: 'Good.' };
  await answerApproval({ ctx, input: { business, approval: approval?.id ?? '', answer } });
  await next();
  await openHandover({ ctx, input: { business, conversation: [], channel: 'whatsapp' } });
  await next();
  const since = '2026-01-05T08:00:00.000Z';
  await inTransaction((tx) => announceStale(ctx, tx, { since, missing: 12, failed: 0 }));
  await inTransaction((tx) => announceFresh(ctx, tx));
  for (const notice of notices) await inTransaction((tx) => announce(ctx, tx, [notice]));
  const again = turned('t3', { because: '`Ask Maria on Slack` was removed' });
  await shop.tell(again);
  await next();
  await inTransaction((tx) => announceStopped(ctx, tx, again.flow));
  await store.close();
  // Ids are made anew each time; the page has them left out.
  const shown = letters.map(({ subject, text }) =>
    `Subject: ${subject}\n\n${text}`.replaceAll(/=(?:apr|hov)_[0-9a-z]+/g, '=...'),
  );
  // One is sent twice, as there is nothing to tell of a flow that had stood well.
  expect(new Set(shown).size).toBe(eventTypes.length);
  for (const each of shown) expect(page).toContain(each);
});
