import { z } from 'zod';
import type { Delivery } from '../../flow/delivery.ts';
import type { Step } from '../../flow/flow.ts';
import { has } from '../../flow/graph.ts';
import { type KeptText, keptTextOf } from '../../flow/kept-text.ts';
import { partnerOf } from '../../flow/partner.ts';
import { type Review, type Reviewer, reviewerOf } from '../../flow/review.ts';
import type { FlowView } from '../../flow/view.ts';
import { defineCheck, listed, named, notApplicable, type Place } from '../define.ts';

const options = z.strictObject({
  liveConversations: z
    .enum(['ask', 'skip'])
    .default('ask')
    .meta({
      description: '`skip` leaves answers within a live conversation out: nobody can look at each of them.',
    }),
});

const liveVia = new Set(['chat', 'voice', 'webhook', 'call', 'agent']);
const outsiders = new Set(['customer', 'public', 'partner']);
const adjustment = 'Have one of you look before it goes out';

const stepsAt = (view: FlowView, positions: readonly number[]): readonly Step[] =>
  positions.flatMap((at) => view.graph.steps[at] ?? []);

/** Who writes to the flow: starts at which only the business does, at which it may, and at which customers do, live. */
interface Writers {
  readonly own: ReadonlySet<number>;
  readonly perhapsOwn: ReadonlySet<number>;
  readonly answersLive: (delivery: Delivery) => boolean;
}

const writersOf = (view: FlowView): Writers => {
  const intakes = view.intakes.slice(0, 25);
  const own = new Set<number>();
  const perhapsOwn = new Set<number>();
  for (const intake of intakes) {
    const partner = partnerOf(view, intake);
    if (partner.is === 'operator' && partner.certain) own.add(intake.position);
    else if (partner.is !== 'customer') perhapsOwn.add(intake.position);
  }
  const talks = intakes.filter((intake) => intake.who === 'customer' && liveVia.has(intake.via));
  const reached = view.graph.after(talks.map((intake) => intake.position));
  const answersLive = ({ position, message, audience }: Delivery): boolean =>
    talks.length > 0 &&
    reached.has(position) &&
    (message.channel !== 'email' || message.to.kind === 'origin') &&
    audience.who !== 'public';
  return { own, perhapsOwn, answersLive };
};

/** The start among `starts` that this delivery answers, if it is an answer and not a message to somebody else. */
const answersOne = (view: FlowView, starts: ReadonlySet<number>, delivery: Delivery): Step | null => {
  if (starts.size === 0 || delivery.audience.who === 'public') return null;
  if (delivery.message.to.kind === 'given' && delivery.message.channel === 'email') return null;
  const before = view.graph.before(delivery.position);
  for (const position of starts) if (before.has(position)) return view.graph.steps[position] ?? null;
  return null;
};

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

