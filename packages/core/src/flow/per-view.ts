import type { FlowView } from './view.ts';

/** The same answer for the same flow, worked out when first asked for. `make` must be pure. */
export const perView = <T>(make: (view: FlowView) => T): ((view: FlowView) => T) => {
  const memo = new WeakMap<FlowView, { readonly value: T }>();
  return (view) => {
    const known = memo.get(view);
    if (known !== undefined) return known.value;
    const value = make(view);
    memo.set(view, { value });
    return value;
  };
};
