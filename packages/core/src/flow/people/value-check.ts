import type { Link, Step } from '../flow.ts';
import { type Graph, has, type Reached } from '../graph.ts';

/** Ways out of a step that asks Plumbline before something happens. */
const go = 0;
const askPerson = 1;

const isCheck = (step: Step | undefined): step is Step =>
  step !== undefined && !step.disabled && has(step, 'asks:values');

const byOutput =
  (graph: Graph, output: number) =>
  ({ kind, from, output: taken }: Link): boolean =>
    kind === 'main' && taken === output && isCheck(graph.steps[from]);

const around = (graph: Graph): Reached | null =>
  graph.steps.some(isCheck) ? graph.after(graph.starts, { without: byOutput(graph, go) }) : null;

/** Where items get without having been let go by a value check; `null` in a flow that has none. */
const unchecked = (graph: Graph): Reached | null => graph.memory.of(around, () => around(graph));

/** The value check that lets items go on to this step, where nothing gets there without one; the nearest. */
export const valueCheckBefore = (graph: Graph, position: number): Step | null => {
  const free = unchecked(graph);
  if (free === null || free.has(position) || graph.live[position] !== true) return null;
  for (const at of graph.before(position).keys()) {
    const step = graph.steps[at];
    if (at !== position && graph.live[at] === true && isCheck(step)) return step;
  }
  return null;
};

/** Everything that follows where a value check, among `reached`, has a person asked. */
export const whereAsked = (graph: Graph, reached: Iterable<number>): Reached | null => {
  const asks = byOutput(graph, askPerson);
  const first: number[] = [];
  for (const at of reached) {
    if (!isCheck(graph.steps[at])) continue;
    for (const link of graph.leaving(at)) if (asks(link)) first.push(link.to);
  }
  return first.length === 0 ? null : graph.after(first);
};

/** Does the step bring a case into the inbox: hand it over, or hold it there for an answer? No tool of an agent waits. */
export const toInbox = (graph: Graph, position: number): boolean => {
  const step = graph.steps[position];
  if (step === undefined || step.disabled) return false;
  return has(step, 'hands:inbox') || (has(step, 'asks:inbox') && graph.owners(position).length === 0);
};
