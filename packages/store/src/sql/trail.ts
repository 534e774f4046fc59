import { type Cause, type Snapshot, saidOf } from '@plumbline/core';
import { type Selectable, sql } from 'kysely';
import { type FlowRef, type FlowState, flowCursor } from '../port.ts';
import type { TrailEntry, TrailReads, TrailWrites } from '../trail-port.ts';
import { rowsByKeys } from './by-keys.ts';
import { createInsertMany } from './insert-many.ts';
import type { Open, Tables } from './tables.ts';
import { currentFlows, type Flows, lacksOf } from './wanted.ts';

type Row = Omit<Selectable<Tables['trail']>, 'business' | 'said'>;
type Head = Pick<Selectable<Tables['trail_heads']>, 'source' | 'flow' | 'entry' | 'asked'>;

const keyOf = ({ source, id, state }: FlowRef): readonly string[] => [source, id, state];

/** Basis and what was said are kept apart: many flows say the same. */
const entryOf = (row: Row, said: Partial<Snapshot>): TrailEntry => ({
  entry: row.entry,
  source: row.source,
  id: row.flow,
  state: row.state as FlowState,
  number: row.number,
  name: row.name,
  at: row.at,
  snapshot: { ...JSON.parse(row.basis), ...said } as Snapshot,
  direction: row.direction as TrailEntry['direction'],
  harmless: row.harmless === 1,
  causes: JSON.parse(row.causes) as Cause[],
});

const ownColumns = [
  'entry',
  'source',
  'flow',
  'state',
  'number',
  'name',
  'at',
  'basis',
  'direction',
  'harmless',
  'causes',
] as const;

const entries = (open: Open, scope: string) =>
  open()
    .selectFrom('trail')
    .innerJoin('trail_said', (join) =>
      join.onRef('trail_said.business', '=', 'trail.business').onRef('trail_said.hash', '=', 'trail.said'),
    )
    .where('trail.business', '=', scope);

/** Its latest entry stands on the same closure and reader, and on the same that is asked. */
const isNoted = (eb: Flows, asked: string) =>
  eb.exists(
    eb
      .selectFrom('trail_heads')
      .select('trail_heads.number')
      .whereRef('trail_heads.business', '=', 'flows.business')
      .whereRef('trail_heads.source', '=', 'flows.source')
      .whereRef('trail_heads.flow', '=', 'flows.id')
      .whereRef('trail_heads.state', '=', 'flows.state')
      .whereRef('trail_heads.closure', '=', 'flows.closure')
      .whereRef('trail_heads.reader', '=', 'flows.reader')
      .where('trail_heads.asked', '=', asked),
  );

export const trailReads = (open: Open, scope: string): TrailReads => ({
  lastNoted: async (flows) => {
    const heads = await rowsByKeys<'trail_heads', Head>(open, scope, {
      table: 'trail_heads',
      by: ['source', 'flow', 'state'],
      keys: [...new Map(flows.map((flow) => [flowCursor(flow), flow])).values()].map(keyOf),
      columns: ['source', 'flow', 'entry', 'asked'],
    });
    const asked = new Map(heads.map((head) => [head.entry, head.asked]));
    const rows = await rowsByKeys<'trail', Omit<Selectable<Tables['trail']>, 'business'>>(open, scope, {
      table: 'trail',
      by: ['source', 'flow', 'entry'],
      keys: heads.map(({ source, flow, entry }) => [source, flow, entry]),
      columns: [...ownColumns, 'said'],
    });
    const said = await rowsByKeys<'trail_said', { readonly hash: string; readonly said: string }>(
      open,
      scope,
      {
        table: 'trail_said',
        by: ['hash'],
        keys: [...new Set(rows.map((row) => row.said))].map((hash) => [hash]),
        columns: ['hash', 'said'],
      },
    );
    // Many flows say the same: it is read once.
    const words = new Map(said.map((each) => [each.hash, JSON.parse(each.said) as Partial<Snapshot>]));
    return rows.map((row) => ({
      ...entryOf(row, words.get(row.said) ?? {}),
      asked: asked.get(row.entry) ?? '',
      saidHash: row.said,
    }));
  },
  trail: async ({ source, id }, { limit, after }) => {
    let query = entries(open, scope).where('trail.source', '=', source).where('trail.flow', '=', id);
    if (after !== undefined) query = query.where('trail.entry', '<', after);
    const rows = await query
      .select(ownColumns.map((column) => `trail.${column}` as const))
      .select('trail_said.said as text')
      .orderBy('trail.entry', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => entryOf(row, JSON.parse(row.text) as Partial<Snapshot>));
  },
  unnoted: (wanted, asked, page) =>
    currentFlows(open, scope, page, (eb) =>
      eb.and([eb.not(isNoted(eb, asked)), eb.not(lacksOf(open, eb, wanted))]),
    ),
  flowVersions: async ({ source, id }, { limit, after }) => {
    const all = () =>
      open()
        .selectFrom('flow_versions')
        .where('business', '=', scope)
        .where('source', '=', source)
        .where('flow', '=', id);
    let query = all().select(['source', 'flow', 'fingerprint', 'name', 'at']);
    if (after !== undefined) {
      const place = await all().select('at').where('fingerprint', '=', after).executeTakeFirst();
      if (place === undefined) return [];
      query = query.where(({ eb }) =>
        eb(sql<string>`(at, fingerprint)`, '<', sql<string>`(${place.at}, ${after})`),
      );
    }
    const rows = await query.orderBy('at', 'desc').orderBy('fingerprint', 'desc').limit(limit).execute();
    return rows.map(({ flow, ...row }) => ({ ...row, id: flow }));
  },
  versionOf: async (source, id, fingerprint) => {
    const row = await open()
      .selectFrom('flow_versions')
      .select(['source', 'flow', 'fingerprint', 'name', 'at', 'workflow'])
      .where('business', '=', scope)
      .where('source', '=', source)
      .where('flow', '=', id)
      .where('fingerprint', '=', fingerprint)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const { flow, ...rest } = row;
    return { ...rest, id: flow };
  },
});

