import { type Graph, has } from '../graph.ts';
import type { Delivery } from './delivery.ts';

/** Names of fields that hold words to be read, not data. */
const proseField =
  /(?:^|[._])(?:\w*body\w*|\w*html\w*|\w*text|response\w*|reply\w*|messages?|content|answer\w*|draft\w*|captions?|post|respuesta|resposta|mensaje|mensagem|antwort|réponse|reponse)$/i;

/** Steps that only steer or reshape what comes in. */
const handsOn = ['decides', 'filters', 'merges', 'transforms', 'runs:code', 'loops', 'limits'] as const;

const mostSteps = 12;

/** The model whose answer the code at `position` takes apart, if it stands right behind one. */
const modelBefore = (graph: Graph, position: number): number | null => {
  const seen = new Set<number>([position]);
  const queue = [position];
  for (let head = 0; head < queue.length && head < mostSteps; head += 1) {
    for (const { from } of graph.entering(queue[head] as number)) {
      const step = graph.steps[from];
      if (step === undefined || seen.has(from)) continue;
      seen.add(from);
      if (graph.live[from] === true && has(step, 'generates:text')) return from;
      if (step.disabled || has(step, ...handsOn)) queue.push(from);
    }
  }
  return null;
};

/**
 * A model whose words a message most likely carries although they cannot be followed through the code between them:
 * the code stands right behind the model, and the message takes a field for words from it. `null` where nothing
 * speaks for it.
 */
export const modelBehind = (graph: Graph, delivery: Delivery): number | null => {
  if (delivery.models.length > 0 || delivery.inPlace) return null;
  const { body } = delivery.message;
  const prose = body.some(
    (text) => text.dynamic && text.refs.some((ref) => proseField.test(ref.path.slice(-60))),
  );
  if (!prose) return null;
  for (const position of delivery.says.through) {
    const step = graph.steps[position];
    if (step === undefined || !has(step, 'runs:code')) continue;
    const model = modelBefore(graph, position);
    if (model !== null) return model;
  }
  return null;
};
