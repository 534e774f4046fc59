import { type Selectable, sql } from 'kysely';
import type { Outcome, OutcomeReads, OutcomeWrites } from '../outcome-port.ts';
import { cursorParts, inPowers } from './lists.ts';
import type { Open, Tables } from './tables.ts';

const outcomeOf = (row: Selectable<Tables['outcomes']>): Outcome => ({
  id: row.id,
  indicator: row.indicator,
  value: row.value,
  at: row.at,
  flow: row.source === null || row.flow === null ? null : { source: row.source, id: row.flow },
  decision: row.decision,
  recordedAt: row.recorded_at,
});

export const outcomeReads = (open: Open, scope: string): OutcomeReads => {
  const all = () => open().selectFrom('outcomes').selectAll().where('business', '=', scope);
  return {
    outcomesById: async (ids) => {
      const found: Outcome[] = [];
      for (const some of inPowers(ids)) {
        found.push(...(await all().where('id', 'in', some).execute()).map(outcomeOf));
      }
      return found;
    },
    outcomes: async ({ limit, after, indicator }) => {
      let query = all();
      if (indicator !== undefined) query = query.where('indicator', '=', indicator);
      if (after !== undefined) {
        const [at, id] = cursorParts(after);
        query = query.where(({ eb }) => eb(sql<string>`(at, id)`, '<', sql<string>`(${at}, ${id})`));
      }
      const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
      return rows.map(outcomeOf);
    },
    outcomeDays: async ({ since, until }) => {
      const day = sql<string>`substr(at, 1, 10)`;
      const rows = await open()
        .selectFrom('outcomes')
        .select((eb) => [
          'indicator',
          day.as('day'),
          eb.fn.countAll<number>().as('count'),
          eb.fn.sum<number>('value').as('sum'),
          eb.fn.min('value').as('least'),
          eb.fn.max('value').as('most'),
        ])
        .where('business', '=', scope)
        .where('at', '>=', since)
        .where('at', '<', until)
        .groupBy(['indicator', day])
        .orderBy('indicator')
        .orderBy(day)
        .execute();
      return rows.map((row) => ({ ...row, count: Number(row.count), sum: Number(row.sum) }));
    },
  };
};

export const outcomeWrites = (open: Open, scope: string): OutcomeWrites => ({
  addOutcomes: async (outcomes) => {
    for (const some of inPowers(outcomes)) {
      await open()
        .insertInto('outcomes')
        .values(
          some.map(({ flow, recordedAt, ...rest }) => ({
            ...rest,
            business: scope,
            source: flow?.source ?? null,
            flow: flow?.id ?? null,
            recorded_at: recordedAt,
          })),
        )
        .execute();
    }
  },
});
