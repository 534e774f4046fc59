import { addConnection, answerApproval, listDecisions } from '@plumbline/service';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askAll, Refused, tellUnanswered } from '../src/ask.ts';
import type { Question } from '../src/decision.ts';
import { exchange } from '../src/exchange.ts';
import { fieldOf } from '../src/field.ts';
import { entryOf, ledgerIn } from '../src/ledger.ts';
import { keyOf, questionOf } from '../src/question.ts';
import { askHowItEnded } from '../src/resume.ts';
import { openPlumbline, type Plumbline } from './plumbline.ts';

let plumbline: Plumbline;
beforeAll(async () => {
  plumbline = await openPlumbline();
});
afterAll(() => plumbline.close());

const asker = { caller: 'n8n/Newsletter', flow: { source: 'n8n', id: 'wf1' } };
let run = 0;
const question = (recipient: string, more: object = {}): Question => {
  run += 1;
  return questionOf(
    {
      action: 'message.send',
      channel: 'email',
      audience: 'customer',
      recipient,
      text: 'Twelve new books have come in.',
      purpose: 'marketing',
      writtenBy: 'person',
      ...more,
    },
    asker,
    keyOf('7', 'a3', run, 0),
  );
};

describe('many items', () => {
  it('are one request, and each has its answer', async () => {
    const before = plumbline.made();
    const questions = ['ann@example.org', 'ann@example.org', 'bob@example.org'].map((to) => question(to));
    questions.push(question('eve@example.org', { writtenBy: 'model' }));
    const verdicts = await askAll(plumbline.send, questions);
    expect(plumbline.made() - before).toBe(1);
    expect(verdicts.map((each) => (each.kind === 'decided' ? each.way : each.why))).toEqual([
      'go',
      'stop',
      'go',
      'ask',
    ]);
  });

  it('are as few requests as can carry them', async () => {
    const before = plumbline.made();
    const questions = Array.from({ length: 1_001 }, (_, n) => question(`many${n}@example.org`));
    const verdicts = await askAll(plumbline.send, questions);
    expect(plumbline.made() - before).toBe(2);
    expect(verdicts.filter((each) => each.kind === 'decided' && each.way === 'go')).toHaveLength(1_001);
  });

  it('are the same decisions when the node is tried again', async () => {
    const questions = [question('again@example.org')];
    const first = await askAll(plumbline.send, questions);
    expect(await askAll(plumbline.send, questions)).toEqual(first);
    expect(first[0]).toMatchObject({ way: 'go' });
  });
});

describe('what Plumbline refuses', () => {
  it('is said in its words', async () => {
    const wrong = question('x@example.org', { audience: 'everybody' });
    await expect(askAll(plumbline.send, [wrong])).rejects.toThrow(Refused);
    const right = Array.from({ length: 1_001 }, (_, n) => question(`refused${n}@example.org`));
    await expect(askAll(plumbline.send, [...right, wrong])).rejects.toMatchObject({
      problem: { code: 'invalid-input', status: 400 },
      item: 1_001,
    });
  });
});

describe('a request without an answer', () => {
  it('is made once more, and no others after it', async () => {
    let tried = 0;
    const down = async (): Promise<never> => {
      tried += 1;
      throw new Error('connect ECONNREFUSED');
    };
    const verdicts = await askAll(
      down,
      Array.from({ length: 2_500 }, (_, n) => question(`down${n}@example.org`)),
    );
    expect(tried).toBe(2);
    expect(verdicts).toHaveLength(2_500);
    expect(verdicts.every(({ kind }) => kind === 'no-answer')).toBe(true);
  });

  it.each([
    ['500', { status: 500, body: {} }, 2, 'none'],
    ['429', { status: 429, body: { code: 'x' } }, 2, 'none'],
    ['a page', { status: 404, body: '<html></html>' }, 2, 'none'],
    ['a redirect', { status: 302, body: '' }, 2, 'none'],
    ['a page that is fine', { status: 200, body: '<html></html>' }, 1, 'answered'],
  ] as const)('such as %s', async (_, reply, times, kind) => {
    let tried = 0;
    const send = async () => {
      tried += 1;
      return reply;
    };
    expect(await exchange(send, { method: 'GET', path: '/v1/me' })).toMatchObject({ kind });
    expect(tried).toBe(times);
    expect(await askAll(send, [question('y@example.org')])).toMatchObject([{ kind: 'no-answer' }]);
  });

  it('is answered by the second where the first was lost on its way back', async () => {
    let lost = false;
    const verdicts = await askAll(
      async (call) => {
        const reply = await plumbline.send(call);
        if (lost) return reply;
        lost = true;
        throw new Error('timeout');
      },
      [question('lost@example.org')],
    );
    expect(verdicts).toMatchObject([{ kind: 'decided', way: 'go' }]);
  });
});

