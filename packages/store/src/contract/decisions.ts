import assert from 'node:assert/strict';
import { decisionCursor } from '../decision-port.ts';
import type { Store } from '../port.ts';
import { approval, decision, suppression } from './decision-samples.ts';
import { at, business, type ContractCase } from './samples.ts';

const hostile = `'; drop table decisions; -- \u202e\u0007 \u{1f4d6} %_" \\`;

const used = async (store: Store, recipient: string, channels: readonly string[] | null = null, since = '') =>
  (await store.read('a', (view) => view.contactUse({ recipients: [recipient], since, channels })))[0]?.used ??
  0;

export const decisions: readonly ContractCase[] = [
  {
    name: 'a decision comes back as it was kept',
    run: async (store) => {
      await business(store, 'a');
      const full = decision('d1', { sealed: hostile, recipient: hostile, idempotencyKey: hostile });
      const bare = decision('d2', {
        recipient: null,
        profileVersion: null,
        contact: 'none',
        content: 'none',
        sealed: null,
        contentUntil: null,
      });
      await store.transaction('a', (tx) => tx.addDecisions([full, bare]));
      await store.transaction('a', (tx) => tx.addDecisions([]));
      await store.read('a', async (view) => {
        assert.deepEqual(await view.decision('d1'), full);
        assert.deepEqual(await view.decision('d2'), bare);
        assert.equal(await view.decision('d3'), undefined);
        assert.deepEqual(await view.decisionsByKey(['none', hostile]), [full]);
        assert.deepEqual(await view.decisionsByKey([]), []);
      });
    },
  },
  {
    name: 'an idempotency key stands for one decision in a business, in one transaction and across them',
    run: async (store) => {
      await business(store, 'a');
      await business(store, 'b');
      const one = decision('d1', { idempotencyKey: 'k' });
      await store.transaction('a', (tx) => tx.addDecisions([one, decision('d2'), decision('d3')]));
      await store.transaction('b', (tx) => tx.addDecisions([one]));
      const again = decision('d4', { idempotencyKey: 'k' });
      await assert.rejects(store.transaction('a', (tx) => tx.addDecisions([again])));
      const two = [decision('d5', { idempotencyKey: 'n' }), decision('d6', { idempotencyKey: 'n' })];
      await assert.rejects(store.transaction('a', (tx) => tx.addDecisions(two)));
      assert.equal((await store.read('a', (view) => view.decisions({ limit: 9 }))).length, 3);
    },
  },
  {
    name: 'decisions come in pages by time, from a moment on, also for a cursor that nobody made',
    run: async (store) => {
      await business(store, 'a');
      const many = Array.from({ length: 1_000 }, (_, n) =>
        decision(`d${String(n).padStart(4, '0')}`, { createdAt: at(Math.floor(n / 10)) }),
      );
      await store.transaction('a', (tx) => tx.addDecisions(many));
      const found: string[] = [];
      for (let after: string | undefined; ; ) {
        const page = await store.read('a', (view) => view.decisions({ limit: 300, after, since: at(50) }));
        found.push(...page.map((each) => each.id));
        const last = page.at(-1);
        if (last === undefined) break;
        after = decisionCursor(last);
      }
      assert.deepEqual(
        found,
        many.slice(500).map((each) => each.id),
      );
      for (const after of ['', '[', '{}', '[1]']) {
        assert.equal((await store.read('a', (view) => view.decisions({ limit: 5, after })))[0]?.id, 'd0000');
      }
    },
  },
  {
    name: 'contacts are counted by recipient, window and channel, until they are given back',
    run: async (store) => {
      await business(store, 'a');
      const to = (id: string, minute: number, channel: string, more = {}) =>
        decision(id, {
          recipient: 'ann',
          createdAt: at(minute),
          request: { caller: 'c', action: 'message.send', channel },
          ...more,
        });
      await store.transaction('a', (tx) =>
        tx.addDecisions([
          to('d1', 10, 'email'),
          to('d2', 20, 'sms', { contact: 'reserved' }),
          to('d3', 30, 'email'),
          to('d4', 30, 'email', { contact: 'none' }),
          to('d5', 30, 'email', { recipient: null }),
          decision('other'),
        ]),
      );
      assert.equal(await used(store, 'ann'), 3);
      assert.equal(await used(store, 'ann', ['email']), 2);
      assert.equal(await used(store, 'ann', ['letter']), 0);
      assert.equal(await used(store, 'ann', null, at(10)), 2);
      // A reserved one may yet be used, so it counts in every window.
      assert.equal(await used(store, 'ann', null, at(40)), 1);
      const both = await store.read('a', (view) =>
        view.contactUse({ recipients: ['hash of other', 'ann', 'nobody', 'ann'], since: '', channels: null }),
      );
      assert.deepEqual(
        [...both].sort((x, y) => x.used - y.used),
        [
          { recipient: 'hash of other', used: 1, oldest: at(10) },
          { recipient: 'ann', used: 3, oldest: at(10) },
        ],
      );
      const give = (id: string) => store.transaction('a', (tx) => tx.releaseContact(id));
      assert.deepEqual([await give('d1'), await give('d1'), await give('d4')], [true, false, false]);
      assert.equal(await used(store, 'ann'), 2);
      const use = (id: string) => store.transaction('a', (tx) => tx.useContact(id, at(50)));
      assert.deepEqual([await use('d2'), await use('d2'), await use('d1')], [true, false, false]);
      assert.equal(await used(store, 'ann', null, at(40)), 1);
      const states = await store.read('a', async (view) =>
        (await view.decisions({ limit: 9 })).map((each) => `${each.id} ${each.contact}`).sort(),
      );
      assert.deepEqual(states, ['d1 released', 'd2 used', 'd3 used', 'd4 none', 'd5 none', 'other used']);
    },
  },
  {
    name: 'of many who ask at once for the last contacts, no more get one than there are',
    run: async (store) => {
      await business(store, 'a');
      const limit = 5;
      const got = await Promise.all(
        Array.from({ length: 60 }, (_, n) =>
          store.transaction('a', async (tx) => {
            const [use] = await tx.contactUse({ recipients: ['ann'], since: '', channels: null });
            // Lets others in, where an adapter would.
            await new Promise((resolve) => setImmediate(resolve));
            const free = (use?.used ?? 0) < limit;
            await tx.addDecisions([
              decision(`d${n}`, { recipient: 'ann', contact: free ? 'reserved' : 'none' }),
            ]);
            return free;
          }),
        ),
      );
      assert.equal(got.filter(Boolean).length, limit);
      assert.equal(await used(store, 'ann'), limit);
    },
  },
  {
    name: 'suppressions are put, replaced, listed and removed',
    run: async (store) => {
      await business(store, 'a');
      const first = suppression('ann', hostile);
      await store.transaction('a', (tx) => tx.putSuppressions([first, suppression('bob')]));
      const changed = { ...suppression('ann', 'later'), scope: 'marketing' as const };
      await store.transaction('a', (tx) => tx.putSuppressions([suppression('ann', 'never'), changed]));
      await store.read('a', async (view) => {
        assert.deepEqual(await view.suppressions(['ann', 'nobody']), [changed]);
        assert.deepEqual(await view.suppressionList({ limit: 9, after: 'ann' }), [suppression('bob')]);
      });
      const remove = () => store.transaction('a', (tx) => tx.removeSuppression('ann'));
      assert.deepEqual([await remove(), await remove()], [true, false]);
    },
  },
  {
    name: 'content goes when its time is over, unless somebody has yet to answer',
    run: async (store) => {
      await business(store, 'a');
      await store.transaction('a', async (tx) => {
        await tx.addDecisions([
          decision('old', { contentUntil: at(20) }),
          decision('waiting', { contentUntil: at(20) }),
          decision('answered', { contentUntil: at(20) }),
          decision('young', { contentUntil: at(40) }),
          decision('bare', { content: 'none', sealed: null, contentUntil: null }),
        ]);
        await tx.addApproval(approval('a1', { decision: 'waiting', edited: 'kept' }));
        await tx.addApproval(approval('a2', { decision: 'answered', state: 'edited', edited: 'gone' }));
        assert.equal(await tx.expireContent(at(30), 1), 1);
        assert.equal(await tx.expireContent(at(30), 9), 1);
        assert.equal(await tx.expireContent(at(30), 9), 0);
        const state = async (id: string) => {
          const { content, sealed } = (await tx.decision(id)) ?? {};
          return `${content} ${sealed}`;
        };
        assert.equal(await state('old'), 'expired null');
        assert.equal(await state('answered'), 'expired null');
        assert.equal(await state('waiting'), 'kept sealed');
        assert.equal(await state('young'), 'kept sealed');
        assert.equal(await state('bare'), 'none null');
        assert.equal((await tx.approval('a1'))?.edited, 'kept');
        assert.equal((await tx.approval('a2'))?.edited, null);
      });
    },
  },
  {
    name: 'erasing a recipient takes content and link, and leaves what protects them',
    run: async (store) => {
      await business(store, 'a');
      await store.transaction('a', async (tx) => {
        await tx.addDecisions([
          decision('d1', { recipient: 'ann' }),
          decision('d2', { recipient: 'ann', content: 'none', sealed: null }),
          decision('d3', { recipient: 'bob' }),
        ]);
        await tx.addApproval(approval('a1', { decision: 'd1', edited: 'words', comment: 'words' }));
        await tx.putSuppressions([suppression('ann')]);
        assert.equal(await tx.eraseRecipient('ann'), 2);
        assert.equal(await tx.eraseRecipient('ann'), 0);
        const first = await tx.decision('d1');
        assert.deepEqual([first?.recipient, first?.sealed, first?.content], [null, null, 'erased']);
        assert.equal((await tx.decision('d2'))?.content, 'none');
        assert.equal((await tx.decision('d3'))?.content, 'kept');
        const kept = await tx.approval('a1');
        assert.deepEqual([kept?.edited, kept?.comment], [null, null]);
        assert.equal((await tx.suppressions(['ann'])).length, 1);
        const [use] = await tx.contactUse({ recipients: ['ann'], since: '', channels: null });
        assert.equal(use?.used, 2);
      });
    },
  },
];
