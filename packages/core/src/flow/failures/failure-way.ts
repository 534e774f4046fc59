import type { Link, Step } from '../flow.ts';
import { type Graph, has, pathTo, type Reached, stepsAt } from '../graph.ts';
import { perView } from '../per-view.ts';
import type { FlowView } from '../view.ts';
import { failureTest } from './failure-test.ts';

/** A way by which a technical failure comes to somebody's notice, or is made good. */
export interface FailureWay {
  readonly by: 'error-flow' | 'error-start' | 'error-output' | 'branch' | 'count';
  /** The step where it begins; `null` for another flow that is named in the settings. */
  readonly from: Step | null;
  /** The message, ticket or hand-over at its end; `null` where that is in another flow. */
  readonly to: Step | null;
  readonly path: readonly Step[];
  readonly evidence: 'proven' | 'inferred';
}

/** A way that begins and leads to nobody, as far as the file tells. */
export interface DeadWay {
  readonly from: Step;
  /** `hidden`: it leads to something that may tell somebody, out of sight. `nobody`: it ends in a log, a stop, or nothing. */
  readonly ends: 'hidden' | 'nobody';
  /** What is out of sight, or where it ends. */
  readonly at: Step;
}

export interface FailureWays {
  readonly ways: readonly FailureWay[];
  readonly dead: readonly DeadWay[];
}

const tellsSomebody = (step: Step): boolean =>
  step.message !== null ||
  has(step, 'opens:ticket', 'assigns:person') ||
  step.traits.some((trait) => /^(?:sends|replies|publishes):/.test(trait));

