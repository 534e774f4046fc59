import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inWords } from '../src/rules/no-placeholder/gaps.ts';

const examples = join(import.meta.dirname, '../src/rules/no-placeholder/examples');

/** Pieces that gaps are made of, whole and broken, beside what stands in any text. */
const pieces = [
  ...[
    '*|FNAME|*',
    '<name>',
    '[your name]',
    'lorem ipsum',
    '[object Object]',
    '%%name%%',
    '<%= name %>',
    '{{',
    '}}',
    '{%',
    '%}',
    '${',
    '}',
    '{',
    '<%',
    '%>',
    '*|',
    '|*',
    '%%',
    '%',
    '[',
    ']',
    '(',
    '<',
    '>',
    '\\',
  ],
  ...['undefined', 'null', 'NULL', 'NaN', 'None', 'none', 'Invalid Date', 'Lorem', 'ipsum', 'object Object'],
  ...[
    'Dear',
    'hi',
    'Sehr geehrte',
    'Frau',
    'olá',
    'EUR',
    '€',
    '$',
    'name',
    'first_name',
    'your name',
    'insert',
  ],
  ...[' ', '  ', '\t', '\n', ',', '!', '.', ':', 'a', 'FNAME', '12', '\u00a0'],
];

const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''));

describe('gaps in a text', () => {
  it('are in no text that is passed over', () => {
    let found = 0;
    const look = (text: string): void => {
      for (const { hint, patterns } of inWords) {
        const fitting = patterns.filter((pattern) => pattern.test(text));
        found += fitting.length;
        if (fitting.length > 0) expect(text).toMatch(hint);
      }
    };
    for (const file of readdirSync(examples)) look(readFileSync(join(examples, file), 'utf8'));
    fc.assert(fc.property(texts, look), { numRuns: 20_000 });
    expect(found).toBeGreaterThan(1_000);
  });
});
