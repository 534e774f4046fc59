import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonBreak } from './json-break.ts';
import { parseJson } from './parse-json.ts';

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('parseJson', () => {
  it.each([
    ['{"a": x}', 1, 7],
    ['{\n "a": 1,\n "b": tru\n}', 3, 7],
    ['{"a": 1,}', 1, 9],
    ['{"nodes": [1 2]}', 1, 14],
    ['{"a": "x\ny"}', 1, 9],
    ['{"a": "\\q"}', 1, 8],
    ['{} {}', 1, 4],
    ['<<<<<<< ours', 1, 1],
    ['{"nodes": [', 1, 12],
  ])('says where %j breaks', (text, line, column) => {
    expect(parseJson(text)).toMatchObject({ ok: false, line, column });
  });

  it('reads past a byte-order mark', () => {
    expect(parseJson('\ufeff{"a":1}')).toEqual({ ok: true, value: { a: 1 } });
  });

  it('survives a long string and deep nesting that break off', () => {
    const long = `["${'a'.repeat(20_000_000)}`;
    expect(parseJson(long)).toMatchObject({ ok: false, column: long.length + 1 });
    expect(jsonBreak('['.repeat(1_000_000))).toBe(1_000_000);
  });

  it('finds no break in what JSON.parse takes, and one in whatever it does not', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', 'x', '"', '}', ',', '\n', '\\', '1', '-'),
        (json, at, put) => {
          expect(jsonBreak(json)).toBe(json.length);
          const position = json.length === 0 ? 0 : at % json.length;
          const mangled = json.slice(0, position) + put + json.slice(position + 1);
          const found = jsonBreak(mangled);
          // What stands before the break can be completed, so the break is not named too late.
          if (!parses(mangled)) expect(parses(mangled.slice(0, found + 1))).toBe(false);
          else expect(found).toBe(mangled.length);
        },
      ),
    );
  });
});
