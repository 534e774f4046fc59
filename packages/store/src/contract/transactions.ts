import assert from 'node:assert/strict';
import { StoreError } from '../error.ts';
import type { StoreTransaction } from '../port.ts';
import { at, auditRow, business, type ContractCase, flow, profile } from './samples.ts';

const isMisuse = (error: unknown): boolean => error instanceof StoreError && error.code === 'misused';

const turns = async (count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) await new Promise((resolve) => setImmediate(resolve));
};

export const transactions: readonly ContractCase[] = [
  {
    name: 'a transaction that rejects leaves nothing, and says why',
    run: async (store) => {
      await business(store, 'a');
      const failing = store.transaction('a', async (tx) => {
        await tx.putFlow(flow('1'));
        await tx.addAudit(auditRow('1'));
        throw new RangeError('no');
      });
      await assert.rejects(failing, RangeError);
      await store.read('a', async (view) => {
        assert.deepEqual(await view.flows({ limit: 10 }), []);
        assert.deepEqual(await view.auditTrail({ limit: 10 }), []);
      });
    },
  },
  {
    name: 'of many at once, those that reject take none of the others along',
    run: async (store) => {
      await business(store, 'a');
      const outcomes = await Promise.allSettled(
        Array.from({ length: 60 }, (_, n) =>
          store.transaction('a', async (tx) => {
            await tx.putFlow(flow(`flow-${n}`));
            if (n % 3 === 0) throw new Error('no');
            if (n % 3 === 1) await tx.addAudit(auditRow('same for all of these'));
          }),
        ),
      );
      // The first of those with one audit id wins, the rest break on it.
      const kept = outcomes.flatMap((outcome, n) => (outcome.status === 'fulfilled' ? [`flow-${n}`] : []));
      assert.equal(kept.length, 21);
      const flows = await store.read('a', (view) => view.flows({ limit: 100 }));
      assert.deepEqual(flows.map((each) => each.id).sort(), kept.sort());
    },
  },
  {
    name: 'what a transaction has written is seen inside it, and by every read after it',
    run: async (store) => {
      await business(store, 'a');
      for (let n = 1; n <= 20; n += 1) {
        await store.transaction('a', async (tx) => {
          await tx.putFlow(flow(`${n}`));
          assert.equal((await tx.flows({ limit: 100 })).length, n);
        });
        assert.equal((await store.read('a', (view) => view.flows({ limit: 100 }))).length, n);
      }
    },
  },
  {
    name: 'a read sees one state, whatever is written meanwhile',
    run: async (store) => {
      await business(store, 'a');
      await store.transaction('a', (tx) => tx.putFlow(flow('1')));
      const begun = Promise.withResolvers<void>();
      const gate = Promise.withResolvers<void>();
      const reading = store.read('a', async (view) => {
        const before = await view.flows({ limit: 10 });
        begun.resolve();
        await gate.promise;
        assert.deepEqual(await view.flows({ limit: 10 }), before);
        return before.length;
      });
      await begun.promise;
      const writing = store.transaction('a', (tx) => tx.putFlow(flow('2')));
      // An adapter may let the write pass the read, or make it wait; the read must not notice either way.
      await Promise.race([writing, turns(100)]);
      gate.resolve();
      assert.equal(await reading, 1);
      await writing;
      assert.equal((await store.read('a', (view) => view.flows({ limit: 10 }))).length, 2);
    },
  },
  {
    name: 'transactions of one business follow one another: versions have no gaps',
    run: async (store) => {
      await business(store, 'a');
      const versions = await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          store.transaction('a', async (tx) => {
            const latest = await tx.profile();
            const added = await tx.addProfile({
              hash: `h${n}`,
              profile: profile(`p${n}`),
              createdAt: at(n),
              createdBy: 'x',
            });
            assert.equal(added.version, (latest?.version ?? 0) + 1);
            return added.version;
          }),
        ),
      );
      assert.deepEqual(
        versions.sort((x, y) => x - y),
        Array.from({ length: 50 }, (_, n) => n + 1),
      );
    },
  },
  {
    name: 'a handle is dead once its transaction or read has ended',
    run: async (store) => {
      await business(store, 'a');
      let kept: StoreTransaction | undefined;
      await store.transaction('a', async (tx) => {
        kept = tx;
      });
      await assert.rejects(async () => kept?.putFlow(flow('late')), isMisuse);
      assert.deepEqual(await store.read('a', (view) => view.flows({ limit: 10 })), []);
      const late = await store.read('a', async (view) => view);
      await assert.rejects(async () => late.business(), isMisuse);
    },
  },
  {
    name: 'a transaction inside a transaction is refused instead of waiting for itself',
    run: async (store) => {
      await business(store, 'a');
      await store.transaction('a', async () => {
        await assert.rejects(
          store.transaction('a', async () => undefined),
          isMisuse,
        );
        await assert.rejects(
          store.read('a', async () => undefined),
          isMisuse,
        );
      });
    },
  },
  {
    name: 'nothing is taken once it is closed; what was under way is finished',
    run: async (store) => {
      await business(store, 'a');
      const last = store.transaction('a', (tx) => tx.putFlow(flow('last')));
      await store.close();
      await last;
      await assert.rejects(
        store.transaction('a', async () => undefined),
        StoreError,
      );
      await assert.rejects(
        store.read('a', async () => undefined),
        StoreError,
      );
      await assert.rejects(store.ready(), StoreError);
      await store.close();
    },
  },
];
