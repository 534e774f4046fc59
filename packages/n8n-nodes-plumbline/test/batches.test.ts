import { expect, it } from 'vitest';
import { batches } from '../src/batches.ts';

it('puts up to a thousand into one request', () => {
  const list = Array.from({ length: 2_001 }, (_, n) => n);
  const pieces = batches(list);
  expect(pieces.map((piece) => piece.length)).toEqual([1000, 1000, 1]);
  expect(pieces.flat()).toEqual(list);
  expect(batches(list.slice(0, 1000))).toHaveLength(1);
  expect(batches([])).toEqual([]);
});

it('makes no request larger than the API reads, whatever the letters', () => {
  const list = Array.from({ length: 40 }, (_, n) => `${n}${'😀'.repeat(50_000)}`);
  const pieces = batches(list);
  expect(pieces.flat()).toEqual(list);
  for (const piece of pieces)
    expect(Buffer.byteLength(JSON.stringify({ requests: piece }))).toBeLessThan(5_000_000);
});

it('sends what is too large by itself alone', () => {
  const large = 'x'.repeat(2_000_000);
  expect(batches(['a', large, 'b']).map((piece) => piece.length)).toEqual([1, 1, 1]);
});
