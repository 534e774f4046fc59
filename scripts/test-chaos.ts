/** Kills processes and takes services away: `pnpm test:chaos`. The last line says `N passed, N failed`. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countTests } from './count-tests.ts';
import { runStep } from './steps.ts';

// One seed for all, said first, so that a run can be done again whatever becomes of it.
const seed = process.env['CHAOS_SEED'] || String(Date.now() % 1_000_000);
console.log(`To do this run again: CHAOS_SEED=${seed} pnpm test:chaos`);

const folder = mkdtempSync(join(tmpdir(), 'plumbline-test-chaos-'));
const reportFile = join(folder, 'vitest.json');
const vitest = await runStep(
  {
    name: 'chaos',
    command: `vitest run --config test-chaos/vitest.config.ts --reporter=default --reporter=json --outputFile.json="${reportFile}" ${process.argv.slice(2).join(' ')}`,
    live: true,
  },
  { CHAOS_SEED: seed },
);
const count = existsSync(reportFile)
  ? countTests(JSON.parse(readFileSync(reportFile, 'utf8')), true)
  : { passed: 0, failed: 0, skipped: [] };
rmSync(folder, { recursive: true });
for (const name of count.skipped) console.log(`SKIPPED, counted as failed: ${name}`);
const failed = count.failed + ((vitest.ok && count.passed > 0) || count.failed > 0 ? 0 : 1);
console.log(`\n${vitest.seconds.toFixed(1)} s in all, CHAOS_SEED=${seed}`);
console.log(`${count.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
