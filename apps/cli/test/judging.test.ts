import { expect, it } from 'vitest';
import { type Judging, judgingBar, judgingLines } from '../src/output/judging.ts';

const judging = (more: Partial<Judging> = {}): Judging => ({
  flows: 10_000,
  done: 6_600,
  left: 3_400,
  failed: 0,
  since: '2026-01-05T09:00:00.000Z',
  rate: 850.5,
  secondsLeft: 4,
  late: false,
  parked: [],
  ...more,
});
const now = new Date('2026-01-05T09:00:08.000Z');

it('draws how far it has come, in the width there is', () => {
  expect(judgingBar(judging(), 120)).toBe(
    `[${'#'.repeat(26)}${'-'.repeat(14)}]  66 %  6,600 of 10,000  850.5 a second  4 s to go`,
  );
  expect(judgingBar(judging({ failed: 2, late: true }), 20)).toMatch(/^\[######----\] .* 2 parked {2}late$/);
  // Not done is never 100 %.
  expect(judgingBar(judging({ done: 9_999, left: 1 }), 80)).toContain('99 %');
  expect(judgingBar(judging({ done: 10_000, left: 0 }), 80)).toContain('100 %');
  expect(judgingBar(judging({ flows: 0, done: 0, left: 0 }), 80)).toContain('100 %');
});

it('says it in lines', () => {
  expect(judgingLines(judging(), now)).toEqual([
    'judged  6,600 of 10,000 (66 %)',
    'left    3,400, missing for 8 s, 850.5 a second, 4 s to go',
  ]);
  expect(judgingLines(judging({ done: 10_000, left: 0, since: null, secondsLeft: 0 }), now)).toEqual([
    'judged  10,000 of 10,000 (100 %)',
  ]);
  const late = judging({ late: true, rate: null, secondsLeft: null });
  expect(judgingLines(late, new Date('2026-01-05T12:00:00.000Z'))).toEqual([
    'judged  6,600 of 10,000 (66 %)',
    'left    3,400, missing for 3 h',
    'late    nothing has been judged for too long: is a worker running?',
  ]);
});

it('shows what is parked without letting its name act on the terminal', () => {
  const parked = Array.from({ length: 12 }, (_, n) => ({
    source: 'n8n',
    id: `f${n}`,
    name: 'Mail\u001b[2J\u202e',
    failures: [{ error: 'took too long' }],
  }));
  const lines = judgingLines(judging({ failed: 12, parked }), now);
  expect(lines).toHaveLength(14);
  expect(lines.at(-1)).toBe('  and 2 more');
  expect(lines[3]).toMatch(/^ {2}n8n\/f0 {2}Mail.* took too long$/);
  for (const hostile of ['\u001b', '\u202e']) expect(lines.join('')).not.toContain(hostile);
});
