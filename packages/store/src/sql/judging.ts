import type { Claim, JudgingReads, JudgingWrites } from '../judging-port.ts';
import type { Open } from './tables.ts';

export const judgingReads = (open: Open, scope: string): JudgingReads => ({
  claims: async () => {
    const rows = await open()
      .selectFrom('claims')
      .selectAll()
      .where('business', '=', scope)
      .orderBy('id')
      .execute();
    return rows.map(({ id, worker, until, wanted, flows }) => ({
      id,
      worker,
      until,
      wanted,
      flows: JSON.parse(flows) as Claim['flows'],
    }));
  },
  troubles: async () => {
    const rows = await open()
      .selectFrom('troubles')
      .selectAll()
      .where('business', '=', scope)
      .orderBy('source')
      .orderBy('flow')
      .execute();
    return rows.map(({ source, flow, closure, times }) => ({ source, id: flow, closure, times }));
  },
  run: async () => {
    const row = await open().selectFrom('runs').selectAll().where('business', '=', scope).executeTakeFirst();
    if (row === undefined) return undefined;
    return { since: row.since, lastAt: row.last_at, judged: row.judged, endedAt: row.ended_at };
  },
});

export const judgingWrites = (open: Open, scope: string): JudgingWrites => {
  const underWay = () =>
    open().updateTable('runs').where('business', '=', scope).where('ended_at', 'is', null);
  return {
    putClaim: async ({ id, worker, until, wanted, flows }) => {
      const content = { worker, until, wanted, flows: JSON.stringify(flows) };
      await open()
        .insertInto('claims')
        .values({ business: scope, id, ...content })
        .onConflict((conflict) => conflict.columns(['business', 'id']).doUpdateSet(content))
        .execute();
    },
    removeClaim: async (id) => {
      const result = await open()
        .deleteFrom('claims')
        .where('business', '=', scope)
        .where('id', '=', id)
        .executeTakeFirst();
      return Number(result.numDeletedRows) === 1;
    },
    putTrouble: async ({ source, id, closure, times }) => {
      await open()
        .insertInto('troubles')
        .values({ business: scope, source, flow: id, closure, times })
        .onConflict((conflict) =>
          conflict.columns(['business', 'source', 'flow']).doUpdateSet({ closure, times }),
        )
        .execute();
    },
    removeTroubles: async (flows) => {
      for (const { source, id } of flows)
        await open()
          .deleteFrom('troubles')
          .where('business', '=', scope)
          .where('source', '=', source)
          .where('flow', '=', id)
          .execute();
    },
    beginRun: async (at) => {
      const fresh = { since: at, last_at: at, judged: 0, ended_at: null };
      await open()
        .insertInto('runs')
        .values({ business: scope, ...fresh })
        .onConflict((conflict) =>
          conflict.column('business').doUpdateSet(fresh).where('runs.ended_at', 'is not', null),
        )
        .execute();
    },
    advanceRun: async (at, judged) => {
      await underWay()
        .set((eb) => ({ last_at: at, judged: eb('judged', '+', judged) }))
        .execute();
    },
    endRun: async (at) => {
      await underWay().set({ ended_at: at }).execute();
    },
  };
};
