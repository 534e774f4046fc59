import { z } from 'zod';
import type { Step } from '../../flow/flow.ts';
import { has, stepsAt } from '../../flow/graph.ts';
import type { Delivery } from '../../flow/messages/delivery.ts';
import { type KeptText, keptTextOf } from '../../flow/messages/kept-text.ts';
import { type MachineMessage, machineMessagesOf } from '../../flow/messages/machine-words.ts';
import { type Reviewer, reviewerOf } from '../../flow/people/review.ts';
import { valueCheckBefore } from '../../flow/people/value-check.ts';
import type { FlowView } from '../../flow/view.ts';
import { defineCheck, listed, named, notApplicable, type Place } from '../define.ts';
import { adjustment, placeOf } from './place.ts';

const options = z.strictObject({
  liveConversations: z.enum(['ask', 'skip']).default('ask').meta({
    description: '`skip` leaves answers within a live conversation out: nobody can look at each of them.',
  }),
});

const liveVia = new Set(['chat', 'voice', 'webhook', 'call', 'agent']);

/** Does this delivery answer a live conversation? */
const liveAnswers = (view: FlowView): ((delivery: Delivery) => boolean) => {
  const talks = view.intakes
    .filter((intake) => intake.who === 'customer' && liveVia.has(intake.via))
    .map((intake) => intake.position);
  const reached = view.graph.after(talks);
  return ({ position, message, audience }) =>
    talks.length > 0 &&
    reached.has(position) &&
    (message.channel !== 'email' || message.to.kind === 'origin') &&
    audience.who !== 'public';
};

const keptPlace = (view: FlowView, delivery: Delivery, kept: KeptText): Place => ({
  verdict: 'unknown',
  evidence: 'inferred',
  about: [delivery.step],
  witness: stepsAt(view.graph, [kept.model, kept.write, kept.read, delivery.position]),
  message: `What comes from ${listed(stepsAt(view.graph, [kept.model]))} is put into a table by ${listed(stepsAt(view.graph, [kept.write]))}, and ${named(delivery.step)} sends what stands there.`,
  question: `Does one of you read and release what stands in the table before ${named(delivery.step)} sends it?`,
  adjustment,
});

/** Whether a person sees it is decided each time it is asked, by what the profile says. */
const checkedPlace = (
  view: FlowView,
  delivery: Delivery,
  models: readonly number[],
  checked: Step,
): Place => ({
  verdict: 'unknown',
  evidence: 'proven',
  about: [delivery.step],
  witness: [...stepsAt(view.graph, models.slice(0, 1)), checked, delivery.step],
  message: `${named(checked)} asks Plumbline before ${named(delivery.step)} sends what a model wrote; whether one of you sees it first is decided there, by your values profile.`,
  question: `Does your values profile say that one of you reads what a model wrote, so that ${named(checked)} holds it back until then?`,
  adjustment,
});

/** The place of a message to people outside; a fail where perhaps only the business reads it is a question. */
const outsidePlace = (view: FlowView, reviewer: Reviewer, message: MachineMessage): Place | null => {
  const { delivery, models, evidence, perhapsOwn } = message;
  const review = reviewer(delivery, models);
  if (review.is === 'apart') {
    const kept = keptTextOf(view, delivery);
    return kept === null ? null : keptPlace(view, delivery, kept);
  }
  const checked = review.is === 'held' ? null : valueCheckBefore(view.graph, delivery.position);
  if (checked !== null) return checkedPlace(view, delivery, models, checked);
  const found = placeOf(view, delivery, models, review);
  const place: Place = evidence === 'inferred' && models !== delivery.models ? { ...found, evidence } : found;
  if (perhapsOwn === null || place.verdict !== 'fail') return place;
  return {
    verdict: 'unknown',
    evidence: 'inferred',
    about: [delivery.step],
    witness: place.witness ?? [],
    message: `What a model writes goes out by ${named(delivery.step)} without one of you having seen it, and the file does not say whether customers write to ${named(perhapsOwn)}.`,
    question: `Who writes to ${named(perhapsOwn)}: your customers, or only you and your colleagues?`,
  };
};

/** Models whose words a draft carries, or that come before it where its text cannot be followed. */
const draftedBy = (view: FlowView, delivery: Delivery): readonly number[] =>
  delivery.models.length > 0
    ? delivery.models
    : [...view.graph.before(delivery.position).keys()].filter((at) => {
        const step = view.graph.steps[at];
        return step !== undefined && view.graph.live[at] === true && has(step, 'generates:text');
      });

const otherPlace = (view: FlowView, delivery: Delivery): Place | null => {
  const models = delivery.draft ? draftedBy(view, delivery) : delivery.models;
  if (models.length === 0) return null;
  const witness = stepsAt(view.graph, [...models.slice(0, 1), delivery.position]);
  if (delivery.draft) {
    return {
      verdict: 'pass',
      evidence: delivery.models.length > 0 ? 'proven' : 'inferred',
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
    message: `${named(delivery.step)} sends what comes from ${listed(stepsAt(view.graph, delivery.models.slice(0, 4)))}; the file does not say to whom.`,
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
      witness: stepsAt(view.graph, [...each.models.slice(0, 1), each.position]),
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
  const senders = stepsAt(view.graph, [...behind.keys()]).filter(
    (step) =>
      !step.disabled &&
      has(step, 'runs:code') &&
      step.texts.some(({ text }) => sendsInCode.test(text.source)),
  );
  return senders.slice(0, 25).map((step) => ({
    verdict: 'unknown',
    evidence: 'inferred',
    about: [step],
    witness: stepsAt(view.graph, [...writers.slice(0, 1)]).concat(step),
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
    version: 3,
    since: '0.1.0',
  },
  evaluate: (view, options) => {
    const live = liveAnswers(view);
    const reviewer = reviewerOf(view);
    const outside = new Map(machineMessagesOf(view).map((message) => [message.delivery, message]));
    const places: Place[] = [];
    for (const delivery of view.deliveries) {
      const message = delivery.draft ? undefined : outside.get(delivery);
      const place =
        message === undefined ? otherPlace(view, delivery) : outsidePlace(view, reviewer, message);
      if (place === null || (live(delivery) && options.liveConversations === 'skip')) continue;
      places.push(place);
    }
    const assistants = outsideAssistants(view);
    if (assistants.length > 0 && options.liveConversations === 'ask') places.push(...assistants);
    if (places.length === 0) places.push(...prepared(view));
    if (places.length === 0) places.push(...sentFromCode(view));
    return places.length > 0 ? places : notApplicable('Nothing that a model makes goes to people outside.');
  },
});
