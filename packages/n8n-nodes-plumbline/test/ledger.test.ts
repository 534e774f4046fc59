import { describe, expect, it } from 'vitest';
import { entryOf, ledgerIn, mostEntries } from '../src/ledger.ts';
import { fallbackOf, wayWithoutAnswer } from '../src/without-answer.ts';

const question = {
  caller: 'n8n/Newsletter',
  action: 'message.send',
  recipient: { address: 'ann@customer.example' },
  content: { text: 'A secret' },
  idempotencyKey: 'n8n/1/2/0/0',
};
const entry = (id: string) => entryOf(question, id, '2026-01-05T09:00:00.000Z', 'unreachable');

describe('the record of what went without an answer', () => {
  it('keeps what has to be told, and not what was written', () => {
    const kept: Record<string, unknown> = {};
    expect(ledgerIn(kept).add(entry('a'))).toBe(true);
    // As n8n keeps it from one run to the next.
    const later = ledgerIn(JSON.parse(JSON.stringify(kept)));
    expect(later.waiting()).toMatchObject([
      { id: 'a', request: { action: 'message.send', recipient: { address: 'ann@customer.example' } } },
    ]);
    expect(JSON.stringify(kept)).not.toContain('secret');
  });

  it('takes the same thing once, and so many things only', () => {
    const ledger = ledgerIn({});
    for (let n = 0; n < mostEntries; n += 1) expect(ledger.add(entry(`e${n}`))).toBe(true);
    expect(ledger.add(entry('one-more'))).toBe(false);
    expect(ledger.add(entry('e7'))).toBe(true);
    expect(ledger.waiting()).toHaveLength(mostEntries);
  });

  it('forgets what Plumbline has, and only that', () => {
    const kept: Record<string, unknown> = {};
    const ledger = ledgerIn(kept);
    ledger.add(entry('a'));
    ledger.add(entry('b'));
    ledger.drop(['a']);
    expect(ledger.waiting().map(({ id }) => id)).toEqual(['b']);
    ledger.drop(['b']);
    expect(kept).toEqual({});
  });

  it('passes over what is not an entry', () => {
    expect(ledgerIn({ unanswered: [null, 'x', { id: 1 }, entry('a')] }).waiting()).toHaveLength(1);
    expect(ledgerIn({ unanswered: 'x' }).waiting()).toEqual([]);
  });
});

describe('without an answer', () => {
  it.each([undefined, null, '', 'GO', 'allow', 'anything', true])('%s asks a person', (word) => {
    expect(fallbackOf(word)).toBe('ask');
  });

  it('asks a person or stops, and records nothing', () => {
    const ledger = ledgerIn({});
    expect(wayWithoutAnswer('ask', entry('a'), ledger)).toEqual({ way: 'ask' });
    expect(wayWithoutAnswer('stop', entry('a'), ledger)).toEqual({ way: 'stop' });
    expect(ledger.waiting()).toEqual([]);
  });

  it('goes where that was wanted, once it is recorded', () => {
    const ledger = ledgerIn({});
    expect(wayWithoutAnswer('go', entry('a'), ledger)).toEqual({ way: 'go' });
    expect(ledger.waiting()).toHaveLength(1);
  });

  it('asks a person where a go cannot be recorded', () => {
    expect(wayWithoutAnswer('go', entry('a'), null)).toMatchObject({
      way: 'ask',
      note: expect.stringContaining('keeps no record'),
    });
    const full = ledgerIn({});
    for (let n = 0; n < mostEntries; n += 1) full.add(entry(`e${n}`));
    expect(wayWithoutAnswer('go', entry('a'), full)).toMatchObject({
      way: 'ask',
      note: expect.stringContaining('full'),
    });
  });
});
