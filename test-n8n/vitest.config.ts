import { defineConfig } from 'vitest/config';

// Apart from `pnpm test`: every file starts a real n8n, one after the other.
export default defineConfig({
  test: {
    name: 'n8n',
    root: import.meta.dirname,
    include: ['*.test.ts'],
    globalSetup: ['./set-up.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