describe('what went without an answer', () => {
  it('is told at the next call, and forgotten once it is taken', async () => {
    const ledger = ledgerIn({});
    const went = question('went@example.org');
    ledger.add(entryOf(went, went.idempotencyKey ?? '', '2026-01-05T09:00:00.000Z', 'It was down.'));
    await tellUnanswered(async () => ({ status: 503, body: '' }), ledger);
    expect(ledger.waiting()).toHaveLength(1);
    await tellUnanswered(plumbline.send, ledger);
    expect(ledger.waiting()).toEqual([]);
    const told = (await allDecisions()).filter(({ message }) => message.includes('It was down.'));
    expect(told).toMatchObject([{ answer: 'error', contact: 'used' }]);
    expect(await askAll(plumbline.send, [question('went@example.org')])).toMatchObject([{ way: 'stop' }]);
  });
});

describe('what can never be told', () => {
  it('does not hold back the others', async () => {
    const kept: Record<string, unknown> = {};
    const ledger = ledgerIn(kept);
    const wrong = question('wrong@example.org', { currency: 'EURO' });
    const right = question('right@example.org');
    for (const each of [wrong, right])
      ledger.add(entryOf(each, each.idempotencyKey ?? '', '2026-01-05T09:00:00.000Z', 'It was down.'));
    expect(await tellUnanswered(plumbline.send, ledger)).toBe(1);
    expect(kept).toEqual({});
    const told = (await allDecisions()).filter(({ message }) => message.includes('It was down.'));
    expect(told.at(-1)).toMatchObject({ answer: 'error', contact: 'used' });
  });
});

type Kept = Awaited<ReturnType<typeof listDecisions>>['items'][number];

const allDecisions = async (): Promise<readonly Kept[]> => {
  const all: Kept[] = [];
  let after: string | undefined;
  do {
    const input = { business: 'shop', limit: 1000, ...(after === undefined ? {} : { after }) };
    const page = await listDecisions({ ctx: plumbline.ctx, input });
    all.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return all;
};

describe('an item that waits', () => {
  it('asks what was decided, and believes nothing else', async () => {
    const { ctx, send } = plumbline;
    const origin = 'https://n8n.example.org';
    await addConnection({
      ctx,
      input: { business: 'shop', name: 'n8n', origin, path: '/webhook-waiting/**' },
    });
    const wish = { who: [], minutes: 60, resume: { url: `${origin}/webhook-waiting/7/a3?signature=x` } };
    const questions = ['w1@example.org', 'w2@example.org'].map((to) => ({
      ...question(to, { writtenBy: 'model' }),
      approval: wish,
    }));
    const held = (await askAll(send, questions)).map((verdict) => ({
      way: 'ask' as const,
      field: fieldOf(verdict, 'ask', undefined),
      approval: verdict.kind === 'decided' ? (verdict.decision.approval?.id ?? null) : null,
    }));
    expect(await askHowItEnded(send, held)).toBe(2);
    const answer = (index: number, given: object) =>
      answerApproval({
        ctx,
        input: { business: 'shop', approval: held[index]?.approval ?? '', answer: given as never },
      });
    await answer(0, { answer: 'edit', by: 'Maria', content: { text: 'Better so.' } });
    expect(await askHowItEnded(send, held)).toBe(1);
    await answer(1, { answer: 'reject', by: 'Maria' });
    expect(await askHowItEnded(send, held)).toMatchObject([
      { way: 'go', field: { content: { text: 'Better so.' }, approval: { state: 'edited', by: 'Maria' } } },
      { way: 'stop', field: { approval: { state: 'rejected' } } },
    ]);
    const down = async (): Promise<never> => {
      throw new Error('connect ECONNREFUSED');
    };
    expect(await askHowItEnded(down, held)).toContain('could not be reached');
  });
});
