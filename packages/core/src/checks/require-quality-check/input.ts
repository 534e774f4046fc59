import type { Step } from '../../flow/flow.ts';
import { type Graph, has } from '../../flow/graph.ts';
import type { FlowView } from '../../flow/view.ts';
import type { Act } from './weight.ts';

export interface Input {
  readonly from: Step;
  /** Whether it has been checked cannot be seen: a form may insist on it, another flow gives it, or a step nobody knows. */
  readonly unseen: boolean;
}

/** Whatever anybody can write into a form, a mail or a chat. */
const written = [
  'starts:form',
  'starts:email',
  'starts:chat',
  'starts:voice',
  'starts:ticket',
  'starts:webhook',
] as const;

const hidden = (graph: Graph, at: number): boolean => {
  const step = graph.steps[at] as Step;
  return (
    graph.live[at] === true &&
    (step.knowledge !== 'known' ||
      has(step, 'starts:call', 'starts:tool-server', 'calls:flow', 'calls:tools'))
  );
};

/**
 * What from outside goes into the act: words that somebody wrote, or that a model took out of them. `null` where it only
 * takes over records of the business, or an order that the shop has accepted already.
 */
export const untrustedInput = (view: FlowView, act: Act): Input | null => {
  const { graph, tracer } = view;
  const texts = act.step.texts.filter(({ text }) => text.dynamic).map(({ text }) => text);
  const origins = texts.length > 0 ? tracer.of(act.position, texts) : tracer.into(act.position);
  const all =
    texts.length > 0 && origins.starts.size + origins.models.size + origins.records.size === 0
      ? tracer.into(act.position)
      : origins;
  const start = [...all.starts].find((at) => has(graph.steps[at] as Step, ...written));
  const model = [...all.models][0];
  const from = model ?? start;
  const before = [...graph.before(act.position, { most: 400 }).keys()];
  const unseen = before.find((at) => at !== act.position && hidden(graph, at));
  if (from !== undefined) {
    const step = graph.steps[from];
    if (step === undefined) return null;
    return { from: step, unseen: unseen !== undefined || has(step, 'starts:form') };
  }
  return null;
};
