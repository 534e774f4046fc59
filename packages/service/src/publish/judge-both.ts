import { type Flow, fingerprint } from '@plumbline/core';
import { parseJson } from '@plumbline/n8n';
import type { FlowHead, FlowState, ProfileVersion, StoreView } from '@plumbline/store';
import { leanings } from '../closure.ts';
import { type Context, now } from '../context.ts';
import { type Judged, judgeFlow } from '../judge-flow.ts';
import { askedBy, subjectOf } from '../questions.ts';
import { calledBy, type Reader, referencesOf } from '../reader.ts';

/** A version of a flow that may not be kept anywhere yet. */
export interface Version {
  readonly source: string;
  readonly id: string;
  readonly state: FlowState;
  readonly flow: Flow;
}

const headOf = (ctx: Context, reader: Reader, { source, id, state, flow }: Version): FlowHead => {
  const own = fingerprint(flow, ctx.hash);
  const at = now(ctx);
  return {
    source,
    id,
    state,
    name: calledBy(flow, id),
    revision: 1,
    fingerprint: own,
    closure: own,
    reader: reader.version,
    references: referencesOf(flow, id),
    contentHash: own,
    createdAt: at,
    updatedAt: at,
    removedAt: null,
  };
};

/** Judges versions of flows as handed in, beside the kept flows that they lean on. Keeps nothing. */
export const judgeVersions = async (
  ctx: Context,
  view: StoreView,
  reader: Reader,
  versions: readonly Version[],
  profile: ProfileVersion,
): Promise<readonly Judged[]> => {
  const heads = versions.map((version) => headOf(ctx, reader, version));
  const leaning = await leanings(view, heads[0]?.source ?? '', heads);
  const known = new Map<FlowHead, Flow | null>();
  const open = async (head: FlowHead): Promise<Flow | null> => {
    const kept = await view.flow(head);
    const json = kept === undefined ? undefined : parseJson(kept.workflow);
    const read = json?.ok === true ? reader.read(json.value) : undefined;
    return read?.ok === true ? read.flow : null;
  };
  const judged: Judged[] = [];
  for (const [at, head] of heads.entries()) {
    const version = versions[at];
    if (version === undefined) continue;
    const neighbours = new Map<string, Flow>();
    for (const other of leaning.get(head) ?? []) {
      if (!known.has(other)) known.set(other, await open(other));
      const flow = known.get(other);
      if (flow != null) neighbours.set(other.id, flow);
    }
    judged.push(judgeFlow(subjectOf(head), version.flow, neighbours, askedBy(profile), now(ctx)));
  }
  return judged;
};
