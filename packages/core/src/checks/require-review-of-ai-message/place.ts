import type { Step } from '../../flow/flow.ts';
import { stepsAt } from '../../flow/graph.ts';
import type { Delivery } from '../../flow/messages/delivery.ts';
import type { Review } from '../../flow/people/review.ts';
import type { FlowView } from '../../flow/view.ts';
import { listed, named, type Place } from '../define.ts';

export const adjustment = 'Have one of you look before it goes out';

type Leak = Extract<Review, { is: 'leak' }>['how'];
const leaks: Readonly<Record<Leak, (gate: string, send: string) => string>> = {
  any: (gate, send) => `${gate} asks one of you, but whatever is answered, ${send} sends it all the same.`,
  refusal: (gate, send) => `${gate} asks one of you, but a no goes on to ${send} as well.`,
  timeout: (gate, send) =>
    `${gate} asks one of you, but when nobody answers in time, ${send} sends it all the same.`,
  beside: (gate, send) =>
    `${gate} asks one of you, but there is a way around the test of the answer to ${send}.`,
  inverted: (gate, send) =>
    `${gate} asks one of you, but the ways out are swapped: ${send} sends what was refused.`,
};

/** What a review, or the lack of one, comes to for the message that carries the words of `models`. */
export const placeOf = (
  view: FlowView,
  delivery: Delivery,
  models: readonly number[],
  review: Review,
): Place => {
  const at = (positions: readonly number[]): readonly Step[] => stepsAt(view.graph, positions);
  const send = named(delivery.step);
  const writer = listed(at(models.slice(0, 4)));
  if (review.is === 'held' || review.is === 'apart') {
    const gates = review.is === 'held' ? review.gates : [];
    return {
      verdict: 'pass',
      about: [delivery.step],
      witness: at([...models.slice(0, 1), ...gates, delivery.position]),
      message: `What comes from ${writer} goes out by ${send} only after one of you said yes at ${listed(at(gates))}.`,
      serves: true,
    };
  }
  const witness = at(review.through);
  if (review.is === 'unsure' && review.gates.length === 0) {
    return {
      verdict: 'unknown',
      evidence: 'inferred',
      about: [delivery.step],
      witness,
      message: `This flow is too large to follow every way from ${writer} to ${send}.`,
      question: `Does one of you see what ${send} sends before it goes out?`,
    };
  }
  if (review.is === 'unsure') {
    const gates = listed(at(review.gates));
    return {
      verdict: 'unknown',
      about: [...at(review.gates), delivery.step],
      witness,
      message: `${gates} holds the message for an answer, but the file does not say who is asked or what a no does.`,
      question: `Can one of you stop the message at ${gates}, so that ${send} does not send it?`,
    };
  }
  if (review.is === 'leak') {
    const gate = at([review.gate]);
    return {
      verdict: 'fail',
      about: [...gate, delivery.step],
      mark: review.how,
      witness,
      message: `${leaks[review.how](listed(gate), send)} Let only a clear yes lead to ${send}.`,
      adjustment: 'Let only a yes lead to sending',
    };
  }
  const what = models.includes(delivery.position)
    ? `What ${send} answers goes out`
    : `What comes from ${writer} goes out by ${send}`;
  const asked =
    review.customers.length > 0
      ? ` ${listed(at(review.customers))} asks the customer, and that is no review.`
      : '';
  return {
    verdict: 'fail',
    about: [delivery.step],
    witness,
    message: `${what} without one of you having seen it.${asked} Ask a colleague before it, or leave it as a draft.`,
    adjustment,
  };
};
