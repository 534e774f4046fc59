import type { Neighbour } from '@plumbline/core';
import type { FlowHead, LastNoted, StoreView } from '@plumbline/store';
import { leanings } from '../closure.ts';
import { openFlow } from '../drift/open-flow.ts';

/** Flows that are reached by what this one names; the others only take part in the same conversation. */
const named = (head: FlowHead, leaning: readonly FlowHead[]): ReadonlySet<string> => {
  const byId = new Map(leaning.map((other) => [other.id, other]));
  const seen = new Set<string>();
  for (let front: readonly string[] = head.references; front.length > 0; ) {
    const next = front.filter((id) => !seen.has(id) && byId.has(id));
    for (const id of next) seen.add(id);
    front = next.flatMap((id) => byId.get(id)?.references ?? []);
  }
  return seen;
};

const errorFlowOf = async (view: StoreView, head: FlowHead): Promise<string | null> => {
  const whole = await view.flow(head);
  const flow = whole === undefined ? undefined : openFlow(whole.source, whole.workflow);
  return flow?.errorFlow?.id ?? null;
};

/** What these flows lean on, as it stands. Of a flow whose closure is what it was, the trail knows already. */
export const leaningFor = async (
  view: StoreView,
  heads: readonly FlowHead[],
  last: (head: FlowHead) => LastNoted | undefined,
): Promise<ReadonlyMap<FlowHead, Neighbour[]>> => {
  const result = new Map<FlowHead, Neighbour[]>();
  const open: FlowHead[] = [];
  for (const head of heads) {
    const before = last(head)?.snapshot;
    if (head.closure === head.fingerprint) result.set(head, []);
    else if (before?.closure === head.closure) result.set(head, before.leansOn);
    else open.push(head);
  }
  for (const source of new Set(open.map((head) => head.source))) {
    const ofSource = open.filter((head) => head.source === source);
    for (const [head, leaning] of await leanings(view, source, ofSource)) {
      const reached = named(head, leaning);
      const errorFlow = leaning.length === 0 ? null : await errorFlowOf(view, head);
      const as = (id: string): Neighbour['as'] =>
        id === errorFlow ? 'error-flow' : reached.has(id) ? 'sub-flow' : 'conversation';
      result.set(
        head,
        leaning
          .map(({ id, name, fingerprint }): Neighbour => ({ id, name, fingerprint, as: as(id) }))
          .sort((a, b) => (a.id < b.id ? -1 : 1)),
      );
    }
  }
  return result;
};
