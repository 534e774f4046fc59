import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packRows, unpackRows } from '../src/embedded/packed-rows.ts';

const text = fc.option(fc.string({ unit: 'binary', maxLength: 12 }));

it('gives back every value as it was, whatever characters it has', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ id: text, words: text, note: text }), { minLength: 1 }), (rows) => {
      const packed = packRows('things', rows);
      expect(packed?.columns).toEqual(['id', 'words', 'note']);
      expect(packed === null ? [] : unpackRows(packed)).toEqual(rows.map((row) => Object.values(row)));
    }),
  );
});

it('makes numbers text, and nothing of no rows', () => {
  const packed = packRows('things', [{ id: 'a', count: 12 }]);
  expect(packed === null ? [] : unpackRows(packed)).toEqual([['a', '12']]);
  expect(packRows('things', [])).toBeNull();
});
