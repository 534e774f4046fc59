import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { storeContract } from '../src/contract.ts';
import { openEmbedded } from '../src/embedded.ts';

describe.each(['in memory', 'in a folder'])('embedded store %s', (where) => {
  it.each(storeContract)('$name', async ({ run }) => {
    const folder = where === 'in memory' ? ':memory:' : mkdtempSync(join(tmpdir(), 'plumbline-'));
    const store = await openEmbedded({ folder });
    try {
      await run(store);
    } finally {
      await store.close();
      if (folder !== ':memory:') rmSync(folder, { recursive: true });
    }
  });
});
