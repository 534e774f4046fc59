import { z } from 'zod';
import type { Delivery } from '../../flow/delivery.ts';
import type { Step } from '../../flow/flow.ts';
import { has } from '../../flow/graph.ts';
import { type KeptText, keptTextOf } from '../../flow/kept-text.ts';
import { modelBehind } from '../../flow/model-behind.ts';
import { partnerOf } from '../../flow/partner.ts';
import { type Reviewer, reviewerOf } from '../../flow/review.ts';
import type { FlowView } from '../../flow/view.ts';
import { defineCheck, listed, named, notApplicable, type Place } from '../define.ts';
import { adjustment, placeOf, stepsAt } from './place.ts';

const options = z.strictObject({
  liveConversations: z.enum(['ask', 'skip']).default('ask').meta({
    description: '`skip` leaves answers within a live conversation out: nobody can look at each of them.',
  }),
});

const liveVia = new Set(['chat', 'voice', 'webhook', 'call', 'agent']);
const outsiders = new Set(['customer', 'public', 'partner']);

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
  const behind = kept === null ? modelBehind(view.graph, delivery) : null;
  const models = kept !== null ? [kept.model] : behind !== null ? [behind] : delivery.models;
  if (models.length === 0 || answersOne(view, writers.own, delivery) !== null) return null;
  const review = reviewer(delivery, models);
  if (review.is === 'apart') return kept === null ? null : keptPlace(view, delivery, kept);
  const found = placeOf(view, delivery, models, review);
  const place: Place = behind === null ? found : { ...found, evidence: 'inferred' };
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

const sendsInCode = /(?:httpRequest|fetch\(|axios)[\s\S]{0,600}(?:\/messages?|send|reply)/i;

/** Code that sends by itself behind a model: what it says and to whom, the file does not show. */
const sentFromCode = (view: FlowView): readonly Place[] => {
  const { graph } = view;
  const writers = graph.steps.flatMap((step, at) =>
    graph.live[at] && has(step, 'generates:text') ? [at] : [],
  );
  const behind = view.customerFacing.is === false ? new Map<number, number>() : graph.after(writers);
  const senders = stepsAt(view, [...behind.keys()]).filter(
    (step) =>
      !step.disabled &&
      has(step, 'runs:code') &&
      step.texts.some(({ text }) => sendsInCode.test(text.source)),
  );
  return senders.slice(0, 25).map((step) => ({
    verdict: 'unknown',
    evidence: 'inferred',
    about: [step],
    witness: stepsAt(view, [...writers.slice(0, 1)]).concat(step),
    message: `${named(step)} sends messages from within its own code, and a model writes before it.`,
    question: `Does ${named(step)} send what a model wrote, and does one of you see it first?`,
  }));
};

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
    if (places.length === 0) places.push(...sentFromCode(view));
    return places.length > 0 ? places : notApplicable('Nothing that a model makes goes to people outside.');
  },
});
