import assert from 'node:assert/strict';
import type { ApprovalAnswer } from '../approval-port.ts';
import { outcomeCursor } from '../outcome-port.ts';
import { approval, connection, outcome } from './decision-samples.ts';
import { at, business, type ContractCase } from './samples.ts';

const hostile = `'; drop table approvals; -- \u202e\u0007 \u{1f4d6} %_" \\`;
const said = (state: ApprovalAnswer['state']): ApprovalAnswer => ({
  state,
  answeredAt: at(12),
  answeredBy: 'Maria',
  actor: 'key',
  comment: hostile,
  edited: state === 'edited' ? hostile : null,
});

export const approvalsAndOutcomes: readonly ContractCase[] = [
  {
    name: 'of many answers to one approval the first counts',
    run: async (store) => {
      await business(store, 'a');
      await store.transaction('a', (tx) => tx.addApproval(approval('a1', { resume: null, who: [hostile] })));
      await assert.rejects(
        store.transaction('a', (tx) => tx.addApproval(approval('a2', { decision: 'of a1' }))),
      );
      const answers = await Promise.all(
        (['edited', 'approved', 'rejected', 'expired'] as const).map((state) =>
          store.transaction('a', (tx) => tx.answerApproval('a1', said(state))),
        ),
      );
      assert.deepEqual(
        answers.sort((x, y) => Number(y) - Number(x)),
        [true, false, false, false],
      );
      assert.equal(await store.transaction('a', (tx) => tx.answerApproval('none', said('approved'))), false);
      const kept = await store.read('a', (view) => view.approval('a1'));
      assert.deepEqual(kept, { ...approval('a1', { resume: null, who: [hostile] }), ...said('edited') });
      assert.deepEqual(await store.read('a', (view) => view.approvalOf('of a1')), kept);
    },
  },
  {
    name: 'approvals are listed in pages, by state, and by the end of their time',
    run: async (store) => {
      await business(store, 'a');
      await store.transaction('a', async (tx) => {
        for (const n of [1, 2, 3]) await tx.addApproval(approval(`a${n}`, { until: at(n * 10) }));
        await tx.answerApproval('a2', said('approved'));
        const ids = async (page: Parameters<typeof tx.approvals>[0]) =>
          (await tx.approvals(page)).map((each) => each.id);
        assert.deepEqual(await ids({ limit: 2 }), ['a1', 'a2']);
        assert.deepEqual(await ids({ limit: 2, after: 'a2' }), ['a3']);
        assert.deepEqual(await ids({ limit: 9, state: 'open' }), ['a1', 'a3']);
        assert.deepEqual(await ids({ limit: 9, state: 'open', dueBefore: at(25) }), ['a1']);
      });
    },
  },
  {
    name: 'connections are kept as they were put',
    run: async (store) => {
      await business(store, 'a');
      await store.transaction('a', async (tx) => {
        await tx.addConnection(connection('c1', hostile));
        await tx.addConnection({ ...connection('c2'), allowPrivate: true });
        assert.deepEqual(await tx.connections(), [
          connection('c1', hostile),
          { ...connection('c2'), allowPrivate: true },
        ]);
        assert.deepEqual(await tx.connection('c1'), connection('c1', hostile));
        assert.deepEqual([await tx.removeConnection('c1'), await tx.removeConnection('c1')], [true, false]);
      });
    },
  },
  {
    name: 'outcomes are kept once, in pages, and as days',
    run: async (store) => {
      await business(store, 'a');
      const day = (n: number): string => new Date(Date.UTC(2026, 0, n, 23, 59, 59, 999)).toISOString();
      const all = [
        outcome('o1', { at: day(1), value: 1 }),
        outcome('o2', { at: day(1), value: 2.5, flow: null, decision: 'd' }),
        outcome('o3', { at: day(2), value: -4 }),
        outcome('o4', { at: day(2), indicator: hostile, value: 0.1 }),
      ];
      await store.transaction('a', (tx) => tx.addOutcomes(all));
      await assert.rejects(store.transaction('a', (tx) => tx.addOutcomes([outcome('o1')])));
      await store.read('a', async (view) => {
        assert.deepEqual(await view.outcomesById(['o2', 'none']), [all[1]]);
        const first = await view.outcomes({ limit: 3 });
        assert.deepEqual(first, [all[3], all[2], all[1]]);
        const last = first[2];
        const after = last === undefined ? '' : outcomeCursor(last);
        assert.deepEqual(await view.outcomes({ limit: 3, after }), [all[0]]);
        assert.deepEqual(await view.outcomes({ limit: 3, indicator: hostile }), [all[3]]);
        const days = await view.outcomeDays({ since: day(1), until: day(9) });
        assert.deepEqual(
          days.filter((each) => each.indicator === 'retention'),
          [
            { indicator: 'retention', day: '2026-01-01', count: 2, sum: 3.5, least: 1, most: 2.5 },
            { indicator: 'retention', day: '2026-01-02', count: 1, sum: -4, least: -4, most: -4 },
          ],
        );
        assert.deepEqual(await view.outcomeDays({ since: day(3), until: day(9) }), []);
      });
    },
  },
];
