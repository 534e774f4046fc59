import type { Insertable, Selectable } from 'kysely';
import type { Facts, Reading, StoreTransaction, StoreView } from '../port.ts';
import { rowsByKeys } from './by-keys.ts';
import { createInsertMany } from './insert-many.ts';
import { subjectColumns, subjectKey, subjectKeys, subjectOf, subjectRow } from './subjects.ts';
import type { Open, Tables } from './tables.ts';

export const readingReads = (open: Open, scope: string): Pick<StoreView, 'readings'> => ({
  readings: async (subjects) => {
    const rows = await rowsByKeys<'readings', Selectable<Tables['readings']>>(open, scope, {
      table: 'readings',
      by: subjectColumns,
      keys: subjectKeys(subjects),
      columns: [...subjectColumns, 'facts', 'error', 'at'],
    });
    return rows.map((row): Reading => {
      const result: Reading['result'] =
        row.facts === null
          ? { ok: false, error: row.error ?? '' }
          : { ok: true, facts: JSON.parse(row.facts) as Facts };
      return { ...subjectOf(row), result, at: row.at };
    });
  },
});

const insertReadings = createInsertMany('readings', (insert) =>
  insert.onConflict((conflict) =>
    conflict.columns(['business', ...subjectColumns]).doUpdateSet((eb) => ({
      facts: eb.ref('excluded.facts'),
      error: eb.ref('excluded.error'),
      at: eb.ref('excluded.at'),
    })),
  ),
);

const putReadings = async (open: Open, scope: string, readings: readonly Reading[]): Promise<void> => {
  const rows = new Map<string, Insertable<Tables['readings']>>();
  for (const reading of readings) {
    const { result, at } = reading;
    rows.set(subjectKey(reading), {
      business: scope,
      ...subjectRow(reading),
      facts: result.ok ? JSON.stringify(result.facts) : null,
      error: result.ok ? null : result.error,
      at,
    });
  }
  await insertReadings(open, [...rows.values()]);
};

export const readingWrites = (
  open: Open,
  scope: string,
): Pick<StoreTransaction, 'putReading' | 'putReadings'> => ({
  putReading: (reading) => putReadings(open, scope, [reading]),
  putReadings: (readings) => putReadings(open, scope, readings),
});
