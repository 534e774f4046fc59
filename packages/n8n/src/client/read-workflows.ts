import { isRecord } from '../parameters.ts';
import { type Ask, faultOf, jsonOf, type Read } from './answer.ts';
import { type Half, type RemoteWorkflow, remoteOf } from './remote-workflow.ts';

export type { Ask, Fault, FaultState } from './answer.ts';
export type { RemoteWorkflow } from './remote-workflow.ts';

/** n8n gives no more at once, whatever is asked for. */
const pageSize = 250;
/** Pages of one sweep: a cursor that leads round in a circle must end. */
const mostPages = 2_000;
/** n8n's cursor counts rows in an order without meaning: while some come and go it can miss others. */
const mostSweeps = 4;

type Found = Map<string, RemoteWorkflow | Half>;

interface Sweep {
  readonly found: Found;
  readonly pages: number;
}

const sweep = async (ask: Ask, now: () => number): Promise<Read<Sweep>> => {
  const found: Found = new Map();
  let cursor: string | null = null;
  for (let pages = 1; pages <= mostPages; pages += 1) {
    const after: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const asked = await ask(`/workflows?limit=${pageSize}&excludePinnedData=true${after}`);
    const answer = jsonOf(asked, now());
    if (!answer.ok) return answer;
    const page = answer.value;
    if (!isRecord(page) || !Array.isArray(page['data']))
      return faultOf('newer-shape', 'n8n gives its workflows in a shape that is not known here.');
    for (const row of page['data']) {
      const remote = remoteOf(row);
      if (!remote.ok) return remote;
      found.set(remote.value.id, remote.value);
    }
    const next = page['nextCursor'];
    if (next === null || next === undefined || next === '') return { ok: true, value: { found, pages } };
    if (typeof next !== 'string' || next === cursor)
      return faultOf('newer-shape', 'n8n gives its pages in a shape that is not known here.');
    cursor = next;
  }
  return faultOf('malformed', 'The pages of n8n come to no end.');
};

/** One workflow as it is now; null where n8n has none of that id. `now` in epoch ms. */
export const readRemote = async (
  ask: Ask,
  id: string,
  now: () => number,
): Promise<Read<RemoteWorkflow | null>> => {
  const asked = await ask(`/workflows/${encodeURIComponent(id)}?excludePinnedData=true`);
  if (asked.ok && asked.status === 404) {
    // A proxy says 404 of everything; n8n says it in JSON.
    return jsonOf({ ...asked, status: 200 }, now()).ok
      ? { ok: true, value: null }
      : faultOf('malformed', 'What answers 404 is not the API of n8n.');
  }
  const answer = jsonOf(asked, now());
  if (!answer.ok) return answer;
  const remote = remoteOf(answer.value);
  if (!remote.ok) return remote;
  return 'missing' in remote.value
    ? faultOf('newer-shape', 'n8n says that a version runs, and not which.')
    : { ok: true, value: remote.value };
};

/** What the list left out of some is asked for one by one. One that has gone meanwhile is left out. */
const whole = async (ask: Ask, found: Found, now: () => number): Promise<Read<readonly RemoteWorkflow[]>> => {
  const all: RemoteWorkflow[] = [];
  for (const each of found.values()) {
    if (!('missing' in each)) {
      all.push(each);
      continue;
    }
    const one = await readRemote(ask, each.id, now);
    if (!one.ok) return one;
    if (one.value !== null) all.push(one.value);
  }
  return { ok: true, value: all };
};

const same = (a: Found, b: Found): boolean => a.size === b.size && [...a.keys()].every((id) => b.has(id));

/**
 * Every workflow that n8n's public API gives, published version and draft. Goes through the pages again until two sweeps
 * agree, since the cursor can miss rows; without that, what any of them found. All or a fault: half of it is nothing. That
 * one is not among them does not prove that it is gone: ask for it. `now` in epoch ms.
 */
export const readWorkflows = async (
  ask: Ask,
  now: () => number,
): Promise<Read<readonly RemoteWorkflow[]>> => {
  const union: Found = new Map();
  let last: Found = new Map();
  for (let round = 0; round < mostSweeps; round += 1) {
    const swept = await sweep(ask, now);
    if (!swept.ok) return swept;
    const { found, pages } = swept.value;
    if (pages === 1 || (round > 0 && same(last, found))) return whole(ask, found, now);
    for (const [id, each] of found) union.set(id, each);
    last = found;
  }
  return whole(ask, union, now);
};
