import { defineConfig } from 'vitest/config';

const everywhere = (ending: string): string[] => [
  `packages/*/{src,test}/**/*.${ending}`,
  `apps/*/{src,test}/**/*.${ending}`,
  `scripts/**/*.${ending}`,
];
const slow = everywhere('slow.test.ts');

// V8 may end the whole process when threads end while it guards their code with memory protection keys: `Check failed:
// jit_page.has_value()`, seen on Node 24. Tests start and end many threads.
const execArgv = ['--no-memory-protection-keys'];

// Two projects: `unit` answers in seconds and is what `pnpm verify` runs; `slow` packs, installs, starts processes or
// reads the whole corpus, and is named `*.slow.test.ts`.
export default defineConfig({
  test: {
    // Two at a time also on two cores: many tests wait for the processes that they start.
    maxWorkers: 2,
    projects: [
      {
        test: { name: 'unit', execArgv, include: everywhere('test.ts'), exclude: slow, testTimeout: 60_000 },
      },
      { test: { name: 'slow', execArgv, include: slow, testTimeout: 300_000, hookTimeout: 300_000 } },
    ],
  },
});
