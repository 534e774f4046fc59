/**
 * Opens a data folder and writes without end: `node writer.child.ts <folder> <parallel> <audit|decisions>`. Prints the number of every
 * write once it is acknowledged, and on a `StoreError` its code and message. Started, and killed, by the tests.
 */
import { writeSync } from 'node:fs';
import { decision } from '../src/contract/decision-samples.ts';
import { openEmbedded } from '../src/embedded.ts';
import { StoreError } from '../src/error.ts';

const [folder = '', parallel = '1', what = 'audit'] = process.argv.slice(2);
let next = 0;

const print = (line: string): void => {
  writeSync(1, `${line}\n`);
};

/** Two rows that only make sense together, and some weight. */
const pair = (id: string) =>
  (['a', 'b'] as const).map((half) => ({
    id: `${id}-${half}`,
    at: '2026-01-01T00:00:00.000Z',
    actor: 'x'.repeat(2_000),
    action: 'pair',
    subject: id,
    detail: {},
  }));

/** In as many places. */
const people = ['ann', 'bob', 'cleo'];

const deciding = (id: string) =>
  (['a', 'b'] as const).map((half) =>
    decision(`${id}-${half}`, {
      actor: id,
      recipient: people[next % people.length] ?? '',
      sealed: 'x'.repeat(2_000),
    }),
  );

try {
  const store = await openEmbedded({ folder, threadAfter: 0, generation: 7 });
  print('open');
  await store.transaction('a', (tx) =>
    tx.createBusiness({ name: 'A', createdAt: '2026-01-01T00:00:00.000Z' }),
  );
  const start = await store.read('a', async (view) => {
    const audit = await view.auditTrail({ limit: 100_000 });
    return audit.length + (await view.decisions({ limit: 100_000 })).length;
  });
  const write = async (): Promise<never> => {
    for (;;) {
      next += 1;
      const id = `${start}-${next}`;
      await store.transaction('a', async (tx) => {
        if (what === 'decisions') {
          await tx.business();
          await tx.addDecisions(deciding(id));
          return;
        }
        for (const row of pair(id)) await tx.addAudit(row);
      });
      print(id);
    }
  };
  await Promise.all(Array.from({ length: Number(parallel) }, write));
} catch (error) {
  if (!(error instanceof StoreError)) throw error;
  print(`${error.code} ${error.message}`);
  process.exitCode = 1;
}
