import { calledBy, type Flow, type Hash, type Occurrence, partFingerprint } from '@plumbline/core';
import type { StoreView } from '@plumbline/store';

/** A flow in one version, to be opened if need be. */
export interface Version {
  readonly source: string;
  readonly id: string;
  /** Names content, closure and reader: with the same, everything is the same. Null for what is kept nowhere. */
  readonly name: string | null;
  readonly open: () => Promise<Flow | undefined>;
}

const mostKnown = 5_000;
/** Parts by what they follow from, so that a table of all flows need not open every flow somebody has spoken of. */
const known = new Map<string, string | null>();

const remember = (name: string, part: string | null): void => {
  if (known.size >= mostKnown) known.delete(known.keys().next().value ?? '');
  known.set(name, part);
};

/** Hash of the part of a flow that this place speaks of; null where it cannot be told. */
export const partOf = async (
  hash: Hash,
  view: StoreView,
  version: Version,
  options: string,
  occurrence: Occurrence,
): Promise<string | null> => {
  const name =
    version.name === null
      ? null
      : JSON.stringify([version.source, version.id, version.name, options, occurrence.key]);
  const before = name === null ? undefined : known.get(name);
  if (before !== undefined) return before;
  const flow = await version.open();
  if (flow === undefined) return null;
  const called = new Map<string, string>();
  for (const head of await view.heads(version.source, calledBy(flow, occurrence))) {
    if (head.state === 'published' || !called.has(head.id)) called.set(head.id, head.fingerprint);
  }
  const part = partFingerprint(flow, occurrence, (id) => called.get(id), hash);
  if (name !== null) remember(name, part);
  return part;
};
