import type { Graph } from './graph.ts';

/** The same answer for the same step of the same flow, worked out when first asked for. `make` must be pure. */
export const perStep = <T>(make: (graph: Graph, at: number) => T): ((graph: Graph, at: number) => T) => {
  const memo = new WeakMap<Graph, Map<number, { readonly value: T }>>();
  return (graph, at) => {
    const known = memo.get(graph) ?? new Map<number, { readonly value: T }>();
    memo.set(graph, known);
    const made = known.get(at) ?? { value: make(graph, at) };
    known.set(at, made);
    return made.value;
  };
};
