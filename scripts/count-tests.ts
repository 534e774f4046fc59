import { z } from 'zod';

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

export interface Count {
  readonly passed: number;
  readonly failed: number;
  /** Tests that did not run although nothing explains it; each is among `failed` too. */
  readonly skipped: readonly string[];
  /** Tests that did not run because the corpus is absent. */
  readonly withoutCorpus: number;
}

/**
 * Counts vitest's JSON report. A file that cannot be loaded or prepared is one failure. A test that was skipped is a failure too,
 * unless the corpus is absent and the file's name says that it needs it.
 */
export const countTests = (report: unknown, corpus: boolean): Count => {
  let passed = 0;
  let failed = 0;
  let withoutCorpus = 0;
  const skipped: string[] = [];
  for (const file of reportSchema.parse(report).testResults) {
    const excused = !corpus && /corpus[^/\\]*$/.test(file.name);
    let broken = 0;
    const unrun: string[] = [];
    for (const test of file.assertionResults) {
      if (test.status === 'passed') passed += 1;
      else if (test.status === 'failed') broken += 1;
      else if (excused) withoutCorpus += 1;
      else unrun.push(`${file.name}: ${test.fullName}`);
    }
    // A file whose preparation failed is one failure, however many tests it kept from running.
    const prepared = file.status !== 'failed' || broken > 0;
    failed += prepared ? broken : 1;
    if (prepared) skipped.push(...unrun);
  }
  return { passed, failed: failed + skipped.length, skipped, withoutCorpus };
};
