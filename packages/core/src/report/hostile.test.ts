import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckReport, FlowReport } from './check-report.ts';
import { checkReportSchema } from './check-report.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import { matrixOf, matrixSchema } from './matrix.ts';
import { renderMatrixHtml } from './matrix-html.ts';
import { renderMatrixMarkdown } from './matrix-markdown.ts';
import { renderMatrixPretty } from './matrix-pretty.ts';
import { renderPretty } from './pretty.ts';
import { renderSarif } from './sarif.ts';
import { displayWidth } from './text-layout.ts';

const flow = (text: string): FlowReport => ({
  file: `flows/${text}.json`,
  id: text,
  name: text,
  fingerprint: 'f',
  kind: 'chatbot',
  customerFacing: true,
  standing: 'needs-adjustment',
  findings: (['fail', 'unknown'] as const).map((verdict) => ({
    check: 'require-human-escalation',
    verdict,
    evidence: 'proven',
    because: [{ value: 'customer-intimacy', commitment: text, enforcement: 'warn', onUnknown: 'ask' }],
    occurrences: [
      {
        key: `require-human-escalation:${text}`,
        verdict,
        evidence: 'proven',
        steps: [{ id: text, name: text }],
        witness: [
          { id: text, name: text },
          { id: 'b', name: `${text}${text}` },
        ],
        message: `Whoever writes to \`${text}\` reaches nobody. Give \`${text}\` a way out.`,
        adjustment: `Change \`${text}\``,
        question: `Who reads \`${text}\`?`,
      },
    ],
  })),
  cells: [{ value: 'customer-intimacy', label: 'compromises', adjustments: [`Change \`${text}\``, text] }],
});

const report = (text: string): CheckReport => ({
  version: 1,
  profile: { name: text, version: text, hash: 'h' },
  checks: { version: '1' },
  flows: [flow(text), flow(`${text}2`)],
  errors: [{ file: text, code: 'invalid-json', message: text, line: 1, column: 2 }],
  summary: {
    flows: 2,
    skipped: 0,
    errors: 1,
    standings: { 'not-assessed': 0, blocked: 0, 'needs-adjustment': 2, 'needs-answers': 0, aligned: 0 },
    verdicts: { pass: 0, fail: 2, unknown: 2, 'not-applicable': 0 },
  },
});

const dangerous = /[\p{Cs}\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069\ufeff]|(?!\n)\p{Cc}/u;

const pieces = fc.constantFrom(
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  ']]>',
  '<!-- -->',
  '&lt;b&gt;',
  '\u001b[31m',
  '\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007',
  '\u202e',
  '\u2067',
  '\r\n\r\n# PASS',
  '```',
  '`',
  '[x](https://evil.example)',
  '![x](https://evil.example/a.png)',
  'https://evil.example www.evil.example',
  '@everyone #1 :tada:',
  '| a | b |',
  '**bold** __x__ ~~y~~ $z$',
  '{0} {{ $json.a }}',
  '\u0000',
  '\ud800',
  'ünïcödé 日本',
);
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(pieces, { minLength: 1, maxLength: 4 }).map((all) => all.join(' ')),
);

const renderings = (text: string): Readonly<Record<string, string>> => {
  const given = report(text);
  const matrix = matrixOf(given);
  return {
    pretty: renderPretty(given, { width: 90, failOn: 'warn' }),
    json: renderJson(given),
    sarif: renderSarif(given, { version: '0.0.0' }),
    junit: renderJunit(given, 'warn'),
    markdown: renderMarkdown(given, { failOn: 'warn' }),
    matrixPretty: renderMatrixPretty(matrix, { width: 90 }),
    matrixMarkdown: renderMatrixMarkdown(matrix),
    matrixHtml: renderMatrixHtml(given),
  };
};

/** Removes what our own pages are made of; whatever angle bracket is left came from a flow. */
const ownElements =
  /<\/?(?:html|head|meta|title|style|body|main|p|h1|h2|h3|ul|ol|li|b|div|table|caption|thead|tbody|tr|th|td|span|section|dl|dt|dd|q|footer|details|summary)(?: [a-z-]+="[^"<>]*"| [a-z-]+="default-src[^"]*")*>|<!doctype html>/g;
const ownXml =
  /<\?xml version="1.0" encoding="UTF-8"\?>|<\/?(?:testsuites|testsuite|testcase|failure|skipped|error|system-out)(?: [a-z]+="[^"<>]*")*\/?>/g;

describe('renderers, given text that means harm', () => {
  it('let no control or direction character through', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const [name, rendered] of Object.entries(renderings(text))) {
          expect(rendered.match(dangerous), name).toBeNull();
        }
      }),
    );
  });

  it('let no element and no attribute of a flow into HTML or XML', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { matrixHtml, junit } = renderings(text);
        expect((matrixHtml ?? '').replace(/<style>[^<]*<\/style>/, '').replace(ownElements, '')).not.toMatch(
          /[<>]/,
        );
        expect((junit ?? '').replace(ownXml, '')).not.toMatch(/[<>]/);
      }),
    );
  });

  it('stay readable for machines', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { json, sarif } = renderings(text);
        const wellFormed = JSON.parse(JSON.stringify(report(text))) as unknown;
        expect(checkReportSchema.parse(JSON.parse(json ?? ''))).toEqual(wellFormed);
        expect(() => JSON.parse(sarif ?? '') as unknown).not.toThrow();
        expect(matrixSchema.safeParse(matrixOf(report(text))).success).toBe(true);
      }),
    );
  });

  it('keep the terminal report within its width', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 60, max: 120 }), (text, width) => {
        for (const line of renderPretty(report(text), { width, failOn: 'warn' }).split('\n')) {
          expect(displayWidth(line)).toBeLessThanOrEqual(width);
        }
      }),
    );
  });

  it('let no text of a flow link, show a picture, mention somebody or end a table cell in Markdown', () => {
    const text = 'a | b [x](https://evil.example) ![y](z) @everyone www.evil.example <b>';
    const { markdown = '', matrixMarkdown = '' } = renderings(text);
    for (const rendered of [markdown, matrixMarkdown]) {
      const outsideCode = rendered.replace(/(`+)[^`][^\n]*?\1/g, '');
      expect(outsideCode).not.toMatch(/(?<!\\)\[|@everyone|https:\/\/|www\.evil|<b>/);
      const rows = rendered.split('\n').filter((line) => line.startsWith('| '));
      for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(4);
    }
  });

  it('let no square bracket become a link in SARIF', () => {
    const { runs } = JSON.parse(renderSarif(report('[x](https://evil.example)'), { version: '1' })) as {
      runs: { results: { message: { text: string } }[] }[];
    };
    expect(runs[0]?.results[0]?.message.text).toMatch(/\\\[x\\\]/);
  });
});
