import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { packNodes } from '../scripts/pack-nodes.ts';
import { ensureN8n, type Installed } from './install.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The newest n8n. */
    readonly n8n: Installed;
    /** An older one, on an older Node. */
    readonly olderN8n: Installed;
    /** Our nodes, packed as they would be published. */
    readonly nodes: string;
  }
}

/** Once before all files: n8n and our nodes are there, or nothing runs and the reason is said. */
export default async (project: TestProject): Promise<() => void> => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-nodes-'));
  project.provide('nodes', packNodes(folder));
  project.provide('n8n', await ensureN8n('n8n-2.41'));
  project.provide('olderN8n', await ensureN8n('n8n-2.8'));
  return () => rmSync(folder, { recursive: true, force: true });
};
