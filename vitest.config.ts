import { defineConfig } from 'vitest/config';

const everywhere = (ending: string): string[] => [
  `packages/*/{src,test}/**/*.${ending}`,
  `apps/*/{src,test}/**/*.${ending}`,
  `scripts/**/*.${ending}`,
];
const slow = everywhere('slow.test.ts');

// Two projects: `unit` answers in seconds and is what `pnpm verify` runs; `slow` packs, installs, starts processes or
// reads the whole corpus, and is named `*.slow.test.ts`.
export default defineConfig({
  test: {
    // Two at a time also on two cores: many tests wait for the processes that they start.
    maxWorkers: 2,
    projects: [
      { test: { name: 'unit', include: everywhere('test.ts'), exclude: slow, testTimeout: 60_000 } },
      { test: { name: 'slow', include: slow, testTimeout: 300_000, hookTimeout: 300_000 } },
    ],
  },
});
