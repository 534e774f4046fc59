import assert from 'node:assert/strict';
import type { HandoverEnd, StoredHandover } from '../handover-port.ts';
import type { StoreTransaction } from '../port.ts';
import { at, business, type ContractCase } from './samples.ts';

const hostile = `'; drop table handovers; -- \u202e\u0007 \u{1f4d6} %_" \\`;

export const handover = (id: string, more: Partial<StoredHandover> = {}): StoredHandover => ({
  id,
  state: 'open',
  createdAt: at(10),
  actor: 'key',
  flow: { source: 'n8n', id: 'f' },
  channel: null,
  recipient: `hash of ${id}`,
  idempotencyKey: null,
  requestHash: `request of ${id}`,
  content: 'kept',
  sealed: 'sealed',
  contentUntil: at(60),
  closedAt: null,
  closedBy: null,
  closer: null,
  comment: null,
  ...more,
});

export const handoverEnd: HandoverEnd = {
  closedAt: at(12),
  closedBy: 'Maria',
  closer: 'key',
  comment: hostile,
};

/** One handover; `mark` stands in every part of it. */
export const fillHandovers = (tx: StoreTransaction, mark: string): Promise<boolean> =>
  tx.addHandover(
    handover('handover', { actor: mark, recipient: mark, sealed: mark, idempotencyKey: mark, channel: mark }),
  );

export const handovers: readonly ContractCase[] = [
  {
    name: 'a handover is kept as it was put, once under one idempotency key',
    run: async (store) => {
      await business(store, 'a');
      await business(store, 'b');
      const one = handover('h1', { idempotencyKey: hostile, flow: null, channel: hostile, sealed: hostile });
      await store.transaction('a', async (tx) => {
        assert.equal(await tx.addHandover(one), true);
        assert.equal(await tx.addHandover({ ...one, id: 'h2' }), false);
        assert.equal(await tx.addHandover(handover('h3')), true);
        assert.equal(await tx.addHandover(handover('h4')), true);
        assert.deepEqual(await tx.handover('h1'), one);
        assert.deepEqual(await tx.handoverByKey(hostile), one);
        assert.equal(await tx.handover('h2'), undefined);
        assert.equal(await tx.handoverByKey('none'), undefined);
      });
      assert.equal(await store.transaction('b', (tx) => tx.addHandover(one)), true);
      await assert.rejects(store.transaction('a', (tx) => tx.addHandover(handover('h3'))));
    },
  },
  {
    name: 'of many who close a handover the first counts',
    run: async (store) => {
      await business(store, 'a');
      await store.transaction('a', (tx) => tx.addHandover(handover('h1')));
      const ends = await Promise.all(
        ['Maria', 'Tom', 'Ida'].map((closedBy) =>
          store.transaction('a', (tx) => tx.closeHandover('h1', { ...handoverEnd, closedBy })),
        ),
      );
      assert.deepEqual(
        ends.sort((x, y) => Number(y) - Number(x)),
        [true, false, false],
      );
      assert.equal(await store.transaction('a', (tx) => tx.closeHandover('none', handoverEnd)), false);
      assert.deepEqual(await store.read('a', (view) => view.handover('h1')), {
        ...handover('h1', { state: 'closed' }),
        ...handoverEnd,
      });
    },
  },
  {
    name: 'handovers are listed in pages and by state',
    run: async (store) => {
      await business(store, 'a');
      await store.transaction('a', async (tx) => {
        for (const n of [1, 2, 3]) await tx.addHandover(handover(`h${n}`));
        await tx.closeHandover('h2', handoverEnd);
        const ids = async (page: Parameters<typeof tx.handovers>[0]) =>
          (await tx.handovers(page)).map((each) => each.id);
        assert.deepEqual(await ids({ limit: 2 }), ['h1', 'h2']);
        assert.deepEqual(await ids({ limit: 2, after: 'h2' }), ['h3']);
        assert.deepEqual(await ids({ limit: 9, state: 'open' }), ['h1', 'h3']);
        assert.deepEqual(await ids({ limit: 9, state: 'closed' }), ['h2']);
      });
    },
  },
  {
    name: 'what was handed over is kept while it is open, then for its time',
    run: async (store) => {
      await business(store, 'a');
      await store.transaction('a', async (tx) => {
        for (const id of ['open', 'early', 'late']) await tx.addHandover(handover(id));
        await tx.addHandover(handover('long', { contentUntil: at(99) }));
        for (const id of ['early', 'late', 'long']) await tx.closeHandover(id, handoverEnd);
        assert.equal(await tx.expireHandovers(at(60)), 0);
        assert.equal(await tx.expireHandovers(at(61)), 2);
        assert.equal(await tx.expireHandovers(at(61)), 0);
        assert.equal((await tx.handover('open'))?.sealed, 'sealed');
        assert.equal((await tx.handover('long'))?.sealed, 'sealed');
        const early = await tx.handover('early');
        assert.deepEqual([early?.sealed, early?.content], [null, 'expired']);
      });
    },
  },
  {
    name: 'erasing a recipient takes what was handed over of them, and closes it',
    run: async (store) => {
      await business(store, 'a');
      await store.transaction('a', async (tx) => {
        await tx.addHandover(handover('open', { recipient: 'ann' }));
        await tx.addHandover(handover('closed', { recipient: 'ann' }));
        await tx.addHandover(handover('other', { recipient: 'bob' }));
        await tx.closeHandover('closed', { ...handoverEnd, closedBy: 'Tom' });
        assert.equal(await tx.eraseHandovers('ann', handoverEnd), 2);
        assert.equal(await tx.eraseHandovers('ann', handoverEnd), 0);
        const erased = { recipient: null, sealed: null, content: 'erased', comment: null, state: 'closed' };
        assert.deepEqual(await tx.handover('open'), { ...handover('open'), ...handoverEnd, ...erased });
        const closed = await tx.handover('closed');
        assert.deepEqual(closed, { ...handover('closed'), ...handoverEnd, ...erased, closedBy: 'Tom' });
        assert.deepEqual(await tx.handover('other'), handover('other', { recipient: 'bob' }));
      });
    },
  },
];
