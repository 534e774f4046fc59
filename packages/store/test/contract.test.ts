import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { storeContract } from '../src/contract.ts';
import { openEmbedded } from '../src/embedded.ts';

describe.each(['in memory', 'in a folder', 'in a folder, with its thread'])('embedded store %s', (where) => {
  it.each(storeContract)('$name', async ({ run }) => {
    const folder = where === 'in memory' ? ':memory:' : mkdtempSync(join(tmpdir(), 'plumbline-'));
    const threadAfter = where.endsWith('thread') ? 0 : 1_000_000;
    const store = await openEmbedded({ folder, threadAfter });
    try {
      await run(store);
    } finally {
      await store.close();
      if (folder !== ':memory:') rmSync(folder, { recursive: true });
    }
  });
});
