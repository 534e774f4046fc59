import { isRecord, type Json } from '../parameters.ts';
import { faultOf, type Read } from './answer.ts';

/** One workflow as n8n has it now. */
export interface RemoteWorkflow {
  readonly id: string;
  /** The version that runs; null: none does. */
  readonly live: Json | null;
  /** The version in the editor. */
  readonly draft: Json;
  readonly archived: boolean;
}

/** A workflow of which n8n says that a version runs, and leaves out which. */
export interface Half {
  readonly id: string;
  readonly missing: 'live';
}

/** As a report of the save hook gives it, so that both say the same of the same. */
const versionOf = (row: Json, content: Json): Json => ({
  id: String(row['id']),
  name: row['name'],
  nodes: content['nodes'],
  connections: content['connections'],
  settings: row['settings'] ?? {},
});

const hasContent = (value: unknown): value is Json =>
  isRecord(value) && Array.isArray(value['nodes']) && isRecord(value['connections']);

/** A row of the list, or of one workflow asked for. An n8n without published versions runs what is in the editor. */
export const remoteOf = (row: unknown): Read<RemoteWorkflow | Half> => {
  if (!isRecord(row) || (typeof row['id'] !== 'string' && typeof row['id'] !== 'number'))
    return faultOf('newer-shape', 'n8n lists a workflow without an id.');
  if (!hasContent(row)) return faultOf('newer-shape', 'n8n lists a workflow without nodes and connections.');
  const id = String(row['id']);
  const archived = row['isArchived'] === true;
  const draft = versionOf(row, row);
  const active = row['activeVersion'];
  if (hasContent(active)) return { ok: true, value: { id, live: versionOf(row, active), draft, archived } };
  const running = row['activeVersionId'];
  if (typeof running === 'string' && running !== '') {
    if (running === row['versionId']) return { ok: true, value: { id, live: draft, draft, archived } };
    return { ok: true, value: { id, missing: 'live' } };
  }
  // Where n8n knows published versions it says so, be it with null.
  const live = !('activeVersionId' in row) && row['active'] === true ? draft : null;
  return { ok: true, value: { id, live, draft, archived } };
};
