import { failureTest } from '../../flow/failures/failure-test.ts';
import { failureWaysOf } from '../../flow/failures/failure-way.ts';
import type { Branch, Condition, Step } from '../../flow/flow.ts';
import { type Graph, has } from '../../flow/graph.ts';
import type { FlowView } from '../../flow/view.ts';

/** Something on the way that looks at the data and can turn it away. */
export interface Inspection {
  readonly position: number;
  readonly step: Step;
  readonly by: 'branch' | 'code' | 'duplicates' | 'model' | 'person';
  readonly evidence: 'proven' | 'inferred';
  /** Who hears of what is turned away. */
  readonly heard: 'staff' | 'sender' | 'nobody';
  /** The step by which they hear. */
  readonly tells: Step | null;
  /** Its wording is about being right or complete, not only about where to go next. */
  readonly strict: boolean;
}

const strictOperator =
  /empty|exist|regex|gt|gte|lt|lte|larger|smaller|true|false|contains|before|after|length/i;
const strictName =
  /valid|check|exist|found|duplicate|already|complete|correct|match|stock|quantity|available|free|approved|prüf|gültig|verific|comprob|vérif/i;

const sorts = ({ name, branch }: Step): boolean =>
  /rout|weiche|verteil/i.test(name) ||
  (branch !== null && branch.labels.length > 0 && branch.labels[0] !== 'true');

/** Leaves out what has been dealt with already: nobody needs to hear of it. */
const duplicates =
  /duplicat|already|exist|doppelt|schon|déjà|ya exist|new only|only new|not yet|processed|unprocessed/i;

const onData = ({ left }: Condition): boolean =>
  left.refs.some((ref) => ref.from === 'item' || ref.from === 'step');

const outputsOf = (graph: Graph, at: number, branch: Branch): readonly number[] => {
  const linked = graph
    .leaving(at)
    .filter((link) => link.kind === 'main')
    .map((link) => link.output);
  const count = Math.max(
    branch.labels.length,
    1,
    (branch.otherwise ?? 0) + 1,
    ...linked.map((output) => output + 1),
  );
  return Array.from({ length: count }, (_, output) => output);
};

interface Heard {
  readonly heard: Inspection['heard'];
  readonly tells: Step | null;
}
const nobody: Heard = { heard: 'nobody', tells: null };

export interface Listeners {
  readonly staff: ReadonlySet<number>;
  readonly others: ReadonlySet<number>;
  /** Who hears when code refuses by failing. */
  readonly failures: Heard;
}

export const listenersOf = (view: FlowView): Listeners => {
  const staff = new Set<number>();
  const others = new Set<number>();
  for (const { position, audience, inPlace } of view.deliveries) {
    if (audience.who === 'staff') staff.add(position);
    else if (!inPlace) others.add(position);
  }
  view.graph.steps.forEach((step, at) => {
    if (view.graph.live[at] === true && has(step, 'opens:ticket', 'assigns:person', 'asks:person'))
      staff.add(at);
  });
  const told = failureWaysOf(view).ways.find(({ by, to }) => by === 'error-start' && to !== null);
  return { staff, others, failures: told?.to == null ? nobody : { heard: 'staff', tells: told.to } };
};

/** Who is told on the way that leaves by these outputs, before it joins the way to the act again. */
const hearOf = (
  graph: Graph,
  at: number,
  outputs: ReadonlySet<number>,
  ahead: ReadonlySet<number>,
  listeners: Listeners,
): Heard => {
  const starts = graph
    .leaving(at)
    .filter((link) => (link.kind === 'main' && outputs.has(link.output)) || link.kind === 'error')
    .map((link) => link.to)
    .filter((to) => !ahead.has(to));
  const stops = (to: number): boolean => ahead.has(to) || has(graph.steps[to] as Step, 'loops');
  let sender: Step | null = null;
  for (const to of graph.after(starts, { stopAt: stops }).keys()) {
    const step = graph.steps[to];
    if (step === undefined || step.disabled || ahead.has(to)) continue;
    if (listeners.staff.has(to)) return { heard: 'staff', tells: step };
    if (listeners.others.has(to)) sender ??= step;
  }
  return sender === null ? nobody : { heard: 'sender', tells: sender };
};

const checksInCode =
  /throw new Error|is_?valid|valid(?:ate|ation)|errors?\.push|issues\.push|missing(?:Fields)?\b|required\b|isNaN|Number\.is|duplicate|schema|safeParse|\.test\(/i;

const inspectionAt = (
  view: FlowView,
  at: number,
  ahead: ReadonlySet<number>,
  listeners: Listeners,
): Inspection | null => {
  const { graph } = view;
  const step = graph.steps[at];
  if (step === undefined || step.disabled || graph.live[at] !== true) return null;
  if (step.branch !== null) {
    const reaches = (output: number): boolean =>
      graph
        .leaving(at)
        .some(
          (link) =>
            link.kind === 'main' &&
            link.output === output &&
            ahead.has(link.to) &&
            !has(graph.steps[link.to] as Step, 'loops'),
        );
    const outputs = outputsOf(graph, at, step.branch);
    const dropsRest = has(step, 'filters') || step.branch.otherwise === null;
    const closed = new Set(outputs.filter((output) => !reaches(output)));
    if (closed.size === outputs.length || (closed.size === 0 && !dropsRest)) return null;
    const model = has(step, 'judges:model');
    if (!model && !step.branch.conditions.some(onData)) return null;
    if (failureTest(graph, at, view.find) !== null) return null;
    const again = duplicates.test(step.name);
    const strict =
      model ||
      strictName.test(step.name) ||
      // A switch with several ways on sorts; it does not judge.
      (!sorts(step) &&
        step.branch.conditions.some(
          ({ operator }) => strictOperator.test(operator) && !/^(?:not)?equals?$/.test(operator),
        ));
    return {
      position: at,
      step,
      by: again ? 'duplicates' : model ? 'model' : 'branch',
      evidence: model ? 'inferred' : 'proven',
      ...hearOf(graph, at, closed, ahead, listeners),
      strict,
    };
  }
  if (has(step, 'filters')) {
    return { position: at, step, by: 'duplicates', evidence: 'proven', ...nobody, strict: true };
  }
  if (has(step, 'runs:code') && step.texts.some(({ text }) => checksInCode.test(text.source)))
    return { position: at, step, by: 'code', evidence: 'inferred', ...listeners.failures, strict: true };
  return null;
};

/** Everything that inspects the data on the way to the act at `position`, the strictest and best heard first. */
export const inspectionsBefore = (
  view: FlowView,
  position: number,
  listeners: Listeners,
): readonly Inspection[] => {
  const { graph } = view;
  const ahead = new Set(graph.before(position, { most: 400 }).keys());
  const gates = view.gates.filter(
    (gate) => gate.asked === 'staff' && gate.position !== position && ahead.has(gate.position),
  );
  const found = [...ahead].flatMap((at) =>
    at === position ? [] : (inspectionAt(view, at, ahead, listeners) ?? []),
  );
  const asked = gates.map(
    (gate): Inspection => ({
      position: gate.position,
      step: gate.step,
      by: 'person',
      evidence: 'proven',
      heard: 'staff',
      tells: gate.step,
      strict: true,
    }),
  );
  const rank = (each: Inspection): number =>
    (each.strict ? 4 : 0) + (each.heard === 'staff' ? 2 : each.heard === 'sender' ? 1 : 0);
  return [...asked, ...found].sort((one, other) => rank(other) - rank(one));
};
