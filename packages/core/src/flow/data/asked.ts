import type { Text } from '../flow.ts';
import { perView } from '../per-view.ts';
import type { Origins } from '../trace.ts';
import type { FlowView } from '../view.ts';

const given = perView(() => new Map<number, Origins>());
const notAsked = /header|auth|credential/i;

/**
 * Where everything comes from that a step is given to work with: the prompt of a model, the query of a step that reads. A
 * step that names nothing is given what reaches it. Keys and headers are left out. Worked out once a step.
 */
export const givenTo = (view: FlowView, position: number): Origins => {
  const known = given(view);
  const before = known.get(position);
  if (before !== undefined) return before;
  const asked = askedTexts(view, position);
  const made = asked.length > 0 ? view.tracer.of(position, asked) : view.tracer.into(position);
  known.set(position, made);
  return made;
};

/** Texts of a step that are worked out at run time, without keys and headers. */
export const askedTexts = (view: FlowView, position: number): readonly Text[] =>
  (view.graph.steps[position]?.texts ?? [])
    .filter(({ path, text }) => text.dynamic && !notAsked.test(path))
    .map(({ text }) => text);
