import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '@plumbline/store';
import { openEmbedded } from '@plumbline/store/embedded';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answerApproval, releaseContact, replayDecision, suppress } from '../src/index.ts';
import { message, openDesk, strictPolicy, written } from './shop-policy.ts';

const business = 'shop';
let folder = '';
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-desk-'));
  store = await openEmbedded({ folder, threadAfter: 0 });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

it('gives the last contacts once, while some are still on their way to the disk and some wait for a person', async () => {
  const { service, ask } = await openDesk(strictPolicy(), store);
  const answers: string[] = [];
  const one = async (n: number): Promise<void> => {
    const opens = n % 5 === 0;
    const more = opens ? { facts: written, approval: { minutes: 60 } } : {};
    const { answer, contact } = await ask(message('ann@example.org', more));
    answers.push(`${answer} ${contact}`);
  };
  await Promise.all(
    Array.from({ length: 60 }, async (_, n) => {
      // Not all in one group: some come while others are being written.
      for (let turn = 0; turn < n % 7; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      await one(n);
    }),
  );
  expect(answers.filter((each) => !each.endsWith(' none'))).toHaveLength(2);
  const kept = await store.read(business, (view) => view.decisions({ limit: 100 }));
  expect(kept).toHaveLength(60);
  expect(service.logged.filter(({ level }) => level === 'error')).toEqual([]);
});

it('makes one decision of one key, however often and close together it comes', async () => {
  const { ask } = await openDesk(strictPolicy(), store);
  const ids: (string | null)[] = [];
  await Promise.all(
    Array.from({ length: 30 }, async (_, n) => {
      for (let turn = 0; turn < n; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      ids.push((await ask(message('ann@example.org'), 'key')).id);
    }),
  );
  expect(new Set(ids).size).toBe(1);
  await expect(ask(message('bob@example.org'), 'key')).rejects.toMatchObject({
    code: 'idempotency-conflict',
  });
});

it('sees at once what people change: an opt-out, a contact given back, an approval', async () => {
  const { service, ask } = await openDesk(strictPolicy(), store);
  const admin = service.system;
  const first = await ask(message('ann@example.org'));
  const second = await ask(message('ann@example.org', { facts: written, approval: { minutes: 60 } }));
  expect([first.answer, second.answer]).toEqual(['allow', 'needs-human']);
  expect((await ask(message('ann@example.org'))).answer).toBe('block');
  await releaseContact({ ctx: admin, input: { business, decision: first.id ?? '' } });
  expect((await ask(message('ann@example.org'))).answer).toBe('allow');
  await answerApproval({
    ctx: admin,
    input: { business, approval: second.approval?.id ?? '', answer: { answer: 'reject', by: 'Maria' } },
  });
  expect((await ask(message('ann@example.org'))).answer).toBe('allow');
  await suppress({
    ctx: admin,
    input: { business, address: 'bob@example.org', scope: 'all', source: 'asked' },
  });
  expect((await ask(message('bob@example.org'))).answer).toBe('block');
  const replayed = await replayDecision({ ctx: admin, input: { business, decision: first.id ?? '' } });
  expect(replayed).toMatchObject({ recorded: { answer: 'allow' }, again: { same: true } });
});
