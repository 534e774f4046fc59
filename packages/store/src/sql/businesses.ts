import type { Selectable } from 'kysely';
import type { AuditRow, Business, Page, StoreTransaction, StoreView } from '../port.ts';
import { createBuiltOnce } from './built-once.ts';
import type { Open, Tables } from './tables.ts';

export const listBusinesses = async (open: Open, { limit, after }: Page): Promise<readonly Business[]> => {
  const rows = await open()
    .selectFrom('businesses')
    .selectAll()
    .where('id', '>', after ?? '')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ id: row.id, name: row.name, createdAt: row.created_at }));
};

const runBusiness = createBuiltOnce<Selectable<Tables['businesses']>>();

export const businessReads = (open: Open, scope: string): Pick<StoreView, 'business' | 'auditTrail'> => ({
  business: async () => {
    const [row] = await runBusiness(open, 'one', [scope], () =>
      open().selectFrom('businesses').selectAll().where('id', '=', scope),
    );
    return row === undefined ? undefined : { id: row.id, name: row.name, createdAt: row.created_at };
  },
  auditTrail: async ({ limit, after }) => {
    let query = open().selectFrom('audit').selectAll().where('business', '=', scope);
    if (after !== undefined) query = query.where('id', '<', after);
    const rows = await query.orderBy('id', 'desc').limit(limit).execute();
    return rows.map(({ business: _, detail, ...row }) => ({
      ...row,
      detail: JSON.parse(detail) as AuditRow['detail'],
    }));
  },
});

export const businessWrites = (
  open: Open,
  scope: string,
): Pick<StoreTransaction, 'createBusiness' | 'deleteBusiness' | 'addAudit'> => ({
  createBusiness: async ({ name, createdAt }) => {
    const result = await open()
      .insertInto('businesses')
      .values({ id: scope, name, created_at: createdAt })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    return Number(result.numInsertedOrUpdatedRows ?? 0) === 1;
  },
  deleteBusiness: async () => {
    await open().deleteFrom('keys').where('scope', '=', scope).execute();
    const result = await open().deleteFrom('businesses').where('id', '=', scope).executeTakeFirst();
    return Number(result.numDeletedRows) === 1;
  },
  addAudit: async ({ detail, ...row }) => {
    await open()
      .insertInto('audit')
      .values({ ...row, business: scope, detail: JSON.stringify(detail) })
      .execute();
  },
});
