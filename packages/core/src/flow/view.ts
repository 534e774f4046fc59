import type { Flow, Step } from './flow.ts';
import { type Gate, gatesOf } from './gate.ts';
import { buildGraph, type Graph } from './graph.ts';
import { customerFacingOf, type Derived, type FlowKind, kindOf } from './kind.ts';
import { type Delivery, deliveriesOf } from './messages/delivery.ts';
import { type Intake, intakesOf } from './people/conversation.ts';
import { answeredOver, handlersOf } from './people/handlers.ts';
import { withOperators } from './people/partner.ts';
import { buildTracer, type Tracer } from './trace.ts';

/** The other flows of a business, as far as they are at hand. */
export interface Surroundings {
  readonly find: (id: string) => Flow | undefined;
  readonly flows: readonly Flow[];
  /**
   * All that the business keeps and this flow can lean on is at hand. What is not among it may yet be somewhere: it may not
   * have come yet, or lie where nobody lets it be read.
   */
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
  neighbour(id: string): FlowView | undefined;
  /** Views of the other flows at hand that take in what customers answer to this step. */
  handlers(step: Step): readonly FlowView[];
  readonly surroundings: Surroundings;
}

const stepFinder = (flow: Flow): ((name: string) => number | undefined) => {
  let byName: Map<string, number> | undefined;
  return (name) => {
    if (byName === undefined) {
      byName = new Map();
      for (const [position, step] of flow.steps.entries())
        if (!byName.has(step.name)) byName.set(step.name, position);
    }
    return byName.get(name);
  };
};

/**
 * A class, and not an object with getters of its own: each of those would be a shape by itself to the engine, which keeps
 * it, and with it the whole flow, until it next looks through all memory.
 */
class View implements FlowView {
  readonly flow: Flow;
  readonly surroundings: Surroundings;
  readonly graph: Graph;
  readonly find: FlowView['find'];
  readonly tracer: Tracer;
  readonly #neighbours = new Map<string, FlowView | undefined>();
  readonly #handlers = new Map<string, readonly FlowView[]>();
  #intakes: readonly Intake[] | undefined;
  #deliveries: readonly Delivery[] | undefined;
  #gates: readonly Gate[] | undefined;
  #kind: Derived<FlowKind> | undefined;
  #customerFacing: Derived<boolean | 'unknown'> | undefined;

  constructor(flow: Flow, surroundings: Surroundings) {
    this.flow = flow;
    this.surroundings = surroundings;
    this.graph = buildGraph(flow);
    this.find = stepFinder(flow);
    this.tracer = buildTracer(this.graph, this.find);
  }

  get intakes(): readonly Intake[] {
    this.#intakes ??= withOperators(this.graph, intakesOf(this.graph));
    return this.#intakes;
  }

  get deliveries(): readonly Delivery[] {
    this.#deliveries ??= deliveriesOf(this.graph, this.tracer, this.intakes);
    return this.#deliveries;
  }

  get gates(): readonly Gate[] {
    this.#gates ??= gatesOf(this.graph, this.tracer, this.intakes);
    return this.#gates;
  }

  get kind(): Derived<FlowKind> {
    this.#kind ??= kindOf(this.flow, this.graph, this.deliveries, this.intakes);
    return this.#kind;
  }

  get customerFacing(): Derived<boolean | 'unknown'> {
    this.#customerFacing ??= customerFacingOf(this.graph, this.deliveries);
    return this.#customerFacing;
  }

  neighbour(id: string): FlowView | undefined {
    if (!this.#neighbours.has(id)) {
      const other = this.surroundings.find(id);
      this.#neighbours.set(id, other === undefined ? undefined : viewFlow(other, this.surroundings));
    }
    return this.#neighbours.get(id);
  }

  handlers(step: Step): readonly FlowView[] {
    const { flow, surroundings } = this;
    const service = answeredOver(step);
    if (service === null || surroundings.flows.length === 0) return [];
    const known = this.#handlers.get(service);
    if (known !== undefined) return known;
    const views = handlersOf(flow, surroundings.flows, service).map((other) => viewFlow(other, surroundings));
    this.#handlers.set(service, views);
    return views;
  }
}

export const viewFlow = (flow: Flow, surroundings: Surroundings = alone): FlowView =>
  new View(flow, surroundings);
