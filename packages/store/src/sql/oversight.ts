import type { Insertable, Selectable } from 'kysely';
import type { Oversight, OversightReads, OversightWrites, PracticeAttestation } from '../oversight-port.ts';
import type { AuditRow } from '../port.ts';
import { pieces } from './flow-row.ts';
import type { Open, Tables } from './tables.ts';

const entryOf = (row: Selectable<Tables['oversight']>): Oversight => {
  const {
    business: _,
    source,
    flow,
    person,
    revoked_at,
    revoked_by,
    soon_told_at,
    lapse_told_at,
    ...rest
  } = row;
  return {
    ...rest,
    ...(source === null ? {} : { source, flow: flow ?? '' }),
    by: person,
    revokedAt: revoked_at,
    revokedBy: revoked_by,
    soonToldAt: soon_told_at,
    lapseToldAt: lapse_told_at,
    detail: JSON.parse(row.detail) as unknown,
    // The kind and its detail were written together.
  } as Oversight;
};

const rowOf = (business: string, entry: Oversight): Insertable<Tables['oversight']> => ({
  business,
  id: entry.id,
  kind: entry.kind,
  source: entry.kind === 'practice' ? null : entry.source,
  flow: entry.kind === 'practice' ? null : entry.flow,
  person: entry.by,
  actor: entry.actor,
  at: entry.at,
  words: entry.words,
  until: entry.until,
  revoked_at: entry.revokedAt,
  revoked_by: entry.revokedBy,
  soon_told_at: entry.soonToldAt,
  lapse_told_at: entry.lapseToldAt,
  detail: JSON.stringify(entry.detail),
});

const toldColumn = { soon: 'soon_told_at', lapse: 'lapse_told_at' } as const;

export const oversightReads = (open: Open, scope: string): OversightReads => {
  const all = () => open().selectFrom('oversight').selectAll().where('business', '=', scope);
  return {
    latestAudit: async (action, subject) => {
      const row = await open()
        .selectFrom('audit')
        .selectAll()
        .where('business', '=', scope)
        .where('subject', '=', subject)
        .where('action', '=', action)
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { business: _, detail, ...rest } = row;
      return { ...rest, detail: JSON.parse(detail) as AuditRow['detail'] };
    },
    oversight: async ({ limit, after, kind, flow, standing = false }) => {
      let query = all();
      if (kind !== undefined) query = query.where('kind', '=', kind);
      if (flow !== undefined) query = query.where('source', '=', flow.source).where('flow', '=', flow.id);
      if (standing) query = query.where('revoked_at', 'is', null);
      if (after !== undefined) query = query.where('id', '<', after);
      return (await query.orderBy('id', 'desc').limit(limit).execute()).map(entryOf);
    },
    oversightById: async (id) => {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : entryOf(row);
    },
    oversightOf: async (flows, kinds) => {
      const found: Oversight[] = [];
      for (const source of [...new Set(flows.map((flow) => flow.source))].sort()) {
        const ids = flows.filter((flow) => flow.source === source).map(({ id }) => id);
        for (const some of pieces([...new Set(ids)])) {
          const rows = await all()
            .where('source', '=', source)
            .where('flow', 'in', some)
            .where('kind', 'in', kinds)
            .where('revoked_at', 'is', null)
            .orderBy('id')
            .execute();
          found.push(...rows.map(entryOf));
        }
      }
      return found;
    },
    practices: async () => {
      const rows = await all()
        .where('kind', '=', 'practice')
        .where('revoked_at', 'is', null)
        .orderBy('id')
        .execute();
      return rows.map(entryOf).filter((entry): entry is PracticeAttestation => entry.kind === 'practice');
    },
    untold: async (what, before, limit) => {
      const rows = await all()
        .where('until', '<=', before)
        .where('revoked_at', 'is', null)
        .where(toldColumn[what], 'is', null)
        .orderBy('until')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(entryOf);
    },
  };
};

export const oversightWrites = (open: Open, scope: string): OversightWrites => {
  const update = (id: string) =>
    open().updateTable('oversight').where('business', '=', scope).where('id', '=', id);
  return {
    addOversight: async (entry) => {
      await open().insertInto('oversight').values(rowOf(scope, entry)).execute();
    },
    revokeOversight: async (id, at, by) => {
      const result = await update(id)
        .set({ revoked_at: at, revoked_by: by })
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return Number(result.numUpdatedRows) === 1;
    },
    noteTold: async (id, what, at) => {
      const column = toldColumn[what];
      const result = await update(id)
        .set({ [column]: at })
        .where(column, 'is', null)
        .executeTakeFirst();
      return Number(result.numUpdatedRows) === 1;
    },
  };
};
