import assert from 'node:assert/strict';
import { type Finding, gistOf } from '@plumbline/core';
import type { Answer } from '../port.ts';
import { answer, at, business, type ContractCase, failedAnswer, flow, question } from './samples.ts';

const steps = [{ id: '1', name: 'Chat' }];
const finding: Finding = {
  check: 'a',
  options: '{4:textA3:s1:@s1: s0:}',
  verdict: 'fail',
  evidence: 'proven',
  occurrences: [
    {
      key: 'broken',
      verdict: 'fail',
      evidence: 'proven',
      steps,
      witness: steps,
      message: 'a\tbroken\nplace',
    },
    {
      key: 'open',
      verdict: 'unknown',
      evidence: 'inferred',
      steps,
      witness: steps,
      message: 'open',
      question: 'Who?',
    },
    { key: 'kept', verdict: 'pass', evidence: 'proven', steps, witness: steps, message: 'kept' },
  ],
};
const asked = question('a', 3, finding.options);
const found: Answer = { ...answer(flow('1'), asked), result: { ok: true, finding } };

export const answers: readonly ContractCase[] = [
  {
    name: 'a gist comes as what of the finding takes part in a standing, and a failure as it is',
    run: async (store) => {
      await business(store, 's');
      const failed = failedAnswer(flow('1'), question('b'), 'broken\tdown');
      await store.transaction('s', (tx) => tx.putAnswers([found, failed]));
      await store.read('s', async (view) => {
        const questions = [asked, question('b'), question('c')];
        assert.deepEqual(await view.gists([flow('1'), flow('2')], questions), [
          { ...found, result: { ok: true, finding: gistOf(finding) } },
          failed,
        ]);
        assert.deepEqual(await view.answers([flow('1'), flow('2')], questions), [found, failed]);
        assert.deepEqual(await view.gists([flow('1')], [question('a', 4, finding.options)]), []);
        assert.deepEqual(await view.gists([flow('1')], []), []);
        assert.deepEqual(await view.gists([], [asked]), []);
      });
    },
  },
  {
    name: 'answers that come one after the other are all there, the latest to each question, however many times',
    run: async (store) => {
      await business(store, 's');
      const questions = Array.from({ length: 7 }, (_, n) => question(`check-${n}`));
      const latest = new Map<string, Answer>();
      const ids = ['1', '2', '3'];
      for (let round = 0; round < 40; round += 1) {
        const some = ids.slice(0, 1 + (round % 3)).flatMap((id) => {
          const about = questions[(round * 3) % 7] ?? asked;
          // Now and then one fails, also where something had been found.
          return round % 11 === 5
            ? failedAnswer(flow(id), about, `failed in ${round}`)
            : { ...answer(flow(id), about, `found in ${round}`), at: at(round % 60) };
        });
        for (const each of some) latest.set(`${each.id} ${each.check}`, each);
        await store.transaction('s', (tx) => tx.putAnswers(some));
        const kept = await store.read('s', (view) =>
          view.answers(
            ids.map((id) => flow(id)),
            questions,
          ),
        );
        assert.deepEqual(new Map(kept.map((each) => [`${each.id} ${each.check}`, each])), latest);
      }
    },
  },
  {
    name: 'what was found stays when errors are forgotten, and comes back as it was',
    run: async (store) => {
      await business(store, 's');
      const failed = failedAnswer(flow('1'), question('b'), 'broken');
      const [after] = [answer(flow('1'), question('b'), 'mended')];
      await store.transaction('s', (tx) => tx.putAnswers([found, failed]));
      await store.transaction('s', (tx) => tx.forget(flow('1'), 'errors'));
      const questions = [asked, question('b')];
      const kept = () => store.read('s', (view) => view.answers([flow('1')], questions));
      assert.deepEqual(await kept(), [found]);
      await store.transaction('s', (tx) => tx.putAnswers([after]));
      assert.deepEqual(await kept(), [found, after]);
      await store.transaction('s', (tx) => tx.forget(flow('1'), 'all'));
      assert.deepEqual(await kept(), []);
      assert.deepEqual(await store.read('s', (view) => view.gists([flow('1')], questions)), []);
      // Nothing of before is in the way.
      await store.transaction('s', (tx) => tx.putAnswers([found]));
      assert.deepEqual(await kept(), [found]);
    },
  },
  {
    name: 'what was found without a look at the options answers the question with any others, and no other version',
    run: async (store) => {
      await business(store, 's');
      const others = question('a', 3, '{8:minimumd2;}');
      const failed = failedAnswer(flow('2'), asked, 'broken');
      await store.transaction('s', (tx) => tx.putAnswers([{ ...found, anyOptions: true }, failed]));
      await store.read('s', async (view) => {
        const about = [flow('1'), flow('2')];
        const same = { ...flow('1'), ...others };
        const { source, id, closure, reader, check, version, options } = same;
        const held = { source, id, closure, reader, check, version, options, anyOptions: true, at: found.at };
        const other: Finding = { ...finding, options };
        assert.deepEqual(await view.answers(about, [others]), [
          { ...held, result: { ok: true, finding: other } },
        ]);
        assert.deepEqual(await view.gists(about, [others]), [
          { ...held, result: { ok: true, finding: gistOf(other) } },
        ]);
        // Asked with both, it answers both.
        assert.equal((await view.gists([flow('1')], [others, asked, others])).length, 2);
        assert.deepEqual(await view.gists(about, [{ ...others, version: 4 }]), []);
      });
    },
  },
  {
    name: 'the answer to the very question counts before one for any options',
    run: async (store) => {
      await business(store, 's');
      const any: Answer = { ...answer(flow('1'), asked, 'any'), anyOptions: true };
      const own = answer(flow('1'), asked, 'own');
      await store.transaction('s', (tx) => tx.putAnswers([own, any]));
      assert.deepEqual(await store.read('s', (view) => view.answers([flow('1')], [asked])), [own]);
    },
  },
];