const byFlow = (a: FlowRef, b: FlowRef): number => (flowCursor(a) < flowCursor(b) ? -1 : 1);

const basisText = ({ fingerprint, closure, reader, profile, checks, leansOn, overlays }: Snapshot): string =>
  JSON.stringify({ fingerprint, closure, reader, profile, checks, leansOn, overlays });

/** Only the next number is taken: of two workers that write the same one, one does. */
const insertHeads = createInsertMany('trail_heads', (insert) =>
  insert
    .onConflict((conflict) =>
      conflict
        .columns(['business', 'source', 'flow', 'state'])
        .doUpdateSet((eb) => ({
          number: eb.ref('excluded.number'),
          entry: eb.ref('excluded.entry'),
          closure: eb.ref('excluded.closure'),
          reader: eb.ref('excluded.reader'),
          asked: eb.ref('excluded.asked'),
        }))
        .whereRef('trail_heads.number', '=', (eb) => eb('excluded.number', '-', sql.lit(1))),
    )
    .returning('entry'),
);
const insertSaid = createInsertMany('trail_said', (insert) =>
  insert.onConflict((conflict) => conflict.columns(['business', 'hash']).doNothing()),
);
const insertTrail = createInsertMany('trail');

export const trailWrites = (open: Open, scope: string): TrailWrites => ({
  appendTrail: async (given) => {
    // Always in one order, so that two workers never wait for each other.
    const sorted = [...given].sort(byFlow);
    const heads = sorted.map(({ source, id, state, number, entry, snapshot, asked }) => ({
      business: scope,
      source,
      flow: id,
      state,
      number,
      entry,
      closure: snapshot.closure,
      reader: snapshot.reader,
      asked,
    }));
    const taken = new Set((await insertHeads(open, heads)).map(({ entry }) => entry));
    const entries = sorted.filter(({ entry }) => taken.has(entry));
    const said = new Map(entries.map(({ saidHash, snapshot }) => [saidHash, snapshot]));
    await insertSaid(
      open,
      [...said].map(([hash, snapshot]) => ({
        business: scope,
        hash,
        said: JSON.stringify(saidOf(snapshot)),
      })),
    );
    await insertTrail(
      open,
      entries.map((each) => ({
        business: scope,
        entry: each.entry,
        source: each.source,
        flow: each.id,
        state: each.state,
        number: each.number,
        name: each.name,
        at: each.at,
        basis: basisText(each.snapshot),
        said: each.saidHash,
        direction: each.direction,
        harmless: each.harmless ? 1 : 0,
        causes: JSON.stringify(each.causes),
      })),
    );
    return taken;
  },
  markNoted: async (flows, asked) => {
    for (const { source, id, state } of flows)
      await open()
        .updateTable('trail_heads')
        .set({ asked })
        .where('business', '=', scope)
        .where('source', '=', source)
        .where('flow', '=', id)
        .where('state', '=', state)
        .execute();
  },
});
