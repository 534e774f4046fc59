import type { Step, Text } from '../flow.ts';
import type { Graph } from '../graph.ts';
import type { Delivery } from './delivery.ts';

/** A text that has a part in what a message says, and the step it stands in. */
export interface Spoken {
  readonly step: Step;
  readonly text: Text;
  /** `own`: the message's. `made`: fields and code it is put together from. `prompt`: what a model that writes it is told. */
  readonly part: 'own' | 'made' | 'prompt';
}

/** Everything in the file that decides what a message says. */
export const spokenBy = (graph: Graph, delivery: Delivery): readonly Spoken[] => {
  const { step, message, says, models } = delivery;
  const own = [...message.subject, ...message.body, ...message.merge].map(
    (text): Spoken => ({ step, text, part: 'own' }),
  );
  const from = (positions: Iterable<number>, part: Spoken['part']): readonly Spoken[] =>
    [...positions].flatMap((at) => {
      const maker = graph.steps[at];
      return maker === undefined ? [] : maker.texts.map(({ text }): Spoken => ({ step: maker, text, part }));
    });
  return [...own, ...from(says.through, 'made'), ...from(models, 'prompt')];
};
