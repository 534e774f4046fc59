import { defineConfig } from 'vitest/config';

// Apart from `pnpm test`: processes are killed and services taken away, one file after the other.
export default defineConfig({
  test: {
    name: 'chaos',
    root: import.meta.dirname,
    include: ['*.test.ts'],
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 240_000,
  },
});
