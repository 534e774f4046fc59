import type { Step } from '../flow.ts';
import { type Graph, has } from '../graph.ts';
import type { Delivery } from './delivery.ts';

/** What a message says in the step that sends it: subject, body and merged values. */
export const wordsOf = (delivery: Delivery): string =>
  [...delivery.message.subject, ...delivery.message.body, ...delivery.message.merge]
    .map((text) => text.source)
    .join('\n');

/** Steps before a message that are looked at; what stands further away seldom decides its words. */
const nearest = 40;
/** Characters that are looked at for one message. */
const mostText = 60_000;

/** Texts that decide what a message says: its own, and the code and fields it is made of. Worked out once each. */
export const buildMadeOf = (graph: Graph): ((delivery: Delivery) => string) => {
  const known = new Map<Delivery, string>();
  return (delivery) => {
    const before = known.get(delivery);
    if (before !== undefined) return before;
    let made = wordsOf(delivery);
    for (const at of graph.before(delivery.position, { most: nearest }).keys()) {
      const step = graph.steps[at] as Step;
      if (step.disabled || (step.assigns.length === 0 && !has(step, 'runs:code'))) continue;
      for (const { text } of step.texts) made += `\n${text.source}`;
      if (made.length > mostText) break;
    }
    known.set(delivery, made);
    return made;
  };
};
