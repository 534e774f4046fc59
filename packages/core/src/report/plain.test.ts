import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain, plainUpTo } from './plain.ts';
import { displayWidth, unpainted, wrap } from './text-layout.ts';

const controls = /[\p{Cc}\p{Cs}\u200b\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069\ufeff]/u;

describe('plain', () => {
  it.each([
    ['red\u001b[31m', 'red\ufffd[31m'],
    ['two\r\nlines\tand a tab', 'two lines and a tab'],
    ['invoice\u202efdp.exe', 'invoice\ufffdfdp.exe'],
    ['\u2067iso\u2069', '\ufffdiso\ufffd'],
    ['zero\u200bwidth\ufeff', 'zerowidth'],
    ['half \ud83d', 'half \ufffd'],
    ['  padded  ', 'padded'],
    ['family 👨‍👩‍👧 ❤️', 'family 👨‍👩‍👧 ❤️'],
    ['café é ñ 日本 שלום', 'café é ñ 日本 שלום'],
  ])('makes %j safe', (text, safe) => {
    expect(plain(text)).toBe(safe);
  });

  it('leaves no control or direction character in any text, and does nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const safe = plain(text);
        expect(safe).not.toMatch(controls);
        expect(plain(safe)).toBe(safe);
      }),
      { numRuns: 2000 },
    );
  });

  it('cuts by characters, not inside one', () => {
    expect(plainUpTo('😀😀😀😀', 3)).toBe('😀😀…');
    expect(plainUpTo('short', 10)).toBe('short');
  });
});

describe('wrap', () => {
  it('keeps every line within its columns and loses no letter', () => {
    const spans = fc.array(fc.record({ text: fc.string({ unit: 'grapheme' }).map(plain) }), { maxLength: 6 });
    fc.assert(
      fc.property(spans, fc.integer({ min: 12, max: 60 }), (parts, columns) => {
        const lines = wrap(parts, unpainted, columns, '  ');
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
        const letters = (text: string): string => text.replaceAll(' ', '');
        expect(letters(lines.join(''))).toBe(letters(parts.map((part) => part.text).join('')));
      }),
    );
  });

  it('does not part a word from its comma', () => {
    const lines = wrap([{ text: 'aaaa bbbb “cccc”' }, { text: ', dd' }], unpainted, 16);
    expect(lines).toEqual(['aaaa bbbb', '“cccc”, dd']);
  });
});
