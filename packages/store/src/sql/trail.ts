import { askedOf, type Cause, ownOf, type Snapshot, saidOf } from '@plumbline/core';
import { type Selectable, sql } from 'kysely';
import { type FlowRef, type FlowState, flowCursor } from '../port.ts';
import type { LastNoted, TrailEntry, TrailReads, TrailWrites } from '../trail-port.ts';
import { rowsByKeys } from './by-keys.ts';
import { createInsertMany } from './insert-many.ts';
import type { Open, Tables } from './tables.ts';
import { currentFlows, type Flows, lacksOf } from './wanted.ts';

type Row = Omit<Selectable<Tables['trail']>, 'business' | 'asked' | 'said'>;
type Head = Omit<Selectable<Tables['trail_heads']>, 'business' | 'closure' | 'reader'>;
/** A part of a snapshot; what many have in common is kept once, under its hash. */
type Part = Partial<Snapshot>;

const keyOf = ({ source, id, state }: FlowRef): readonly string[] => [source, id, state];

/** What a flow alone stands on, what was asked of it and what was said; an older basis holds what was asked itself. */
const snapshotOf = (basis: string, asked: Part | undefined, said: Part | undefined): Snapshot =>
  ({ ...(JSON.parse(basis) as Part), ...asked, ...said }) as Snapshot;

const entryOf = (row: Row, asked: Part, said: Part): TrailEntry => ({
  entry: row.entry,
  source: row.source,
  id: row.flow,
  state: row.state as FlowState,
  number: row.number,
  name: row.name,
  at: row.at,
  snapshot: snapshotOf(row.basis, asked, said),
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
    .innerJoin('trail_parts as said', (join) =>
      join.onRef('said.business', '=', 'trail.business').onRef('said.hash', '=', 'trail.said'),
    )
    .leftJoin('trail_parts as asked', (join) =>
      join.onRef('asked.business', '=', 'trail.business').onRef('asked.hash', '=', 'trail.asked'),
    )
    .where('trail.business', '=', scope);

/** Its latest entry stands on the same closure and reader, and on the same that is asked. */
const isNoted = (eb: Flows, askedHash: string) =>
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
      .where('trail_heads.asked', '=', askedHash),
  );

/** Parts of snapshots by their hashes: what many flows have in common is read once. */
const partsOf = async (
  open: Open,
  scope: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Part>> => {
  const rows = await rowsByKeys<'trail_parts', { readonly hash: string; readonly part: string }>(
    open,
    scope,
    {
      table: 'trail_parts',
      by: ['hash'],
      keys: [...new Set(hashes)].map((hash) => [hash]),
      columns: ['hash', 'part'],
    },
  );
  return new Map(rows.map(({ hash, part }) => [hash, JSON.parse(part) as Part]));
};

export const trailReads = (open: Open, scope: string): TrailReads => ({
  lastNoted: async (flows) => {
    const heads = await rowsByKeys<'trail_heads', Head>(open, scope, {
      table: 'trail_heads',
      by: ['source', 'flow', 'state'],
      keys: [...new Map(flows.map((flow) => [flowCursor(flow), flow])).values()].map(keyOf),
      columns: ['source', 'flow', 'state', 'number', 'entry', 'asked', 'basis', 'basis_asked', 'said'],
    });
    // An entry from before has no hash of what was asked.
    const hashes = heads.flatMap((head) => [head.basis_asked, head.said]).filter((hash) => hash !== '');
    const parts = await partsOf(open, scope, hashes);
    return heads.map(
      (head): LastNoted => ({
        source: head.source,
        id: head.flow,
        state: head.state as FlowState,
        entry: head.entry,
        number: head.number,
        snapshot: snapshotOf(head.basis, parts.get(head.basis_asked), parts.get(head.said)),
        askedHash: head.asked,
        saidHash: head.said,
      }),
    );
  },
  trail: async ({ source, id }, { limit, after }) => {
    let query = entries(open, scope).where('trail.source', '=', source).where('trail.flow', '=', id);
    if (after !== undefined) query = query.where('trail.entry', '<', after);
    const rows = await query
      .select(ownColumns.map((column) => `trail.${column}` as const))
      .select(['said.part as saidText', 'asked.part as askedText'])
      .orderBy('trail.entry', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) =>
      entryOf(row, JSON.parse(row.askedText ?? '{}') as Part, JSON.parse(row.saidText) as Part),
    );
  },
  unnoted: (wanted, askedHash, page) =>
    currentFlows(open, scope, page, (eb) =>
      eb.and([eb.not(isNoted(eb, askedHash)), eb.not(lacksOf(open, eb, wanted))]),
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
          basis: eb.ref('excluded.basis'),
          basis_asked: eb.ref('excluded.basis_asked'),
          said: eb.ref('excluded.said'),
        }))
        .whereRef('trail_heads.number', '=', (eb) => eb('excluded.number', '-', sql.lit(1))),
    )
    .returning('entry'),
);
const insertParts = createInsertMany('trail_parts', (insert) =>
  insert.onConflict((conflict) => conflict.columns(['business', 'hash']).doNothing()),
);
const insertTrail = createInsertMany('trail');

export const trailWrites = (open: Open, scope: string): TrailWrites => ({
  appendTrail: async (given) => {
    // Always in one order, so that two workers never wait for each other.
    const sorted = [...given].sort(byFlow);
    const heads = sorted.map(({ source, id, state, number, entry, snapshot, askedHash, saidHash }) => ({
      business: scope,
      source,
      flow: id,
      state,
      number,
      entry,
      closure: snapshot.closure,
      reader: snapshot.reader,
      asked: askedHash,
      basis: JSON.stringify(ownOf(snapshot)),
      basis_asked: askedHash,
      said: saidHash,
    }));
    const taken = new Set((await insertHeads(open, heads)).map(({ entry }) => entry));
    const entries = sorted.filter(({ entry }) => taken.has(entry));
    const parts = new Map<string, string>();
    for (const { askedHash, saidHash, snapshot } of entries) {
      if (!parts.has(askedHash)) parts.set(askedHash, JSON.stringify(askedOf(snapshot)));
      if (!parts.has(saidHash)) parts.set(saidHash, JSON.stringify(saidOf(snapshot)));
    }
    await insertParts(
      open,
      [...parts].map(([hash, part]) => ({ business: scope, hash, part })),
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
        basis: JSON.stringify(ownOf(each.snapshot)),
        asked: each.askedHash,
        said: each.saidHash,
        direction: each.direction,
        harmless: each.harmless ? 1 : 0,
        causes: JSON.stringify(each.causes),
      })),
    );
    return taken;
  },
  markNoted: async (flows, askedHash) => {
    for (const { source, id, state } of flows)
      await open()
        .updateTable('trail_heads')
        .set({ asked: askedHash })
        .where('business', '=', scope)
        .where('source', '=', source)
        .where('flow', '=', id)
        .where('state', '=', state)
        .execute();
  },
});
