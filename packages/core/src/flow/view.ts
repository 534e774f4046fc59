import { type Intake, intakesOf } from './conversation.ts';
import { type Delivery, deliveriesOf } from './delivery.ts';
import type { Flow, Step } from './flow.ts';
import { type Gate, gatesOf } from './gate.ts';
import { buildGraph, type Graph } from './graph.ts';
import { answeredOver, handlersOf } from './handlers.ts';
import { customerFacingOf, type Derived, type FlowKind, kindOf } from './kind.ts';
import { withOperators } from './partner.ts';
import { buildTracer, type Tracer } from './trace.ts';

/** The other flows of a business, as far as they are at hand. */
export interface Surroundings {
  readonly find: (id: string) => Flow | undefined;
  readonly flows: readonly Flow[];
  /** All that this flow can lean on is at hand: what is not found is not kept by the business. */
  readonly whole?: boolean;
}

export const alone: Surroundings = { find: () => undefined, flows: [] };

/** One flow with everything that checks ask about it. Derived parts are worked out when first asked for, once. */
export interface FlowView {
  readonly flow: Flow;
  readonly graph: Graph;
  readonly tracer: Tracer;
  /** Position of the step that expressions mean by this name. */
  readonly find: (name: string) => number | undefined;
  /** Live starts by which somebody's own words come in. */
  readonly intakes: readonly Intake[];
  /** Live places where words or media leave the flow. */
  readonly deliveries: readonly Delivery[];
  /** Live steps that hold the flow for a person's answer. */
  readonly gates: readonly Gate[];
  readonly kind: Derived<FlowKind>;
  readonly customerFacing: Derived<boolean | 'unknown'>;
  /** View of another flow of the business; `undefined` where it is not at hand. */
  readonly neighbour: (id: string) => FlowView | undefined;
  /** Views of the other flows at hand that take in what customers answer to this step. */
  readonly handlers: (step: Step) => readonly FlowView[];
  readonly surroundings: Surroundings;
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const stepFinder = (flow: Flow): ((name: string) => number | undefined) => {
  const find = once(() => {
    const byName = new Map<string, number>();
    flow.steps.forEach((step, position) => {
      if (!byName.has(step.name)) byName.set(step.name, position);
    });
    return byName;
  });
  return (name) => find().get(name);
};

export const viewFlow = (flow: Flow, surroundings: Surroundings = alone): FlowView => {
  const graph = buildGraph(flow);
  const find = stepFinder(flow);
  const tracer = buildTracer(graph, find);
  const intakes = once(() => withOperators(graph, intakesOf(graph)));
  const deliveries = once(() => deliveriesOf(graph, tracer, intakes()));
  const gates = once(() => gatesOf(graph, tracer, intakes()));
  const kind = once(() => kindOf(flow, graph, deliveries(), intakes()));
  const customerFacing = once(() => customerFacingOf(graph, deliveries()));
  const neighbours = new Map<string, FlowView | undefined>();
  const handlers = new Map<string, readonly FlowView[]>();
  return {
    flow,
    graph,
    tracer,
    find,
    surroundings,
    get intakes() {
      return intakes();
    },
    get deliveries() {
      return deliveries();
    },
    get gates() {
      return gates();
    },
    get kind() {
      return kind();
    },
    get customerFacing() {
      return customerFacing();
    },
    neighbour: (id) => {
      if (!neighbours.has(id)) {
        const other = surroundings.find(id);
        neighbours.set(id, other === undefined ? undefined : viewFlow(other, surroundings));
      }
      return neighbours.get(id);
    },
    handlers: (step) => {
      const service = answeredOver(step);
      if (service === null || surroundings.flows.length === 0) return [];
      const known = handlers.get(service);
      if (known !== undefined) return known;
      const views = handlersOf(flow, surroundings.flows, service).map((other) =>
        viewFlow(other, surroundings),
      );
      handlers.set(service, views);
      return views;
    },
  };
};
