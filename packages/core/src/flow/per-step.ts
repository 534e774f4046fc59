import type { Graph } from './graph.ts';

/** The same answer for the same step of the same flow, worked out when first asked for. `make` must be pure. */
export const perStep = <T>(make: (graph: Graph, at: number) => T): ((graph: Graph, at: number) => T) => {
  const begin = (): Map<number, { readonly value: T }> => new Map();
  return (graph, at) => {
    const known = graph.memory.of(make, begin);
    const before = known.get(at);
    if (before !== undefined) return before.value;
    const value = make(graph, at);
    known.set(at, { value });
    return value;
  };
};
