import type { TestProject } from 'vitest/node';
import { ensureN8n, type Installed } from './install.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly n8n: Installed;
  }
}

/** Once before all files: n8n is there, or nothing runs and the reason is said. */
export default async (project: TestProject): Promise<void> => {
  project.provide('n8n', await ensureN8n());
};
