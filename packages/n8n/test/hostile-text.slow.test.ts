import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, readWorkflow, workflowsIn } from '../src/index.ts';
import { answersTo, judged } from './judged.ts';
import { base, node, saying } from './saying.ts';
import { wildWorkflow } from './wild-graph.ts';

/** Pieces that careless patterns try again from every place. */
const pieces = [
  'a',
  '$node[        ',
  '$json.first(',
  '$json[',
  '}        ',
  ' ',
  '\n',
  '{{',
  '}}',
  '{{ $json.a }}',
  '$',
  "$('",
  '$(',
  '$json.',
  '"',
  '\\"',
  '"to":',
  '"text": "',
  '<a href="',
  '<',
  '<p',
  'http://',
  'https://a.example/',
  '/',
  '//',
  '/*',
  '(',
  '[',
  '[Name',
  '{',
  '{name}',
  'unsubscribe ',
  'Dear ',
  'Hi {{',
  'remind ',
  'appointment ',
  'const a',
  'a = ',
  'return {',
  'if (',
  '.replace(',
  '@',
  'a@b.',
  '0-',
  '1,',
  '* ',
  ';',
  '\ud800',
  '\u200b',
  'é',
  'to: ',
  ', "a":',
  'resume',
  'remind ',
  'confirm',
  '\t',
  "'",
  '`',
  '${',
  '-',
  '=',
  '|',
];

describe('a text made to be slow', () => {
  it.each(pieces.map((piece) => [JSON.stringify(piece), piece] as const))(
    'of nothing but %s is judged',
    (_, piece) => {
      const text = piece.repeat(Math.ceil(60_000 / piece.length));
      const [answer] = answersTo(saying(text));
      expect(answer?.ok).toBe(true);
    },
  );

  it('of two pieces in turn is judged', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pieces),
        fc.constantFrom(...pieces),
        fc.constantFrom(...pieces),
        (one, two, end) => {
          const text = `${(one + two).repeat(Math.ceil(20_000 / (one.length + two.length)))}${end}`;
          expect(answersTo(saying(text)).map((answer) => answer.ok)).toEqual([true]);
        },
      ),
      { numRuns: 60, seed: 11 },
    );
  });
});

describe('nesting', () => {
  const nested = (levels: number, open: string, close: string): string =>
    `${open.repeat(levels)}1${close.repeat(levels)}`;
  const flow = (parameters: string): string =>
    `{"nodes":[{"name":"A","type":"n8n-nodes-base.set","parameters":${parameters}}],"connections":{}}`;

  it('is read down to 200 levels', () => {
    expect(answersTo(flow(nested(199, '{"a":', '}'))).map((answer) => answer.ok)).toEqual([true]);
    expect(answersTo(flow(`{"a":${nested(198, '[', ']')}}`)).map((answer) => answer.ok)).toEqual([true]);
  });

  it.each([
    ['objects', flow(nested(5000, '{"a":', '}'))],
    ['lists', flow(`{"a":${nested(5000, '[', ']')}}`)],
    ['what the editor only remembers', flow(`{"a":{"__rl":true,"schema":${nested(5000, '[', ']')}}}`)],
    ['settings', `{"nodes":[{"type":"x"}],"connections":{},"settings":${nested(5000, '{"a":', '}')}}`],
  ])('beyond that is refused in clear words: %s', (_, text) => {
    const [answer] = answersTo(text);
    expect(answer).toEqual({ ok: false, message: expect.stringContaining('200 levels') });
  });

  it.each([
    ['links', `{"nodes":[{"name":"A","type":"x"}],"connections":{"A":${nested(5000, '[', ']')}}}`],
    ['slots', `{"nodes":[{"name":"A","type":"x"}],"connections":{"A":{"main":${nested(5000, '[', ']')}}}}`],
    [
      'credentials',
      `{"nodes":[{"name":"A","type":"x","credentials":{"a":${nested(5000, '[', ']')}}}],"connections":{}}`,
    ],
    [
      'a version',
      `{"nodes":[{"name":"A","type":"x","typeVersion":${nested(5000, '[', ']')}}],"connections":{}}`,
    ],
    [
      'pinned data',
      `{"nodes":[{"name":"A","type":"x"}],"connections":{},"pinData":${nested(5000, '{"a":', '}')}}`,
    ],
  ])('where nothing is read does no harm: %s', (_, text) => {
    expect(answersTo(text).map((answer) => answer.ok)).toEqual([true]);
  });

  it('of the file itself hides nothing and breaks nothing', () => {
    expect(workflowsIn(JSON.parse(nested(20_000, '[', ']')))).toEqual([]);
    expect(readWorkflow(JSON.parse(nested(20_000, '{"a":', '}')))).toMatchObject({
      ok: false,
      code: 'no-workflow',
    });
  });
});

describe('a file that is not quite JSON', () => {
  const text = JSON.stringify(
    { name: 'Grüße', nodes: [node('A', base('set'), { a: '"\\' })], connections: {} },
    null,
    2,
  );

  it('may begin with a byte-order mark', () => {
    expect(answersTo(`\ufeff${text}`).map((answer) => answer.ok)).toEqual([true]);
  });

  it('says where it breaks, wherever it is cut off', () => {
    for (let length = 1; length < text.length; length += 1) {
      const cut = text.slice(0, length);
      const result = parseJson(cut);
      if (result.ok || cut.trim() === '') continue;
      expect(result.line).toBeGreaterThanOrEqual(1);
      expect(result.line).toBeLessThanOrEqual(cut.split('\n').length);
      expect(result.column).toBeGreaterThanOrEqual(1);
    }
  });

  it('says where it breaks, whatever one character is put in', () => {
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.constantFrom('\u0000', '\ufffd', '\ud800', '}', '"', ',', '\\', 'x', '\t'),
        (at, put) => {
          const result = parseJson(text.slice(0, at) + put + text.slice(at));
          if (result.ok) return;
          expect(result.message.length).toBeGreaterThan(10);
          expect([result.line ?? 0, result.column ?? 0].every((place) => place >= 1)).toBe(true);
        },
      ),
      { numRuns: 400, seed: 3 },
    );
  });

  it.each([
    ['UTF-16', Buffer.from(text, 'utf16le').toString('utf8')],
    ['UTF-16 read as Latin-1', Buffer.from(`\ufeff${text}`, 'utf16le').toString('latin1')],
    ['zeros', '\u0000'.repeat(50)],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).toString('utf8')],
  ])('in another encoding is refused: %s', (_, broken) => {
    expect(parseJson(broken).ok).toBe(false);
  });

  it('keeps half of a character as it is', () => {
    const [answer] = answersTo(text.replace('Grüße', '\\ud800 half'));
    expect(answer?.ok === true ? answer.flow.name : '').toBe('\ud800 half');
  });
});

it('never leaves a mark on the values it is given', () => {
  const freeze = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null) {
      for (const each of Object.values(value)) freeze(each);
      Object.freeze(value);
    }
    return value;
  };
  fc.assert(
    fc.property(wildWorkflow(12), (workflow) => {
      const read = readWorkflow(freeze(structuredClone(workflow)));
      if (!read.ok) throw new Error(read.message);
      judged(read.flow);
    }),
    { numRuns: 100, seed: 5 },
  );
});
