/** The fast loop: `pnpm verify`. Everything but the slow tests; needs no service. */
import { runStep, type StepResult, staticSteps } from './steps.ts';

const results: StepResult[] = [];
for (const step of staticSteps) results.push(await runStep(step));
results.push(
  await runStep({ name: 'unit tests', command: 'vitest run --project unit --reporter=dot', live: true }),
);

const failed = results.filter((each) => !each.ok).map((each) => each.name);
console.log(failed.length === 0 ? '\nall of it holds' : `\nfailed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
