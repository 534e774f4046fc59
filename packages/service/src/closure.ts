import { closureFingerprint } from '@plumbline/core';
import type { FlowHead, StoreTransaction, StoreView } from '@plumbline/store';
import type { Context } from './context.ts';

/** Current flows of one source by id; the published version stands for a flow that also has a draft. */
type Known = Map<string, FlowHead | undefined>;

/** Adds to `known` everything that these flows lean on, however far. One query a level. */
const follow = async (
  view: StoreView,
  source: string,
  from: readonly FlowHead[],
  known: Known,
): Promise<void> => {
  let front = [...new Set(from.flatMap((head) => head.references))];
  for (;;) {
    const unseen = front.filter((id) => !known.has(id));
    if (unseen.length === 0) return;
    for (const id of unseen) known.set(id, undefined);
    for (const head of await view.heads(source, unseen)) {
      if (head.state === 'published' || known.get(head.id) === undefined) known.set(head.id, head);
    }
    front = [...new Set(unseen.flatMap((id) => known.get(id)?.references ?? []))];
  }
};

/** What one flow leans on, itself left out; by id. */
const leaningOf = (head: FlowHead, known: Known): readonly FlowHead[] => {
  const seen = new Set([head.id]);
  const found: FlowHead[] = [];
  let front = head.references;
  while (front.length > 0) {
    const next: string[] = [];
    for (const id of front) {
      if (seen.has(id)) continue;
      seen.add(id);
      const other = known.get(id);
      if (other === undefined) continue;
      found.push(other);
      next.push(...other.references);
    }
    front = next;
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
};

/** For each of these flows of one source, the current flows it leans on: sub-flows, tools, error flow, and theirs. */
export const leanings = async (
  view: StoreView,
  source: string,
  heads: readonly FlowHead[],
): Promise<ReadonlyMap<FlowHead, readonly FlowHead[]>> => {
  const known: Known = new Map();
  await follow(view, source, heads, known);
  return new Map(heads.map((head) => [head, leaningOf(head, known)]));
};

/** Works out anew the closure fingerprints of changed flows and of all that lean on them. */
export const refreshClosures = async (
  ctx: Context,
  tx: StoreTransaction,
  source: string,
  changed: readonly string[],
): Promise<void> => {
  const affected = new Map<string, FlowHead>();
  const note = (head: FlowHead): void => {
    affected.set(`${head.state} ${head.id}`, head);
  };
  for (const head of await tx.heads(source, changed)) note(head);
  const seen = new Set(changed);
  for (let front = changed; front.length > 0; ) {
    const next: string[] = [];
    for (const head of await tx.callers(source, front)) {
      note(head);
      if (!seen.has(head.id)) next.push(head.id);
      seen.add(head.id);
    }
    front = next;
  }
  for (const [head, leaning] of await leanings(tx, source, [...affected.values()])) {
    const closure = closureFingerprint(
      head.fingerprint,
      leaning.map((other) => `${other.id}\n${other.fingerprint}`),
      ctx.hash,
    );
    if (closure !== head.closure) await tx.setClosure(head, closure);
  }
};
