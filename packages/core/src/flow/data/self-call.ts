import type { FlowView } from '../view.ts';

/** Steps of this flow that start this very flow again, one run for each person. */
export const selfCalls = (view: FlowView): readonly number[] =>
  view.graph.steps.flatMap((step, at) =>
    view.graph.live[at] === true &&
    step.call !== null &&
    (step.call.text.includes('$workflow.id') || (step.call.id !== null && step.call.id === view.flow.id))
      ? [at]
      : [],
  );
