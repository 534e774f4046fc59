import { expect, it } from 'vitest';
import type { CheckReport, FlowReport } from './check-report.ts';
import { renderMarkdown } from './markdown.ts';
import { renderPretty } from './pretty.ts';
import type { FailOn } from './threshold.ts';

type Verdict = FlowReport['findings'][number]['verdict'];

const reportOf = (verdicts: readonly Verdict[], level: 'warn' | 'block'): CheckReport => ({
  version: 1,
  profile: { name: 'Bakery', version: '1', hash: 'h' },
  checks: { version: '1' },
  flows: [
    {
      file: 'a.json',
      id: 'a',
      name: 'A',
      fingerprint: 'f',
      kind: 'other',
      customerFacing: true,
      standing: 'needs-adjustment',
      cells: [],
      findings: verdicts.map((verdict) => ({
        check: 'require-opt-out',
        verdict,
        evidence: 'proven',
        because: [{ value: 'v', commitment: 'c', enforcement: level, onUnknown: 'ask' }],
        occurrences: [{ key: 'k', verdict, evidence: 'proven', steps: [], witness: [], message: 'Here.' }],
      })),
    },
  ],
  errors: [],
  summary: {
    flows: 1,
    skipped: 0,
    errors: 0,
    standings: { 'not-assessed': 0, blocked: 0, 'needs-adjustment': 1, 'needs-answers': 0, aligned: 0 },
    verdicts: {
      pass: verdicts.filter((each) => each === 'pass').length,
      fail: verdicts.filter((each) => each === 'fail').length,
      unknown: verdicts.filter((each) => each === 'unknown').length,
      'not-applicable': 0,
    },
  },
});

it.each<[string, readonly Verdict[], 'warn' | 'block', FailOn, string, string]>([
  [
    'what makes the run fail',
    ['fail', 'pass'],
    'block',
    'approve',
    '✗',
    '1 finding counts against it, by --fail-on approve.',
  ],
  [
    'what does not, and is there',
    ['fail', 'unknown'],
    'warn',
    'approve',
    '!',
    '2 findings to look at, none of which counts against it, by --fail-on approve.',
  ],
  [
    'one that does not',
    ['unknown'],
    'warn',
    'approve',
    '!',
    '1 finding to look at, which does not count against it, by --fail-on approve.',
  ],
  [
    'open questions',
    ['unknown'],
    'warn',
    'unknown',
    '✗',
    '1 finding counts against it, by --fail-on unknown.',
  ],
  ['nothing against it', ['pass'], 'block', 'block', '✓', 'Nothing stands against it.'],
  ['nothing asked', [], 'block', 'block', '✓', 'Nothing that was asked is about it.'],
])('says %s in the same words everywhere', (_, verdicts, level, failOn, mark, words) => {
  const report = reportOf(verdicts, level);
  expect(renderPretty(report, { failOn, width: 100 })).toContain(words);
  const markdown = renderMarkdown(report, { failOn });
  expect(markdown).toContain(words);
  expect(markdown.startsWith(`## ${mark} Plumbline`)).toBe(true);
});
