import type { FlowView } from './view.ts';

/** The same answer for the same flow, worked out when first asked for. `make` must be pure. */
export const perView =
  <T>(make: (view: FlowView) => T): ((view: FlowView) => T) =>
  (view) =>
    view.graph.memory.of(make, () => make(view));
