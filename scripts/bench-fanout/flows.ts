import { hash } from 'node:crypto';
import { fingerprint } from '@plumbline/core';
import { catalogueVersion, readerVersion, readWorkflow } from '@plumbline/n8n';
import type { Store } from '@plumbline/store';
import { generatedWorkflow } from '../generated-workflow.ts';

const sha256 = (text: string): string => hash('sha256', text, 'hex');
const at = '2026-01-05T09:00:00.000Z';
const atOnce = 500;

/** Fills a business with so many flows, no two alike, as `putFlow` would keep them. Gives the characters of one. */
export const fillBusiness = async (
  store: Store,
  business: string,
  count: number,
  steps: number,
): Promise<number> => {
  const base = JSON.stringify(generatedWorkflow(steps));
  let characters = 0;
  for (let first = 0; first < count; first += atOnce) {
    await store.transaction(business, async (tx) => {
      for (let n = first; n < Math.min(count, first + atOnce); n += 1) {
        const workflow = base
          .replaceAll('Your books', `Your ${n} books`)
          .replaceAll('bookshop', `bookshop no. ${n % 97}`);
        const result = readWorkflow(JSON.parse(workflow));
        if (!result.ok) throw new Error(result.message);
        const own = fingerprint(result.flow, sha256);
        characters += workflow.length;
        await tx.putFlow({
          source: 'n8n',
          id: `flow-${String(n).padStart(6, '0')}`,
          state: 'published',
          name: `Flow ${n}`,
          revision: 1,
          fingerprint: own,
          closure: own,
          reader: `n8n@${readerVersion} catalogue@${catalogueVersion}`,
          references: [],
          contentHash: sha256(workflow),
          createdAt: at,
          updatedAt: at,
          removedAt: null,
          workflow,
        });
      }
    });
  }
  return Math.round(characters / count);
};
