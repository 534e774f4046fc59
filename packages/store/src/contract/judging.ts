import assert from 'node:assert/strict';
import type { Claim } from '../judging-port.ts';
import type { Wanted } from '../port.ts';
import {
  answer,
  at,
  business,
  type ContractCase,
  failedAnswer,
  failedReading,
  flow,
  question,
  reading,
} from './samples.ts';

export const claim = (id: string, more: Partial<Claim> = {}): Claim => ({
  id,
  worker: 'worker-1',
  until: at(5),
  wanted: 'hash',
  flows: [{ source: 'n8n', id: '1', state: 'published', closure: 'closure-1', contentHash: 'content' }],
  ...more,
});

export const judging: readonly ContractCase[] = [
  {
    name: 'a claim is kept until it is let go, and a later time replaces the earlier',
    run: async (store) => {
      await business(store, 's');
      await store.transaction('s', async (tx) => {
        await tx.putClaim(claim('b'));
        await tx.putClaim(claim('a'));
        await tx.putClaim(claim('b', { until: at(9) }));
      });
      assert.deepEqual(await store.read('s', (view) => view.claims()), [
        claim('a'),
        claim('b', { until: at(9) }),
      ]);
      assert.equal(await store.transaction('s', (tx) => tx.removeClaim('a')), true);
      assert.equal(await store.transaction('s', (tx) => tx.removeClaim('a')), false);
      assert.deepEqual(await store.read('s', async (view) => (await view.claims()).map(({ id }) => id)), [
        'b',
      ]);
    },
  },
  {
    name: 'how often a flow ended who judged it is counted until it is forgotten',
    run: async (store) => {
      await business(store, 's');
      const trouble = { source: 'n8n', id: '1', closure: 'c', times: 1 };
      await store.transaction('s', async (tx) => {
        await tx.putTrouble(trouble);
        await tx.putTrouble({ ...trouble, id: '2' });
        await tx.putTrouble({ ...trouble, closure: 'd', times: 2 });
      });
      assert.deepEqual(await store.read('s', (view) => view.troubles()), [
        { ...trouble, closure: 'd', times: 2 },
        { ...trouble, id: '2' },
      ]);
      await store.transaction('s', (tx) => tx.removeTroubles([{ source: 'n8n', id: '1' }]));
      assert.deepEqual(await store.read('s', (view) => view.troubles()), [{ ...trouble, id: '2' }]);
    },
  },
  {
    name: 'a run begins once, counts what was judged, and ends once',
    run: async (store) => {
      await business(store, 's');
      const run = () => store.read('s', (view) => view.run());
      assert.equal(await run(), undefined);
      await store.transaction('s', (tx) => tx.advanceRun(at(1), 5));
      assert.equal(await run(), undefined);
      await store.transaction('s', (tx) => tx.beginRun(at(2)));
      await store.transaction('s', (tx) => tx.beginRun(at(3)));
      await store.transaction('s', (tx) => tx.advanceRun(at(4), 100));
      await store.transaction('s', (tx) => tx.advanceRun(at(5), 50));
      const under = { since: at(2), lastAt: at(5), judged: 150, endedAt: null };
      assert.deepEqual(await run(), under);
      await store.transaction('s', (tx) => tx.endRun(at(6)));
      await store.transaction('s', (tx) => tx.endRun(at(7)));
      await store.transaction('s', (tx) => tx.advanceRun(at(7), 1));
      assert.deepEqual(await run(), { ...under, endedAt: at(6) });
      await store.transaction('s', (tx) => tx.beginRun(at(8)));
      assert.deepEqual(await run(), { since: at(8), lastAt: at(8), judged: 0, endedAt: null });
    },
  },
  {
    name: 'what many flows were answered comes at once, and whole flows come many at a time',
    run: async (store) => {
      await business(store, 's');
      const [one, two, draft] = [
        flow('1'),
        flow('2'),
        flow('2', { state: 'draft', workflow: '{"draft":1}' }),
      ];
      await store.transaction('s', async (tx) => {
        for (const each of [one, two, draft]) await tx.putFlow(each);
        await tx.putReadings([reading(one), reading(two)]);
        await tx.putReadings([]);
        await tx.putAnswers([answer(one, question('a')), failedAnswer(two, question('b'), 'broken')]);
      });
      const known = await store.read('s', (view) =>
        view.answers([one, two], [question('a'), question('b'), question('c')]),
      );
      assert.deepEqual(known.map(({ id, check }) => `${id} ${check}`).sort(), ['1 a', '2 b']);
      assert.deepEqual(await store.read('s', (view) => view.answers([one], [])), []);
      const whole = await store.read('s', (view) => view.wholeFlows([one, draft, flow('3')]));
      assert.deepEqual(
        whole.map(({ id, state, workflow }) => [id, state, workflow]),
        [
          ['1', 'published', one.workflow],
          ['2', 'draft', draft.workflow],
        ],
      );
    },
  },
  {
    name: 'parked flows are those with an error, in pages',
    run: async (store) => {
      await business(store, 's');
      const wanted: Wanted = { readers: ['reader-1'], questions: [question('a')] };
      await store.transaction('s', async (tx) => {
        for (const id of ['1', '2', '3', '4']) await tx.putFlow(flow(id));
        await tx.putReadings([reading(flow('1')), failedReading(flow('2'), 'broken'), reading(flow('3'))]);
        await tx.putAnswers([
          answer(flow('1'), question('a')),
          failedAnswer(flow('3'), question('a'), 'broken'),
        ]);
      });
      const parked = (limit: number, after?: string) =>
        store.read('s', async (view) => (await view.parked(wanted, { limit, after })).map(({ id }) => id));
      assert.deepEqual(await parked(10), ['2', '3']);
      assert.deepEqual(await parked(1), ['2']);
      assert.deepEqual(await parked(10, JSON.stringify(['n8n', '2', 'published'])), ['3']);
    },
  },
];
