import { codeGives } from '../data/code-value.ts';
import { isModel, wholeText } from '../data/own-data.ts';
import { selfCalls } from '../data/self-call.ts';
import { has } from '../graph.ts';
import type { FlowView } from '../view.ts';
import type { Outgoing } from './outgoing.ts';

/** Steps before a message in which a field of the same name may be given its text. */
const nearby = 40;

/** Is the field given a value by a step of the file, behind a step that only reads something else in between? */
const givenHere = (view: FlowView, reader: number, field: string, followed: ReadonlySet<number>): boolean => {
  for (const at of view.graph.before(reader, { most: nearby }).keys()) {
    const step = view.graph.steps[at];
    if (step === undefined || step.disabled || followed.has(at)) continue;
    if (step.assigns.some(({ name }) => name === field)) return true;
    if (has(step, 'runs:code') && codeGives(step, field) !== undefined) return true;
  }
  return false;
};

/** Does the wording of the message stand outside the file: in a mailing service, a record, or a flow that hands it over? */
export const textIsElsewhere = (view: FlowView, { delivery }: Outgoing): boolean => {
  if (!delivery.known || delivery.message.bodyState !== 'given') return true;
  const { leaves, hidden, through } = view.tracer.of(delivery.position, delivery.message.body);
  if (hidden.size > 0) return true;
  return leaves.some(({ at, path }) => {
    const step = view.graph.steps[at];
    const field = path.slice(path.lastIndexOf('.') + 1);
    if (step === undefined || isModel(view, at)) return false;
    if (has(step, 'calls:flow', 'calls:tools')) return true;
    if (has(step, 'starts:call') && selfCalls(view).length > 0) return false;
    if (!has(step, 'reads:records', 'calls:http', 'starts:call', 'starts:webhook')) return false;
    return wholeText.test(field) && !givenHere(view, at, field, through);
  });
};
