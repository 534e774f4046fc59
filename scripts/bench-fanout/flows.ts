import { hash } from 'node:crypto';
import { fingerprint } from '@plumbline/core';
import { catalogueVersion, readerVersion, readWorkflow } from '@plumbline/n8n';
import type { Store } from '@plumbline/store';
import { generatedWorkflow } from '../generated-workflow.ts';

const sha256 = (text: string): string => hash('sha256', text, 'hex');
const at = '2026-01-05T09:00:00.000Z';
const atOnce = 500;

/** Of so many flows one is concerned by the option that is changed: of real flows it is one in eight at the most. */
export const oneIn = 8;

export const idOf = (n: number): string => `flow-${String(n).padStart(6, '0')}`;

const greeting = 'Dear {{ $json.first_name }}';

/** The same with a last mail that knows nothing about the person it goes to. */
const withImpersonal = (text: string): string => {
  const at = text.lastIndexOf(greeting);
  if (at === -1) throw new Error('The generated flow sends no mail.');
  return `${text.slice(0, at)}Dear reader${text.slice(at + greeting.length)}`;
};

/** Fills a business with so many flows, no two alike, as `putFlow` would keep them. */
export const fillBusiness = async (
  store: Store,
  business: string,
  count: number,
  steps: number,
): Promise<void> => {
  const base = JSON.stringify(generatedWorkflow(steps));
  const impersonal = withImpersonal(base);
  for (let first = 0; first < count; first += atOnce) {
    await store.transaction(business, async (tx) => {
      for (let n = first; n < Math.min(count, first + atOnce); n += 1) {
        const workflow = (n % oneIn === 0 ? impersonal : base)
          .replaceAll('Your books', `Your ${n} books`)
          .replaceAll('bookshop', `bookshop no. ${n % 97}`);
        const result = readWorkflow(JSON.parse(workflow));
        if (!result.ok) throw new Error(result.message);
        const own = fingerprint(result.flow, sha256);
        await tx.putFlow({
          source: 'n8n',
          id: idOf(n),
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
};
