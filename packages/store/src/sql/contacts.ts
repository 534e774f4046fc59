import { type Selectable, type SqlBool, sql } from 'kysely';
import type { ContactUse, DecisionReads, DecisionWrites, Suppression } from '../decision-port.ts';
import { createBuiltOnce } from './built-once.ts';
import { isPostgres } from './dialect.ts';
import { inPowers } from './lists.ts';
import { placedFor } from './places.ts';
import type { Open, Tables } from './tables.ts';

type SuppressionRow = Omit<Selectable<Tables['suppressions']>, 'business'>;
const suppressionOf = (row: SuppressionRow): Suppression => ({
  ...row,
  scope: row.scope === 'marketing' ? 'marketing' : 'all',
});

const runContactUse = createBuiltOnce<ContactUse>();
const runSuppressions = createBuiltOnce<SuppressionRow>();

export const contactReads = (
  open: Open,
  scope: string,
): Pick<DecisionReads, 'contactUse' | 'suppressions' | 'suppressionList'> => ({
  contactUse: async ({ recipients, since, channels }) => {
    const found: ContactUse[] = [];
    const hasPlaces = !isPostgres(open);
    for (const some of inPowers([...new Set(recipients)])) {
      const places = hasPlaces ? [...some, scope] : [];
      const shape = `${some.length} ${channels?.length ?? 'any'}`;
      const parameters = [...places, scope, ...some, 'reserved', 'used', since, ...(channels ?? [])];
      const rows = await runContactUse(open, shape, parameters, () => {
        const query = open()
          .selectFrom('contacts')
          .select((eb) => ['recipient', eb.fn.countAll<number>().as('used'), eb.fn.min('at').as('oldest')])
          // By number, wherever there are places: `+` keeps SQLite from going through all of the business.
          .where(hasPlaces ? placedFor(scope, some) : sql<SqlBool>`true`)
          .where(hasPlaces ? sql`+business` : 'business', '=', scope)
          .where('recipient', 'in', some)
          .where((eb) =>
            eb.or([
              // What waits for a person may yet go out, however long ago it was asked.
              eb('state', '=', 'reserved'),
              eb.and([eb('state', '=', 'used'), eb('at', '>', since)]),
            ]),
          );
        return (channels === null ? query : query.where('channel', 'in', channels)).groupBy('recipient');
      });
      for (const row of rows) found.push({ ...row, used: Number(row.used) });
    }
    return found;
  },
  suppressions: async (recipients) => {
    const found: Suppression[] = [];
    for (const some of inPowers([...new Set(recipients)])) {
      const rows = await runSuppressions(open, some.length, [scope, ...some], () =>
        open()
          .selectFrom('suppressions')
          .select(['recipient', 'scope', 'at', 'source'])
          .where('business', '=', scope)
          .where('recipient', 'in', some),
      );
      for (const row of rows) found.push(suppressionOf(row));
    }
    return found;
  },
  suppressionList: async ({ limit, after }) => {
    const rows = await open()
      .selectFrom('suppressions')
      .select(['recipient', 'scope', 'at', 'source'])
      .where('business', '=', scope)
      .where('recipient', '>', after ?? '')
      .orderBy('recipient')
      .limit(limit)
      .execute();
    return rows.map(suppressionOf);
  },
});

export const contactWrites = (
  open: Open,
  scope: string,
): Pick<DecisionWrites, 'useContact' | 'releaseContact' | 'putSuppressions' | 'removeSuppression'> => ({
  useContact: async (decision, at) => {
    const result = await open()
      .updateTable('contacts')
      .set({ state: 'used', at })
      .where('business', '=', scope)
      .where('decision', '=', decision)
      .where('state', '=', 'reserved')
      .executeTakeFirst();
    return Number(result.numUpdatedRows) === 1;
  },
  releaseContact: async (decision) => {
    const result = await open()
      .updateTable('contacts')
      .set({ state: 'released' })
      .where('business', '=', scope)
      .where('decision', '=', decision)
      .where('state', 'in', ['used', 'reserved'])
      .executeTakeFirst();
    return Number(result.numUpdatedRows) === 1;
  },
  putSuppressions: async (list) => {
    // A statement may not write one row twice, so of two for one recipient only the last goes in.
    const rows = [...new Map(list.map((each) => [each.recipient, { ...each, business: scope }])).values()];
    for (const some of inPowers(rows)) {
      await open()
        .insertInto('suppressions')
        .values([...some])
        .onConflict((conflict) =>
          conflict.columns(['business', 'recipient']).doUpdateSet((eb) => ({
            scope: eb.ref('excluded.scope'),
            at: eb.ref('excluded.at'),
            source: eb.ref('excluded.source'),
          })),
        )
        .execute();
    }
  },
  removeSuppression: async (recipient) => {
    const result = await open()
      .deleteFrom('suppressions')
      .where('business', '=', scope)
      .where('recipient', '=', recipient)
      .executeTakeFirst();
    return Number(result.numDeletedRows) === 1;
  },
});
