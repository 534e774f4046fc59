import assert from 'node:assert/strict';
import { flowCursor, type Store, type Wanted } from '../port.ts';
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

const both: Wanted = { readers: ['reader-1'], questions: [question('a'), question('b')] };
const none: Wanted = { readers: ['reader-1'], questions: [] };

const missing = async (store: Store, wanted: Wanted): Promise<readonly string[]> =>
  (await store.read('s', (view) => view.missing(wanted, { limit: 100 }))).map((each) => each.id);

const answered = (store: Store, id = '1'): Promise<void> =>
  store.transaction('s', async (tx) => {
    await tx.putFlow(flow(id));
    await tx.putReading(reading(flow(id)));
    await tx.putAnswers(both.questions.map((asked) => answer(flow(id), asked)));
  });

export const missingFindings: readonly ContractCase[] = [
  {
    name: 'a flow is missing until it was read and every question has its answer',
    run: async (store) => {
      await business(store, 's');
      await store.transaction('s', (tx) => tx.putFlow(flow('1')));
      assert.deepEqual(await missing(store, none), ['1']);
      assert.deepEqual(await missing(store, both), ['1']);
      await store.transaction('s', (tx) => tx.putReading(reading(flow('1'))));
      assert.deepEqual(await missing(store, none), []);
      assert.deepEqual(await missing(store, both), ['1']);
      await store.transaction('s', (tx) => tx.putAnswers([answer(flow('1'), question('a'))]));
      assert.deepEqual(await missing(store, both), ['1']);
      await store.transaction('s', (tx) => tx.putAnswers([answer(flow('1'), question('b'))]));
      assert.deepEqual(await missing(store, both), []);
    },
  },
  {
    name: 'a new check version, new options, a new closure and a new reader each make it missing again',
    run: async (store) => {
      await business(store, 's');
      await answered(store);
      const asking = (...questions: Wanted['questions']): Wanted => ({ ...both, questions });
      assert.deepEqual(await missing(store, asking(question('a', 2))), ['1']);
      assert.deepEqual(await missing(store, asking(question('a', 1, '{8:minimumd2;}'))), ['1']);
      assert.deepEqual(await missing(store, asking(question('c'), question('a'))), ['1']);
      assert.deepEqual(await missing(store, asking(question('b'), question('b'))), []);
      assert.deepEqual(await missing(store, { ...both, readers: ['reader-2'] }), ['1']);
      assert.deepEqual(await missing(store, { ...both, readers: ['reader-2', 'reader-1'] }), []);
      await store.transaction('s', (tx) => tx.setClosure(flow('1'), 'another'));
      assert.deepEqual(await missing(store, both), ['1']);
      // Back to what was judged before: the findings are still there.
      await store.transaction('s', (tx) => tx.setClosure(flow('1'), 'closure-1'));
      assert.deepEqual(await missing(store, both), []);
    },
  },
  {
    name: 'a flow whose answer holds for any options is missing under none of them, but under a new version',
    run: async (store) => {
      await business(store, 's');
      await answered(store);
      await store.transaction('s', (tx) =>
        tx.putAnswers([{ ...answer(flow('1'), question('c')), anyOptions: true }]),
      );
      const asking = (...questions: Wanted['questions']): Wanted => ({ ...both, questions });
      assert.deepEqual(await missing(store, asking(question('c'), question('a'))), []);
      assert.deepEqual(await missing(store, asking(question('c', 1, '{8:minimumd2;}'), question('a'))), []);
      assert.deepEqual(await missing(store, asking(question('c', 2))), ['1']);
    },
  },
  {
    name: 'an error is an answer, seen in the progress, until it is forgotten',
    run: async (store) => {
      await business(store, 's');
      await answered(store, 'well');
      await store.transaction('s', async (tx) => {
        await tx.putFlow(flow('unread'));
        await tx.putReading(failedReading(flow('unread'), 'broken'));
        await tx.putFlow(flow('half'));
        await tx.putReading(reading(flow('half')));
        await tx.putAnswers([
          answer(flow('half'), question('a')),
          failedAnswer(flow('half'), question('b'), 'broken'),
        ]);
        await tx.putFlow(flow('waiting'));
      });
      assert.deepEqual(await missing(store, both), ['waiting']);
      assert.deepEqual(await store.read('s', (view) => view.progress(both)), {
        flows: 4,
        missing: 1,
        failed: 2,
      });
      await store.transaction('s', async (tx) => {
        for (const id of ['unread', 'half', 'well']) await tx.forget(flow(id), 'errors');
      });
      assert.deepEqual(await missing(store, both), ['half', 'unread', 'waiting']);
      const kept = await store.read('s', (view) => view.answers([flow('half')], both.questions));
      assert.deepEqual(kept, [answer(flow('half'), question('a'))]);
      await store.transaction('s', (tx) => tx.forget(flow('well'), 'all'));
      assert.deepEqual(await missing(store, both), ['half', 'unread', 'waiting', 'well']);
    },
  },
  {
    name: 'removed flows are not missing; a draft is judged like a published flow',
    run: async (store) => {
      await business(store, 's');
      await store.transaction('s', async (tx) => {
        await tx.putFlow(flow('1', { state: 'draft' }));
        await tx.putFlow(flow('2', { removedAt: at(5) }));
      });
      assert.deepEqual(await missing(store, both), ['1']);
      assert.deepEqual(await store.read('s', (view) => view.progress(both)), {
        flows: 1,
        missing: 1,
        failed: 0,
      });
      assert.deepEqual(await store.read('s', (view) => view.progress(none)), {
        flows: 1,
        missing: 1,
        failed: 0,
      });
    },
  },
  {
    name: 'missing flows come in pages',
    run: async (store) => {
      await business(store, 's');
      await store.transaction('s', async (tx) => {
        for (const id of ['1', '2', '3']) await tx.putFlow(flow(id));
      });
      const [first, second] = await store.read('s', (view) => view.missing(both, { limit: 2 }));
      assert.deepEqual([first?.id, second?.id], ['1', '2']);
      const after = second === undefined ? '' : flowCursor(second);
      const rest = await store.read('s', (view) => view.missing(both, { limit: 2, after }));
      assert.deepEqual(
        rest.map((each) => each.id),
        ['3'],
      );
    },
  },
  {
    name: 'readings and answers come back as they were put, and a later one replaces the earlier',
    run: async (store) => {
      await business(store, 's');
      const options = '{4:textA3:s1:@s1: s0:}';
      const asked = question('with-options', 12, options);
      await store.transaction('s', async (tx) => {
        await tx.putFlow(flow('1'));
        await tx.putReading(failedReading(flow('1'), 'first'));
        await tx.putReading(reading(flow('1'), 'second'));
        await tx.putAnswers([answer(flow('1'), asked, 'first'), answer(flow('1'), asked, 'second')]);
        await tx.putAnswers([]);
      });
      await store.read('s', async (view) => {
        assert.deepEqual(await view.readings([flow('1')]), [reading(flow('1'), 'second')]);
        assert.deepEqual(await view.answers([flow('1')], [asked]), [answer(flow('1'), asked, 'second')]);
        // Only of the subjects asked for, even where each part of one occurs somewhere.
        assert.deepEqual(await view.answers([flow('1', { reader: 'reader-2' })], [asked]), []);
        assert.deepEqual(await view.readings([flow('1', { closure: 'closure-2' }), flow('2')]), []);
        assert.deepEqual(await view.answers([flow('1')], []), []);
        assert.deepEqual(await view.answers([], [asked]), []);
      });
    },
  },
];
