import { expect, it } from 'vitest';
import { countTests } from './count-tests.ts';

const file = (name: string, status: string, ...tests: string[]) => ({
  name,
  status,
  assertionResults: tests.map((each, at) => ({ fullName: `test ${at}`, status: each })),
});

it('counts tests, not files', () => {
  const report = {
    testResults: [
      file('/a.test.ts', 'passed', 'passed', 'passed'),
      file('/b.test.ts', 'failed', 'failed', 'passed'),
    ],
  };
  expect(countTests(report, true)).toEqual({ passed: 3, failed: 1, skipped: [], withoutCorpus: 0 });
});

it('counts a file that cannot be loaded as one failure', () => {
  expect(countTests({ testResults: [file('/a.test.ts', 'failed')] }, true).failed).toBe(1);
});

it('counts a file whose preparation failed as one failure', () => {
  const report = { testResults: [file('/a.test.ts', 'failed', 'skipped', 'skipped')] };
  expect(countTests(report, true)).toEqual({ passed: 0, failed: 1, skipped: [], withoutCorpus: 0 });
});

it('counts a skipped test as a failure', () => {
  const count = countTests({ testResults: [file('/a.test.ts', 'passed', 'passed', 'skipped')] }, false);
  expect(count).toEqual({ passed: 1, failed: 1, skipped: ['/a.test.ts: test 1'], withoutCorpus: 0 });
});

it('excuses what needs the corpus only while the corpus is absent', () => {
  const report = { testResults: [file('/read-corpus.slow.test.ts', 'passed', 'skipped')] };
  expect(countTests(report, false)).toMatchObject({ failed: 0, withoutCorpus: 1 });
  expect(countTests(report, true)).toMatchObject({ failed: 1, withoutCorpus: 0 });
});

it('refuses a report it does not understand', () => {
  expect(() => countTests({ results: [] }, true)).toThrow();
});
