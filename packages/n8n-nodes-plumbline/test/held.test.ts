import { describe, expect, it } from 'vitest';
import { fieldOf } from '../src/field.ts';
import { awaited, endsIn, type HeldItem, heldIn, settledBy } from '../src/held.ts';

const field = fieldOf({ kind: 'no-answer', why: 'x', decision: null }, 'ask', undefined);
const held: readonly HeldItem[] = [
  { way: 'go', field, approval: null },
  { way: 'ask', field, approval: 'apr_1' },
  { way: 'stop', field, approval: null },
  { way: 'ask', field, approval: 'apr_2' },
];
const end = (id: string, state: string, edited: object | null = null) => ({
  id,
  state,
  decision: 'dec',
  until: '2026-01-05T09:00:00.000Z',
  answeredBy: 'Maria',
  comment: null,
  edited,
});
const known = (...approvals: object[]) => endsIn({ approvals }) ?? new Map();

describe('items that wait together', () => {
  it('wait for their approvals', () => {
    expect(awaited(held)).toEqual(['apr_1', 'apr_2']);
    expect(settledBy(held, known(end('apr_1', 'approved'), end('apr_2', 'open')))).toBe(1);
  });

  it.each([
    ['approved', 'go'],
    ['rejected', 'stop'],
    ['expired', 'stop'],
    ['withdrawn', 'ask'],
  ])('%s takes %s', (state, way) => {
    expect(settledBy(held, known(end('apr_1', state), end('apr_2', 'rejected')))).toMatchObject([
      { way: 'go' },
      { way, field: { approval: { id: 'apr_1', state, by: 'Maria' } } },
      { way: 'stop' },
      { way: 'stop' },
    ]);
  });

  it('carry what was written instead', () => {
    const settled = settledBy(
      held,
      known(end('apr_1', 'edited', { text: 'Better.' }), end('apr_2', 'approved')),
    );
    expect(settled).toMatchObject([
      {},
      { way: 'go', field: { next: 'go', content: { text: 'Better.' } } },
      {},
      {},
    ]);
  });

  it('ask a person where an edit has no text, or the approval is not known any more', () => {
    expect(settledBy(held, known(end('apr_1', 'edited')))).toMatchObject([
      { way: 'go' },
      { way: 'ask' },
      { way: 'stop' },
      { way: 'ask', field: { approval: { state: 'unknown' } } },
    ]);
  });

  it('are not let out by anything else', () => {
    for (const body of [undefined, null, 'ok', [], { approvals: 'approved' }, { approved: true }])
      expect(endsIn(body)).toBeUndefined();
    for (const kept of [undefined, null, 'x', {}, [{ way: 'out', field, approval: null }], [{ way: 'go' }]])
      expect(heldIn(kept)).toBeUndefined();
    expect(heldIn(JSON.parse(JSON.stringify(held)))).toEqual(held);
  });
});
