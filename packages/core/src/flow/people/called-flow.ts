import type { Step } from '../flow.ts';
import { type Graph, has } from '../graph.ts';
import type { FlowView } from '../view.ts';
import { onlyLooksUp } from './look-up.ts';

/**
 * Which flow a step calls. `here`: this one, for certain. `supposed`: one that is not at hand, and taken for no way to a
 * person by its name, or because a start for such a call lies in this file. `elsewhere`: one that may be anything.
 */
export type CalledFlow = 'here' | 'supposed' | 'elsewhere';

const startsFor = (graph: Graph): number =>
  graph.starts.filter((at) => has(graph.steps[at] as Step, 'starts:call')).length;

/** Calls among the steps, each flow that is called counted once. */
const callsIn = (graph: Graph, reached: Iterable<number>): number => {
  const calls = new Set<string>();
  for (const at of reached) {
    const call = graph.steps[at]?.call;
    if (call != null && graph.steps[at]?.disabled === false) calls.add(call.id ?? call.text);
  }
  return calls.size;
};

/** Tells of each call among the steps `reached` where it leads. */
export const calledFlows = (
  { flow, graph }: FlowView,
  reached: Iterable<number>,
): ((step: Step) => CalledFlow) => {
  const starts = startsFor(graph);
  /** Files that go from hand to hand often hold the flow that they call, under the address it had elsewhere. */
  const room = starts > 0 && callsIn(graph, reached) <= starts;
  return (step) => {
    const id = step.call?.id ?? null;
    const own = step.call?.text.includes('$workflow.id') === true || (id !== null && id === flow.id);
    if (own && starts > 0) return 'here';
    if (onlyLooksUp(step)) return 'supposed';
    const other = id !== null && flow.id !== null;
    return room && !other ? 'supposed' : 'elsewhere';
  };
};