const placeOf = (view: FlowView, delivery: Delivery, models: readonly number[], review: Review): Place => {
  const at = (positions: readonly number[]): readonly Step[] => stepsAt(view, positions);
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

const keptPlace = (view: FlowView, delivery: Delivery, kept: KeptText): Place => ({
  verdict: 'unknown',
  evidence: 'inferred',
  about: [delivery.step],
  witness: stepsAt(view, [kept.model, kept.write, kept.read, delivery.position]),
  message: `What comes from ${listed(stepsAt(view, [kept.model]))} is put into a table by ${listed(stepsAt(view, [kept.write]))}, and ${named(delivery.step)} sends what stands there.`,
  question: `Does one of you read and release what stands in the table before ${named(delivery.step)} sends it?`,
  adjustment,
});

/** The place of a message to people outside; a fail where perhaps only the business reads it is a question. */
const outsidePlace = (
  view: FlowView,
  writers: Writers,
  reviewer: Reviewer,
  delivery: Delivery,
): Place | null => {
  const kept = keptTextOf(view, delivery);
  const models = kept === null ? delivery.models : [kept.model];
  if (models.length === 0 || answersOne(view, writers.own, delivery) !== null) return null;
  const review = reviewer(delivery, models);
  if (review.is === 'apart') return kept === null ? null : keptPlace(view, delivery, kept);
  const place = placeOf(view, delivery, models, review);
  const start = place.verdict === 'fail' ? answersOne(view, writers.perhapsOwn, delivery) : null;
  if (start === null) return place;
  return {
    verdict: 'unknown',
    evidence: 'inferred',
    about: [delivery.step],
    witness: place.witness ?? [],
    message: `What a model writes goes out by ${named(delivery.step)} without one of you having seen it, and the file does not say whether customers write to ${named(start)}.`,
    question: `Who writes to ${named(start)}: your customers, or only you and your colleagues?`,
  };
};

const otherPlace = (view: FlowView, delivery: Delivery): Place | null => {
  const witness = stepsAt(view, [...delivery.models.slice(0, 1), delivery.position]);
  if (delivery.draft) {
    return {
      verdict: 'pass',
      about: [delivery.step],
      witness,
      message: `${named(delivery.step)} leaves a draft; one of you has to send it.`,
      serves: true,
    };
  }
  if (delivery.audience.who !== 'unknown' || delivery.asks || delivery.inPlace) return null;
  return {
    verdict: 'unknown',
    about: [delivery.step],
    witness,
    message: `${named(delivery.step)} sends what comes from ${listed(stepsAt(view, delivery.models.slice(0, 4)))}; the file does not say to whom.`,
    question: `Who receives what ${named(delivery.step)} sends: people outside, or only your team?`,
  };
};

/** AI text for outsiders that only a colleague gets, who then has to send it. */
const prepared = (view: FlowView): readonly Place[] => {
  if (view.kind.is !== 'email-campaign') return [];
  const texts = new Set(view.kind.steps);
  return view.deliveries
    .filter((each) => each.audience.who === 'staff' && each.models.length > 0 && texts.has(each.step))
    .map((each) => ({
      verdict: 'pass',
      evidence: 'inferred',
      about: [each.step],
      witness: stepsAt(view, [...each.models.slice(0, 1), each.position]),
      message: `${named(each.step)} brings the text to one of you, who has to send it.`,
      serves: true,
    }));
};

/** An assistant outside the file speaks to customers by itself and calls this flow as its tool. */
const outsideAssistants = (view: FlowView): readonly Place[] =>
  view.intakes
    .filter((intake) => intake.via === 'agent' && !has(intake.step, 'starts:tool-server'))
    .slice(0, 25)
    .map((intake) => ({
      verdict: 'fail',
      evidence: 'inferred',
      about: [intake.step],
      witness: [intake.step],
      message: `The assistant that calls ${named(intake.step)} speaks to customers by itself; nobody sees what it says before they do. Have one of you listen in or confirm what it promises.`,
      adjustment,
    }));

export const check = defineCheck({
  meta: {
    id: 'require-review-of-ai-message',
    title: 'What a machine writes is seen by one of us before it goes out',
    summary:
      'On every way from a model to people outside, somebody of the business says yes first, or sends it.',
    values: ['quality-craftsmanship', 'employee-empowerment', 'customer-intimacy'],
    appliesTo:
      'flows in which text, pictures or voice made by a model go, or are prepared to go, to people outside',
    options,
    version: 1,
    since: '0.1.0',
  },
  evaluate: (view, { liveConversations }) => {
    const writers = writersOf(view);
    const reviewer = reviewerOf(view);
    const skipped = (delivery: Delivery): boolean =>
      liveConversations === 'skip' && writers.answersLive(delivery);
    const places: Place[] = [];
    for (const delivery of view.deliveries) {
      const outside = outsiders.has(delivery.audience.who) && !delivery.draft;
      if (skipped(delivery) || (!outside && delivery.models.length === 0)) continue;
      const place = outside ? outsidePlace(view, writers, reviewer, delivery) : otherPlace(view, delivery);
      if (place !== null) places.push(place);
    }
    if (liveConversations === 'ask') places.push(...outsideAssistants(view));
    if (places.length === 0) places.push(...prepared(view));
    return places.length > 0 ? places : notApplicable('Nothing that a model makes goes to people outside.');
  },
});