/** A call whose other end may well be somebody's telephone: another flow, a web address of one's own, code that calls out. */
const mayTell = (step: Step): boolean =>
  has(step, 'calls:flow', 'calls:tools') ||
  step.knowledge === 'uncatalogued' ||
  (step.knowledge === 'stripped' && step.assumed.some((trait) => /^(?:sends|replies|opens):/.test(trait))) ||
  (has(step, 'calls:http') && step.traits.length === 1) ||
  (has(step, 'runs:code') &&
    step.texts.some(({ text }) => /httpRequest|fetch\(|axios|curl /.test(text.source)));

type End = { readonly kind: 'told' | 'hidden' | 'nobody'; readonly at: number };

/** Each way is walked by itself; beyond any real flow the rest is left out, so that the cost stays linear. */
const mostWalks = 300;

interface Search {
  readonly view: FlowView;
  /** Steps whose result is the answer to whoever started the flow. */
  readonly answers: ReadonlySet<number>;
  walks: number;
}

/** How far a failure is followed: not beyond the next round of a loop, nor through the step that failed. */
const failing = (graph: Graph, links: readonly Link[], stops: ReadonlySet<number>): Reached => {
  const ends = (at: number): boolean => stops.has(at) || has(graph.steps[at] as Step, 'loops');
  const starts = links.map((link) => link.to).filter((at) => !ends(at));
  return graph.after(starts, { stopAt: ends });
};

/** Where it ends up; steps in `shared` are reached by success as well and tell nobody of a failure. */
const endOf = (
  search: Search,
  from: number,
  reached: Reached,
  shared: ReadonlyMap<number, number>,
  sure: boolean,
): End => {
  let hidden: number | null = null;
  let last = from;
  let off: number | null = null;
  for (const at of reached.keys()) {
    const step = search.view.graph.steps[at];
    if (step?.disabled === true && step.message !== null) off ??= at;
    if (step === undefined || step.disabled || at === from || shared.has(at)) continue;
    if (tellsSomebody(step) || search.answers.has(at)) return { kind: 'told', at };
    if (hidden === null && mayTell(step) && (sure || failureName.test(step.name))) hidden = at;
    last = at;
  }
  return hidden === null ? { kind: 'nobody', at: off ?? last } : { kind: 'hidden', at: hidden };
};
const failureName = /error|fail|fehler|erreur|alert|notif/i;
const nothing: ReadonlyMap<number, number> = new Map();

/** Error outputs and error starts, which n8n and its like offer for the purpose. */
const builtIn = (search: Search, ways: FailureWay[], dead: DeadWay[]): void => {
  const { view } = search;
  const { graph } = view;
  const called = graph.starts.some((at) => has(graph.steps[at] as Step, 'starts:call'));
  graph.steps.forEach((step, from) => {
    if (graph.live[from] !== true || search.walks >= mostWalks) return;
    const isStart = has(step, 'starts:error');
    const links = graph.leaving(from).filter((link) => isStart || link.kind === 'error');
    if (links.length === 0) {
      if (isStart) dead.push({ from: step, ends: 'nobody', at: step });
      return;
    }
    search.walks += 1;
    const reached = failing(graph, links, new Set([from]));
    const end = endOf(search, from, reached, nothing, true);
    const at = graph.steps[end.at] ?? step;
    if (end.kind === 'told') {
      ways.push({
        by: isStart ? 'error-start' : 'error-output',
        from: step,
        to: at,
        path: [step, ...stepsAt(graph, pathTo(reached, end.at))],
        evidence: 'proven',
      });
    } else {
      // What the last step of a called flow gives goes back to the flow that called it.
      const returns =
        called && !isStart && end.at !== from && graph.leaving(end.at).length === 0 && !has(at, 'fails');
      dead.push({ from: step, ends: returns ? 'hidden' : end.kind, at });
    }
  });
};

/** Branches that tell a failed answer from a good one. */
const branched = (search: Search, ways: FailureWay[], dead: DeadWay[]): void => {
  const { view } = search;
  const { graph } = view;
  graph.steps.forEach((step, at) => {
    if (graph.live[at] !== true || step.branch === null || search.walks >= mostWalks) return;
    const test = failureTest(graph, at, (name) => view.find(name));
    if (test === null) return;
    const outputs = new Set(test.outputs);
    const main = graph.leaving(at).filter((link) => link.kind === 'main');
    const links = main.filter((link) => outputs.has(link.output));
    if (links.length === 0) return;
    search.walks += 2;
    const stops = new Set([at, test.origin]);
    const well = failing(
      graph,
      main.filter((link) => !outputs.has(link.output)),
      stops,
    );
    const reached = failing(graph, links, stops);
    const end = endOf(search, at, reached, well, false);
    const last = graph.steps[end.at] ?? step;
    if (end.kind === 'told' && (test.sure || failureName.test(last.name))) {
      const path = [...stepsAt(graph, [test.origin, at]), ...stepsAt(graph, pathTo(reached, end.at))];
      ways.push({ by: 'branch', from: step, to: last, path, evidence: 'inferred' });
      return;
    }
    // A branch that leads nowhere may as well wait for a job that is not done yet.
    if (end.kind === 'hidden' && test.sure) dead.push({ from: step, ends: 'hidden', at: last });
  });
};

const failureWord =
  /\bfail(?:ed|ures?|s)?\b|\berrors?\b|fehler|fehlgeschlagen|erreurs?\b|fallid[oa]s?|falhas?\b|errores\b/i;
const readsError = /\.error\b|===?\s*['"](?:error|failed)['"]/;

/** Failures that do not stop the flow, are counted by code, and stand in a message at the end. */
const counted = (view: FlowView, ways: FailureWay[]): void => {
  const { graph } = view;
  const goesOn = graph.steps.flatMap((step, at) =>
    graph.live[at] === true && step.onFailure === 'continue' ? [at] : [],
  );
  if (goesOn.length === 0) return;
  const after = graph.after(goesOn);
  const counters = [...after.keys()].filter((at) => {
    const step = graph.steps[at];
    return (
      step !== undefined &&
      has(step, 'runs:code') &&
      step.texts.some(({ text }) => readsError.test(text.source))
    );
  });
  if (counters.length === 0) return;
  const told = graph.after(counters);
  for (const delivery of view.deliveries) {
    if (!told.has(delivery.position)) continue;
    const made = [...delivery.says.through].flatMap((at) => graph.steps[at]?.texts ?? []);
    const says = [...delivery.message.body, ...delivery.message.subject, ...made.map(({ text }) => text)];
    if (!says.some((text) => failureWord.test(text.source))) continue;
    const path = stepsAt(graph, pathTo(told, delivery.position));
    ways.push({ by: 'count', from: path[0] ?? delivery.step, to: delivery.step, path, evidence: 'inferred' });
    return;
  }
};

/** Every way in this file by which a technical failure reaches a person, the customer, or a recovery that delivers. */
export const failureWaysOf = perView((view): FailureWays => {
  const ways: FailureWay[] = [];
  const dead: DeadWay[] = [];
  const answers = new Set(view.deliveries.filter((each) => each.inPlace).map((each) => each.position));
  const search: Search = { view, answers, walks: 0 };
  builtIn(search, ways, dead);
  branched(search, ways, dead);
  if (ways.length === 0) counted(view, ways);
  return { ways, dead };
});
