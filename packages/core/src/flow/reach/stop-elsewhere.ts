import type { Step } from '../flow.ts';
import { keywordsIn } from '../messages/opt-out-link.ts';
import type { FlowView } from '../view.ts';

/** Another flow that acts on an answer such as STOP, and its step that tells that word from others. */
export interface Elsewhere {
  readonly flow: string;
  readonly step: Step;
}

/** The other flow at hand that takes in what is answered to `carrier` and writes down, or hands on, who wants no more. */
export const stopsElsewhere = (view: FlowView, carrier: Step): Elsewhere | null => {
  for (const other of view.handlers(carrier)) {
    const keyword = keywordsIn(other).find(({ enforced }) => enforced);
    if (keyword !== undefined) return { flow: other.flow.name, step: keyword.step };
  }
  return null;
};
