/** Runs what is proven against real n8n: `pnpm test:n8n`. The last line says `N passed, N failed`. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { countTests } from './count-tests.ts';
import { runStep } from './steps.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-test-n8n-'));
const reportFile = join(folder, 'vitest.json');
const vitest = await runStep({
  name: 'real n8n',
  command: `vitest run --config test-n8n/vitest.config.ts --reporter=default --reporter=json --outputFile.json="${reportFile}" ${process.argv.slice(2).join(' ')}`,
  live: true,
});
// Where n8n cannot be installed there is no report: that is a failure too, and never a skip.
const report: unknown = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : undefined;
const count = report === undefined ? { passed: 0, failed: 0, skipped: [] } : countTests(report, true);

const partsSchema = z.object({
  testResults: z.array(z.object({ name: z.string(), startTime: z.number(), endTime: z.number() })),
});
let inParts = 0;
for (const part of report === undefined ? [] : partsSchema.parse(report).testResults) {
  const seconds = (part.endTime - part.startTime) / 1000;
  inParts += seconds;
  console.log(`${basename(part.name, '.test.ts').padEnd(18)} ${seconds.toFixed(1).padStart(6)} s`);
}
console.log(`${'installing, rest'.padEnd(18)} ${(vitest.seconds - inParts).toFixed(1).padStart(6)} s`);
rmSync(folder, { recursive: true });
for (const name of count.skipped) console.log(`SKIPPED, counted as failed: ${name}`);
const failed = count.failed + ((vitest.ok && count.passed > 0) || count.failed > 0 ? 0 : 1);
console.log(`\n${vitest.seconds.toFixed(1)} s in all`);
console.log(`${count.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
