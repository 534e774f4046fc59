import { describe, expect, it } from 'vitest';
import type { FlowReport } from './check-report.ts';
import { countsAgainst, holdsAt } from './threshold.ts';

type Finding = FlowReport['findings'][number];
const finding = (
  verdict: Finding['verdict'],
  enforcements: readonly Finding['because'][number]['enforcement'][],
  evidence: Finding['evidence'] = 'proven',
  onUnknown: Finding['because'][number]['onUnknown'] = 'ask',
): Finding => ({
  check: 'c',
  verdict,
  evidence,
  because: enforcements.map((enforcement, at) => ({
    value: 'v',
    commitment: `c${at}`,
    enforcement,
    onUnknown,
  })),
  occurrences: [],
});

describe('countsAgainst', () => {
  it.each([
    ['fail', 'block', 'block', true],
    ['fail', 'approve', 'block', false],
    ['fail', 'approve', 'approve', true],
    ['fail', 'warn', 'approve', false],
    ['fail', 'warn', 'warn', true],
    ['fail', 'observe', 'warn', false],
    ['fail', 'observe', 'unknown', false],
    ['fail', 'warn', 'unknown', true],
    ['unknown', 'block', 'warn', false],
    ['unknown', 'warn', 'unknown', true],
    ['unknown', 'observe', 'unknown', false],
    ['pass', 'block', 'unknown', false],
    ['not-applicable', 'block', 'unknown', false],
  ] as const)('%s enforced at %s, failing on %s: %s', (verdict, enforcement, failOn, counts) => {
    expect(countsAgainst(finding(verdict, [enforcement]), failOn)).toBe(counts);
  });

  it.each([
    ['unknown', 'warn', 'block', true],
    ['unknown', 'observe', 'unknown', false],
    ['pass', 'block', 'block', false],
  ] as const)(
    '%s at %s where an open question is refused, failing on %s: %s',
    (verdict, level, failOn, counts) => {
      expect(countsAgainst(finding(verdict, [level], 'proven', 'refuse'), failOn)).toBe(counts);
    },
  );

  it('goes by the strictest commitment', () => {
    expect(holdsAt(finding('fail', ['observe', 'block', 'warn']))).toBe('block');
  });

  it('never refuses on what is only inferred', () => {
    expect(holdsAt(finding('fail', ['block'], 'inferred'))).toBe('warn');
    expect(countsAgainst(finding('fail', ['block'], 'inferred'), 'approve')).toBe(false);
    expect(countsAgainst(finding('fail', ['block'], 'inferred'), 'warn')).toBe(true);
  });
});
