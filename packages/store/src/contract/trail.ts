import assert from 'node:assert/strict';
import type { Wanted } from '../port.ts';
import { answer, at, business, type ContractCase, flow, question, reading } from './samples.ts';
import { noted, snapshot } from './trail-samples.ts';

const ref = { source: 'n8n', id: '1', state: 'published' } as const;

export const trails: readonly ContractCase[] = [
  {
    name: 'a trail grows by what follows its latest entry, and by nothing else',
    run: async (store) => {
      await business(store, 's');
      const append = (...entries: Parameters<typeof noted>[]) =>
        store.transaction('s', (tx) => tx.appendTrail(entries.map((each) => noted(...each))));
      assert.deepEqual([...(await append(['e1'], ['e2', { id: '2' }]))].sort(), ['e1', 'e2']);
      // Somebody else was quicker: the number is taken.
      assert.deepEqual([...(await append(['e3'], ['e4', { id: '2', number: 2 }]))], ['e4']);
      assert.deepEqual([...(await append(['e5', { number: 3 }]))], []);
      const fault = snapshot({ standing: 'blocked', closure: 'closure-2' });
      assert.deepEqual(
        [...(await append(['e6', { number: 2, snapshot: fault, saidHash: 'said-2', direction: 'worse' }]))],
        ['e6'],
      );
      const trail = await store.read('s', (view) => view.trail(ref, { limit: 10 }));
      assert.deepEqual(
        trail.map(({ entry, number, direction }) => [entry, number, direction]),
        [
          ['e6', 2, 'worse'],
          ['e1', 1, 'same'],
        ],
      );
      assert.deepEqual(trail[0]?.snapshot, fault);
      assert.deepEqual(
        (await store.read('s', (view) => view.trail(ref, { limit: 10, after: 'e6' }))).map(
          ({ entry }) => entry,
        ),
        ['e1'],
      );
    },
  },
  {
    name: 'the latest entries of many flows come with what was asked, drafts apart',
    run: async (store) => {
      await business(store, 's');
      const draft = noted('e2', { state: 'draft', snapshot: snapshot({ fingerprint: 'fp-draft' }) });
      await store.transaction('s', async (tx) => {
        await tx.appendTrail([noted('e1'), draft]);
        await tx.appendTrail([noted('e3', { number: 2, askedHash: 'asked-2' })]);
      });
      const last = await store.read('s', (view) =>
        view.lastNoted([ref, { ...ref, state: 'draft' }, { ...ref, id: 'unknown' }]),
      );
      assert.deepEqual(last.map(({ entry, askedHash }) => [entry, askedHash]).sort(), [
        ['e2', 'asked-1'],
        ['e3', 'asked-2'],
      ]);
      const { source, id, state, number, askedHash, saidHash } = draft;
      assert.deepEqual(
        last.find(({ entry }) => entry === 'e2'),
        { source, id, state, number, askedHash, saidHash, entry: 'e2', snapshot: draft.snapshot },
      );
      assert.deepEqual(await store.read('s', (view) => view.lastNoted([])), []);
    },
  },
  {
    name: 'unnoted are flows with all that is wanted whose latest entry stands on something else',
    run: async (store) => {
      await business(store, 's');
      const wanted: Wanted = { readers: ['reader-1'], questions: [question('a')] };
      const unnoted = (asked: string, after?: string) =>
        store.read('s', async (view) =>
          (await view.unnoted(wanted, asked, { limit: 10, after })).map(({ id }) => id),
        );
      await store.transaction('s', async (tx) => {
        for (const id of ['1', '2', '3']) await tx.putFlow(flow(id));
        await tx.putReadings([reading(flow('1')), reading(flow('2')), reading(flow('3'))]);
        await tx.putAnswers([answer(flow('1'), question('a')), answer(flow('2'), question('a'))]);
      });
      // The third still lacks an answer.
      assert.deepEqual(await unnoted('asked-1'), ['1', '2']);
      assert.deepEqual(await unnoted('asked-1', JSON.stringify(['n8n', '1', 'published'])), ['2']);
      await store.transaction('s', (tx) => tx.appendTrail([noted('e1')]));
      assert.deepEqual(await unnoted('asked-1'), ['2']);
      assert.deepEqual(await unnoted('asked-2'), ['1', '2']);
      await store.transaction('s', (tx) => tx.markNoted([ref], ''));
      const [last] = await store.read('s', (view) => view.lastNoted([ref]));
      assert.deepEqual([last?.askedHash, last?.snapshot], ['', noted('e1').snapshot]);
      assert.deepEqual(await unnoted('asked-1'), ['1', '2']);
      await store.transaction('s', (tx) => tx.markNoted([ref], 'asked-1'));
      assert.deepEqual(await unnoted('asked-1'), ['2']);
      await store.transaction('s', (tx) => tx.setClosure(ref, 'closure-2'));
      await store.transaction('s', (tx) => tx.putReading(reading(flow('1', { closure: 'closure-2' }))));
      await store.transaction('s', (tx) =>
        tx.putAnswers([answer(flow('1', { closure: 'closure-2' }), question('a'))]),
      );
      assert.deepEqual(await unnoted('asked-1'), ['1', '2']);
    },
  },
  {
    name: 'every version of a flow is kept by what it does, the first text of it',
    run: async (store) => {
      await business(store, 's');
      const put = (fingerprint: string, workflow: string, minute: number) =>
        store.transaction('s', (tx) =>
          tx.putFlow(flow('1', { fingerprint, workflow, updatedAt: at(minute), name: `at ${minute}` })),
        );
      await put('fp-a', '{"a":1}', 3);
      await put('fp-b', '{"b":1}', 4);
      await put('fp-a', '{"a":1,"moved":true}', 5);
      const versions = await store.read('s', (view) => view.flowVersions(ref, { limit: 10 }));
      assert.deepEqual(
        versions.map(({ fingerprint, at: time, name }) => [fingerprint, time, name]),
        [
          ['fp-b', at(4), 'at 4'],
          ['fp-a', at(3), 'at 3'],
        ],
      );
      assert.deepEqual(
        (await store.read('s', (view) => view.flowVersions(ref, { limit: 10, after: 'fp-b' }))).map(
          ({ fingerprint }) => fingerprint,
        ),
        ['fp-a'],
      );
      assert.equal(
        (await store.read('s', (view) => view.versionOf('n8n', '1', 'fp-a')))?.workflow,
        '{"a":1}',
      );
      assert.equal(await store.read('s', (view) => view.versionOf('n8n', '2', 'fp-a')), undefined);
    },
  },
];
