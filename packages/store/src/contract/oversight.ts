import assert from 'node:assert/strict';
import { at, business, type ContractCase } from './samples.ts';
import { attestation, practice, signOff, waiver } from './trail-samples.ts';

const ids = (entries: readonly { readonly id: string }[]): readonly string[] => entries.map(({ id }) => id);

export const oversights: readonly ContractCase[] = [
  {
    name: 'what people add comes back as it was, newest first, by kind and by flow',
    run: async (store) => {
      await business(store, 's');
      const all = [signOff('o1'), attestation('o2'), waiver('o3', { flow: '2' }), practice('o4')];
      await store.transaction('s', async (tx) => {
        for (const each of all) await tx.addOversight(each);
      });
      await store.read('s', async (view) => {
        assert.deepEqual(await view.oversight({ limit: 10 }), [...all].reverse());
        assert.deepEqual(ids(await view.oversight({ limit: 1, after: 'o3' })), ['o2']);
        assert.deepEqual(ids(await view.oversight({ limit: 10, kind: 'waiver' })), ['o3']);
        assert.deepEqual(ids(await view.oversight({ limit: 10, flow: { source: 'n8n', id: '1' } })), [
          'o2',
          'o1',
        ]);
        assert.deepEqual(await view.oversightById('o2'), all[1]);
        assert.equal(await view.oversightById('none'), undefined);
        assert.deepEqual(
          ids(
            await view.oversightOf(
              [
                { source: 'n8n', id: '1' },
                { source: 'n8n', id: '2' },
              ],
              ['waiver', 'attestation'],
            ),
          ),
          ['o2', 'o3'],
        );
        assert.deepEqual(await view.oversightOf([], ['waiver']), []);
        assert.deepEqual(ids(await view.practices()), ['o4']);
      });
    },
  },
  {
    name: 'what is taken back stays in the list and counts no more, and is taken back once',
    run: async (store) => {
      await business(store, 's');
      await store.transaction('s', async (tx) => {
        await tx.addOversight(waiver('o1'));
        await tx.addOversight(practice('o2'));
      });
      const revoke = (id: string) => store.transaction('s', (tx) => tx.revokeOversight(id, at(9), 'key-2'));
      assert.equal(await revoke('o1'), true);
      assert.equal(await revoke('o1'), false);
      assert.equal(await revoke('o2'), true);
      assert.equal(await revoke('none'), false);
      await store.read('s', async (view) => {
        assert.deepEqual(
          await view.oversightById('o1'),
          waiver('o1', { revokedAt: at(9), revokedBy: 'key-2' }),
        );
        assert.deepEqual(ids(await view.oversight({ limit: 10 })), ['o2', 'o1']);
        assert.deepEqual(ids(await view.oversight({ limit: 10, standing: true })), []);
        assert.deepEqual(await view.oversightOf([{ source: 'n8n', id: '1' }], ['waiver']), []);
        assert.deepEqual(await view.practices(), []);
        assert.deepEqual(await view.untold('lapse', at(99), 10), []);
      });
    },
  },
  {
    name: 'a lapse is told beforehand and when it happens, once each',
    run: async (store) => {
      await business(store, 's');
      await store.transaction('s', async (tx) => {
        await tx.addOversight(waiver('o1', { until: at(30) }));
        await tx.addOversight(practice('o2', { until: at(20) }));
        await tx.addOversight(attestation('o3'));
      });
      const untold = async (what: 'soon' | 'lapse', minute: number) =>
        ids(await store.read('s', (view) => view.untold(what, at(minute), 10)));
      assert.deepEqual(await untold('soon', 19), []);
      assert.deepEqual(await untold('soon', 20), ['o2']);
      assert.deepEqual(await untold('soon', 30), ['o2', 'o1']);
      const told = (id: string, what: 'soon' | 'lapse') =>
        store.transaction('s', (tx) => tx.noteTold(id, what, at(40)));
      assert.equal(await told('o2', 'soon'), true);
      assert.equal(await told('o2', 'soon'), false);
      assert.deepEqual(await untold('soon', 30), ['o1']);
      assert.deepEqual(await untold('lapse', 30), ['o2', 'o1']);
      assert.equal(await told('o1', 'lapse'), true);
      assert.deepEqual(await untold('lapse', 30), ['o2']);
      assert.equal((await store.read('s', (view) => view.oversightById('o2')))?.soonToldAt, at(40));
    },
  },
];
