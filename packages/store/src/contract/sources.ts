import assert from 'node:assert/strict';
import type { StoreTransaction } from '../port.ts';
import type { SourceStatus, StoredSource } from '../source-port.ts';
import { at, business, type ContractCase } from './samples.ts';

const hostile = `'; drop table sources; -- \u202e\u0007 \u{1f4d6} %_" \\`;

export const source = (id: string, more: Partial<StoredSource> = {}): StoredSource => ({
  id,
  kind: 'n8n',
  source: `n8n-${id}`,
  url: 'https://n8n.example.org',
  key: 'sealed',
  allowPrivate: false,
  createdAt: at(1),
  createdBy: 'key',
  state: 'never',
  since: at(1),
  detail: null,
  lastTriedAt: null,
  lastReadAt: null,
  nextAt: at(1),
  failures: 0,
  flows: 0,
  ...more,
});

export const sourceStatus: SourceStatus = {
  state: 'unreachable',
  since: at(5),
  detail: hostile,
  lastTriedAt: at(9),
  lastReadAt: at(3),
  nextAt: at(12),
  failures: 3,
  flows: 17,
};

/** One source; `mark` stands in every part of it. */
export const fillSources = (tx: StoreTransaction, mark: string): Promise<boolean> =>
  tx.addSource(source('source', { source: mark, url: mark, key: mark, detail: mark, createdBy: mark }));

export const sources: readonly ContractCase[] = [
  {
    name: 'a source is kept as it was put, one for each name of flows',
    run: async (store) => {
      await business(store, 'a');
      await business(store, 'b');
      const one = source('s1', { url: hostile, key: hostile, allowPrivate: true, ...sourceStatus });
      await store.transaction('a', async (tx) => {
        assert.equal(await tx.addSource(one), true);
        assert.equal(await tx.addSource({ ...source('s2'), source: one.source }), false);
        assert.equal(await tx.addSource(source('s3')), true);
        assert.deepEqual(await tx.sources(), [one, source('s3')]);
        assert.deepEqual(await tx.source('s1'), one);
        assert.equal(await tx.source('s2'), undefined);
        assert.deepEqual([await tx.removeSource('s3'), await tx.removeSource('s3')], [true, false]);
      });
      assert.equal(await store.transaction('b', (tx) => tx.addSource(one)), true);
    },
  },
  {
    name: 'how a source stands is noted, and nothing else of it changes',
    run: async (store) => {
      await business(store, 'a');
      await store.transaction('a', async (tx) => {
        await tx.addSource(source('s1'));
        assert.equal(await tx.noteSource('s1', sourceStatus), true);
        assert.equal(await tx.noteSource('s2', sourceStatus), false);
        assert.deepEqual(await tx.source('s1'), source('s1', sourceStatus));
      });
    },
  },
  {
    name: 'a source takes another key, and nothing else of it changes but when it is read',
    run: async (store) => {
      await business(store, 'a');
      await store.transaction('a', async (tx) => {
        await tx.addSource(source('s1', sourceStatus));
        assert.equal(await tx.setSourceKey('s1', hostile, at(2)), true);
        assert.equal(await tx.setSourceKey('s2', hostile, at(2)), false);
        assert.deepEqual(await tx.sources(), [
          source('s1', { ...sourceStatus, key: hostile, nextAt: at(2) }),
        ]);
      });
    },
  },
  {
    name: 'of many who claim a source that is due one gets it',
    run: async (store) => {
      await business(store, 'a');
      await store.transaction('a', (tx) => tx.addSource(source('s1')));
      const claims = await Promise.all(
        [20, 21, 22].map((n) => store.transaction('a', (tx) => tx.claimSource('s1', at(1), at(n)))),
      );
      assert.deepEqual(claims.filter(Boolean), [true]);
      const kept = await store.read('a', (view) => view.source('s1'));
      assert.equal(kept?.nextAt, at(20 + claims.indexOf(true)));
      assert.equal(await store.transaction('a', (tx) => tx.claimSource('none', at(1), at(2))), false);
    },
  },
];
