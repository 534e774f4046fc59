import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import type { FlowHead, FlowState, StoredFlow } from '../port.ts';
import type { Tables } from './tables.ts';

export const headNames = [
  'source',
  'id',
  'state',
  'name',
  'revision',
  'fingerprint',
  'closure',
  'reader',
  'refers_to',
  'content_hash',
  'created_at',
  'updated_at',
  'removed_at',
] as const;

export const headColumns = headNames.map((name) => `flows.${name}` as const);

export type HeadRow = Omit<Selectable<Tables['flows']>, 'business' | 'workflow'>;

export const headOf = (row: HeadRow): FlowHead => ({
  source: row.source,
  id: row.id,
  state: row.state as FlowState,
  name: row.name,
  revision: row.revision,
  fingerprint: row.fingerprint,
  closure: row.closure,
  reader: row.reader,
  references: JSON.parse(row.refers_to) as string[],
  contentHash: row.content_hash,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  removedAt: row.removed_at,
});

export const rowOf = (scope: string, flow: StoredFlow): Selectable<Tables['flows']> => ({
  business: scope,
  source: flow.source,
  id: flow.id,
  state: flow.state,
  name: flow.name,
  revision: flow.revision,
  fingerprint: flow.fingerprint,
  closure: flow.closure,
  reader: flow.reader,
  refers_to: JSON.stringify(flow.references),
  content_hash: flow.contentHash,
  workflow: flow.workflow,
  created_at: flow.createdAt,
  updated_at: flow.updatedAt,
  removed_at: flow.removedAt,
});

/** In the order of their cursors. */
export const inOrder = <Row extends Pick<HeadRow, 'source' | 'id' | 'state'>>(
  rows: readonly Row[],
): readonly Row[] => {
  const places = new Map(rows.map((row) => [row, `${row.source}\0${row.id}\0${row.state}`]));
  return rows.toSorted((a, b) => ((places.get(a) ?? '') < (places.get(b) ?? '') ? -1 : 1));
};

/** Those after a cursor; a cursor that nobody made stands before everything. */
export const beyond = (eb: ExpressionBuilder<Tables, 'flows'>, cursor: string | undefined) => {
  const [source, id, state] = partsOf(cursor);
  return eb(
    sql<string>`(flows.source, flows.id, flows.state)`,
    '>',
    sql<string>`(${source}, ${id}, ${state})`,
  );
};

const partsOf = (cursor: string | undefined): readonly [string, string, string] => {
  try {
    const parts: unknown = JSON.parse(cursor ?? '[]');
    if (Array.isArray(parts) && parts.length === 3)
      return [String(parts[0]), String(parts[1]), String(parts[2])];
  } catch {
    // Falls through: a cursor comes from outside and may be anything.
  }
  return ['', '', ''];
};

/** A list in pieces, so that no statement carries more parameters than every database takes. */
export const pieces = <T>(list: readonly T[], size = 500): readonly (readonly T[])[] => {
  const result: (readonly T[])[] = [];
  for (let at = 0; at < list.length; at += size) result.push(list.slice(at, at + size));
  return result;
};
