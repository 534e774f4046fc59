import { closureFingerprint } from '@plumbline/core';
import type { FlowHead, StoreTransaction, StoreView } from '@plumbline/store';
import type { Context } from './context.ts';
import { answeredBy, byStanding, handlersFor } from './handlers.ts';

/** Current flows of one source by id; the published version stands for a flow that also has a draft. */
type Known = Map<string, FlowHead | undefined>;

/** Adds to `known` everything that these flows lean on, however far. One query a level. */
const follow = async (
  view: StoreView,
  source: string,
  from: readonly string[],
  known: Known,
): Promise<void> => {
  let front = [...new Set(from)];
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

const startOf = (head: FlowHead, handlers: readonly FlowHead[]): readonly string[] => [
  ...head.references,
  ...handlers.map(({ id }) => id),
];

/** What one flow leans on, itself left out; in the order in which handlers are chosen. */
const leaningOf = (head: FlowHead, handlers: readonly FlowHead[], known: Known): readonly FlowHead[] => {
  const seen = new Set([head.id]);
  const found: FlowHead[] = [];
  let front = startOf(head, handlers);
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
  return found.sort(byStanding);
};

/**
 * For each of these flows of one source, the current flows it leans on: sub-flows, tools, error flow, the handlers of
 * its conversations, and what all of those name.
 */
export const leanings = async (
  view: StoreView,
  source: string,
  heads: readonly FlowHead[],
): Promise<ReadonlyMap<FlowHead, readonly FlowHead[]>> => {
  const known: Known = new Map();
  const handlers = await handlersFor(view, source, heads);
  const handlersOf = (head: FlowHead): readonly FlowHead[] => handlers.get(head) ?? [];
  await follow(
    view,
    source,
    heads.flatMap((head) => startOf(head, handlersOf(head))),
    known,
  );
  return new Map(heads.map((head) => [head, leaningOf(head, handlersOf(head), known)]));
};

/**
 * Works out anew the closure fingerprints of changed flows and of all that lean on them. `heard` are services that a
 * changed flow listened to before.
 */
export const refreshClosures = async (
  ctx: Context,
  tx: StoreTransaction,
  source: string,
  changed: readonly string[],
  heard: readonly string[] = [],
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
  for (const head of await answeredBy(tx, source, [...seen], heard)) note(head);
  for (const [head, leaning] of await leanings(tx, source, [...affected.values()])) {
    const closure = closureFingerprint(
      head.fingerprint,
      leaning.map((other) => `${other.id}\n${other.fingerprint}`),
      ctx.hash,
    );
    if (closure !== head.closure) await tx.setClosure(head, closure);
  }
};
