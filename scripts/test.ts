/** Runs everything: `pnpm test`. The last line says `N passed, N failed`, tests and steps together. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countTests } from './count-tests.ts';
import { root, runStep, type StepResult, staticSteps } from './steps.ts';

const corpus = process.env['PLUMBLINE_CORPUS'] ?? join(root, '../shared/corpus');
const hasCorpus = existsSync(corpus);
const folder = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
const reportFile = join(folder, 'vitest.json');

const results: StepResult[] = [];
for (const step of staticSteps) results.push(await runStep(step));

const vitest = await runStep(
  {
    name: 'tests',
    command: `vitest run --reporter=default --reporter=json --outputFile.json="${reportFile}"`,
    live: true,
  },
  hasCorpus ? { PLUMBLINE_CORPUS: corpus } : {},
);

const count = existsSync(reportFile)
  ? countTests(JSON.parse(readFileSync(reportFile, 'utf8')), hasCorpus)
  : { passed: 0, failed: 0, skipped: [], withoutCorpus: 0 };
rmSync(folder, { recursive: true });
for (const name of count.skipped) console.log(`SKIPPED, counted as failed: ${name}`);
if (!hasCorpus) {
  console.log(
    `\nCORPUS ABSENT: nothing was tried on real flows, ${count.withoutCorpus} tests did not run. Looked for ${corpus}; PLUMBLINE_CORPUS names another place.`,
  );
}

// A run that failed with no failed test (an unhandled error, no report, no test at all) is itself one failure.
const ranWell = vitest.ok && count.passed > 0;
const failedSteps = results.filter((each) => !each.ok).length;
const failed = count.failed + failedSteps + (ranWell || count.failed > 0 ? 0 : 1);
const passed = count.passed + results.length - failedSteps;

const total = [...results, vitest].reduce((sum, each) => sum + each.seconds, 0);
console.log(
  `\n${[...results, vitest].map((each) => `${each.name} ${each.seconds.toFixed(1)} s`).join(', ')}; ${total.toFixed(1)} s in all`,
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
