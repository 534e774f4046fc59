import assert from 'node:assert/strict';
import { flowCursor, installation, profileEtag } from '../port.ts';
import { fillDecisions } from './decision-samples.ts';
import { fillHandovers } from './handovers.ts';
import { at, auditRow, business, type ContractCase, fill, flow, key, profile } from './samples.ts';
import { fillSources } from './sources.ts';

const hostile = `'; drop table flows; -- \u202e\u0007 \u{1f4d6} %_" \\`;

export const contents: readonly ContractCase[] = [
  {
    name: 'a vault that is not the first one is recognised',
    run: async (store) => {
      const told = await Promise.all(['one', 'one', 'two'].map((each) => store.isVault(each)));
      assert.deepEqual(told, [true, true, false]);
      assert.equal(await store.isVault('one'), true);
    },
  },
  {
    name: 'businesses are listed by id, in pages, and made once',
    run: async (store) => {
      for (const id of ['c', 'a', 'b']) assert.equal(await business(store, id, hostile), true);
      assert.equal(await business(store, 'a', 'again'), false);
      const first = await store.listBusinesses({ limit: 2 });
      assert.deepEqual(
        first.map((each) => each.id),
        ['a', 'b'],
      );
      assert.deepEqual(await store.listBusinesses({ limit: 2, after: 'b' }), [
        { id: 'c', name: hostile, createdAt: at(0) },
      ]);
      await store.ready();
    },
  },
  {
    name: 'deleting a business takes everything of it but its audit trail',
    run: async (store) => {
      for (const id of ['a', 'b']) {
        await store.transaction(id, async (tx) => {
          await fill(tx, id);
          await fillDecisions(tx, id);
          await fillHandovers(tx, id);
          await fillSources(tx, id);
        });
      }
      assert.equal(await store.transaction('a', (tx) => tx.deleteBusiness()), true);
      assert.equal(await store.transaction('a', (tx) => tx.deleteBusiness()), false);
      assert.equal(await store.findKeyByHash('hash of key-a'), undefined);
      assert.equal((await store.findKeyByHash('hash of key-b'))?.scope, 'b');
      await store.transaction('a', async (tx) => {
        // Made again under the same id, it starts empty.
        await tx.createBusiness({ name: 'new', createdAt: at(9) });
        assert.deepEqual(await tx.keys(), []);
        assert.equal(await tx.profile(), undefined);
        assert.deepEqual(await tx.flows({ limit: 9, removed: true }), []);
        assert.deepEqual(await tx.readings([flow('caller'), flow('called')]), []);
        assert.equal((await tx.auditTrail({ limit: 9 })).length, 1);
        assert.deepEqual(await tx.decisions({ limit: 9 }), []);
        assert.deepEqual(await tx.contactUse({ recipients: ['a'], since: '', channels: null }), []);
        assert.deepEqual(await tx.suppressions(['a']), []);
        assert.deepEqual(await tx.approvals({ limit: 9 }), []);
        assert.deepEqual(await tx.handovers({ limit: 9 }), []);
        assert.deepEqual(await tx.sources(), []);
        assert.deepEqual(await tx.connections(), []);
        assert.equal(await tx.delivery('delivery'), undefined);
        assert.deepEqual(await tx.outcomes({ limit: 9 }), []);
      });
    },
  },
  {
    name: 'a business that does not exist takes no content',
    run: async (store) => {
      await assert.rejects(store.transaction('nobody', (tx) => tx.putFlow(flow('1'))));
      await assert.rejects(
        store.transaction('nobody', (tx) =>
          tx.addProfile({ hash: 'h', profile: profile('p'), createdAt: at(1), createdBy: 'x' }),
        ),
      );
    },
  },
  {
    name: 'keys are found by hash, revoked once, and belong to one scope',
    run: async (store) => {
      await business(store, 'a');
      await store.transaction('a', (tx) => tx.addKey(key('k1', hostile)));
      await store.transaction(installation, (tx) => tx.addKey({ ...key('k2'), scopes: ['admin'] }));
      assert.deepEqual(await store.findKeyByHash('hash of k1'), {
        ...key('k1', hostile),
        scope: 'a',
        revokedAt: null,
        lastUsedAt: null,
      });
      assert.equal((await store.findKeyByHash('hash of k2'))?.scope, installation);
      assert.equal(await store.findKeyByHash('hash of nothing'), undefined);
      await store.transaction('a', (tx) => tx.noteKeyUse('k1', at(5)));
      assert.equal(await store.transaction('a', (tx) => tx.revokeKey('k1', at(6))), true);
      assert.equal(await store.transaction('a', (tx) => tx.revokeKey('k1', at(7))), false);
      assert.equal(await store.transaction('a', (tx) => tx.revokeKey('k2', at(7))), false);
      const kept = await store.findKeyByHash('hash of k1');
      assert.equal(kept?.revokedAt, at(6));
      assert.equal(kept?.lastUsedAt, at(5));
      // The hash is what a key is found by: it cannot be there twice.
      await assert.rejects(store.transaction('a', (tx) => tx.addKey({ ...key('k3'), hash: 'hash of k2' })));
    },
  },
  {
    name: 'profile versions are all kept, numbered from 1',
    run: async (store) => {
      await business(store, 'a');
      await business(store, 'b');
      for (const n of [1, 2, 3]) {
        const added = await store.transaction('a', (tx) =>
          tx.addProfile({
            hash: `hash ${n}`,
            profile: profile(`${n} ${hostile}`),
            createdAt: at(n),
            createdBy: 'k',
          }),
        );
        assert.equal(added.version, n);
        assert.equal(added.etag, profileEtag(n, `hash ${n}`));
        assert.deepEqual(await store.read('a', (view) => view.profile()), added);
      }
      const second = await store.read('a', (view) => view.profile(2));
      assert.equal(second?.profile.name, `2 ${hostile}`);
      assert.equal(await store.read('a', (view) => view.profile(4)), undefined);
      assert.equal(await store.read('b', (view) => view.profile()), undefined);
    },
  },
  {
    name: 'a flow is kept as it was put, published version and draft apart',
    run: async (store) => {
      await business(store, 'a');
      const published = flow('1', {
        name: hostile,
        workflow: JSON.stringify({ hostile }),
        references: ['x', 'y'],
      });
      const draft = flow('1', { state: 'draft', revision: 2, fingerprint: 'other' });
      await store.transaction('a', async (tx) => {
        await tx.putFlow(published);
        await tx.putFlow(draft);
      });
      await store.read('a', async (view) => {
        assert.deepEqual(await view.flow(published), published);
        assert.deepEqual(await view.flow(draft), draft);
        assert.equal(await view.flow(flow('2')), undefined);
        assert.equal(await view.flow({ ...published, source: 'other' }), undefined);
        const { workflow: _, ...head } = published;
        assert.deepEqual((await view.heads('n8n', ['1', '2']))[1], head);
      });
    },
  },
  {
    name: 'a removed flow is closed, not forgotten, and can be opened again',
    run: async (store) => {
      await business(store, 'a');
      await store.transaction('a', (tx) => tx.putFlow(flow('1', { references: ['2'] })));
      assert.equal(await store.transaction('a', (tx) => tx.removeFlow(flow('1'), at(5))), true);
      assert.equal(await store.transaction('a', (tx) => tx.removeFlow(flow('1'), at(6))), false);
      assert.equal(await store.transaction('a', (tx) => tx.removeFlow(flow('2'), at(6))), false);
      await store.read('a', async (view) => {
        assert.equal((await view.flow(flow('1')))?.removedAt, at(5));
        assert.deepEqual(await view.flows({ limit: 9 }), []);
        assert.equal((await view.flows({ limit: 9, removed: true })).length, 1);
        assert.deepEqual(await view.heads('n8n', ['1']), []);
        assert.deepEqual(await view.callers('n8n', ['2']), []);
      });
      await store.transaction('a', (tx) => tx.putFlow(flow('1', { revision: 2 })));
      assert.equal((await store.read('a', (view) => view.flows({ limit: 9 })))[0]?.revision, 2);
    },
  },
  {
    name: 'pages of flows hold each flow once, in order, also for a cursor that nobody made',
    run: async (store) => {
      await business(store, 'a');
      const ids = Array.from({ length: 25 }, (_, n) => `${n % 2 === 0 ? 'é' : 'E'}${n}"'`);
      await store.transaction('a', async (tx) => {
        for (const id of ids) {
          await tx.putFlow(flow(id));
          if (id.endsWith(`5"'`)) await tx.putFlow(flow(id, { state: 'draft' }));
        }
      });
      const found: string[] = [];
      for (let after: string | undefined; ; ) {
        const page = await store.read('a', (view) => view.flows({ limit: 4, after }));
        found.push(...page.map(flowCursor));
        const last = page.at(-1);
        if (last === undefined) break;
        after = flowCursor(last);
      }
      assert.equal(found.length, 27);
      assert.equal(new Set(found).size, 27);
      for (const after of ['', '[', '{"a":1}', '[1,2]', hostile]) {
        const page = await store.read('a', (view) => view.flows({ limit: 100, after }));
        assert.equal(page.length, 27);
      }
    },
  },
  {
    name: 'callers are found by what they refer to now',
    run: async (store) => {
      await business(store, 'a');
      await store.transaction('a', async (tx) => {
        await tx.putFlow(flow('main', { references: ['sub', 'sub', 'missing'] }));
        await tx.putFlow(flow('other', { source: 'n8n-2', references: ['sub'] }));
        await tx.putFlow(flow('sub'));
      });
      const callers = async (ids: readonly string[]) =>
        (await store.read('a', (view) => view.callers('n8n', ids))).map((each) => each.id);
      assert.deepEqual(await callers(['sub', 'missing']), ['main']);
      assert.deepEqual(await callers([]), []);
      await store.transaction('a', (tx) => tx.putFlow(flow('main', { references: ['missing'] })));
      assert.deepEqual(await callers(['sub']), []);
      assert.deepEqual(await callers(['missing']), ['main']);
      // Far more ids than one statement takes.
      const many = Array.from({ length: 40_000 }, (_, n) => `id-${n}`);
      assert.deepEqual(await callers([...many, 'missing']), ['main']);
      assert.equal((await store.read('a', (view) => view.heads('n8n', [...many, 'sub']))).length, 1);
    },
  },
  {
    name: 'the audit trail stands newest first, in pages',
    run: async (store) => {
      await business(store, 'a');
      for (const id of ['1', '2', '3'])
        await store.transaction('a', (tx) => tx.addAudit(auditRow(id, hostile)));
      const first = await store.read('a', (view) => view.auditTrail({ limit: 2 }));
      assert.deepEqual(first, [auditRow('3', hostile), auditRow('2', hostile)]);
      const rest = await store.read('a', (view) => view.auditTrail({ limit: 2, after: '2' }));
      assert.deepEqual(rest, [auditRow('1', hostile)]);
    },
  },
];
