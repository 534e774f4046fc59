import { z } from 'zod';
import { replaceExpressions } from '../../flow/data/expressions.ts';
import type { Step } from '../../flow/flow.ts';
import { pathTo, stepsAt } from '../../flow/graph.ts';
import { type Delivery, reachesOutside } from '../../flow/messages/delivery.ts';
import { type MachineMessage, machineMessagesOf } from '../../flow/messages/machine-words.ts';
import type { FlowView } from '../../flow/view.ts';
import { defineCheck, listed, named, notApplicable, type Place } from '../define.ts';
import { admitsOnlyIfAsked, callsItselfMachine, hidesMachine, ordersToSay, saysMachine } from './words.ts';

const sources = (step: Step): string => step.texts.map(({ text }) => text.source).join('\n');

/** The fixed text that reaches whoever gets the message: its own, and what it is made of. */
const textsOf = (view: FlowView, delivery: Delivery): string => {
  const { subject, body, from } = delivery.message;
  const own = [...subject, ...body, ...from].map((text) => text.source);
  const through = stepsAt(view.graph, [...delivery.says.through]).map(sources);
  return [...own, ...through].join('\n');
};

/** Fixed texts by which everybody who writes in is greeted or answered. */
const greetings = (view: FlowView): string =>
  [
    ...view.intakes.map((intake) => sources(intake.step)),
    ...view.deliveries
      .filter((each) => each.models.length === 0 && each.audience.who === 'customer')
      .flatMap((each) => each.message.body.map((text) => text.source)),
  ].join('\n');

/** Each is read with all it is made of; beyond any real flow the rest is left out. */
const mostMessages = 100;

const tell = 'Let it say that a machine writes, in the greeting or the signature.';

/** The way from the models to the message; empty where there is none within the file. */
const wayFrom = (view: FlowView, models: readonly number[], position: number): readonly number[] => {
  const walk = view.graph.explore(models);
  return walk.reaches(position) ? pathTo(walk.reached, position) : [];
};

const placeFor = (view: FlowView, message: MachineMessage, greeted: boolean): Place => {
  const { delivery, models } = message;
  const writers = stepsAt(view.graph, models);
  const send = named(delivery.step);
  const about = [delivery.step];
  const witness = models.includes(delivery.position)
    ? [delivery.step]
    : stepsAt(view.graph, wayFrom(view, models, delivery.position));
  const base = { evidence: 'inferred', about, witness } as const;
  // Prompts are often put together in a step before the model.
  const before = models.slice(0, 6).flatMap((at) => [...view.tracer.into(at).through]);
  const prompts = [...writers, ...stepsAt(view.graph, before)].map(sources).join('\n');
  const talks =
    delivery.inPlace || delivery.message.channel === 'reply' || delivery.message.to.kind === 'origin';
  const conversation = talks || view.kind.is === 'chatbot' || view.kind.is === 'scheduling';
  if (greeted || saysMachine.test(textsOf(view, delivery)) || ordersToSay(prompts)) {
    return {
      ...base,
      verdict: 'pass',
      message: `Whoever gets what ${send} sends is told that a machine writes.`,
      serves: true,
    };
  }
  const ask = (reason: string): Place => ({
    ...base,
    verdict: 'unknown',
    message: reason,
    question: `Does whoever gets what ${send} sends learn that a machine writes?`,
    adjustment: 'Say that a machine writes',
  });
  if (admitsOnlyIfAsked.test(prompts))
    return ask(`${listed(writers)} owns up to being a machine only when asked.`);
  if (hidesMachine(prompts)) {
    return {
      ...base,
      verdict: 'fail',
      message: `${listed(writers)} is told to pass for a person, and ${send} brings that to people outside. ${tell}`,
      adjustment: 'Say that a machine writes',
    };
  }
  if (writers.some(toldElsewhere)) return ask(`What ${listed(writers)} is told is not in this file.`);
  if (message.perhapsOwn !== null) {
    return ask(
      `Nothing says that a machine writes, and the file does not say whether customers write to ${named(message.perhapsOwn)}.`,
    );
  }
  if (conversation && callsItselfMachine.test(prompts)) {
    return ask(`${listed(writers)} is told that it is a machine, but not to say so.`);
  }
  return {
    ...base,
    verdict: 'fail',
    message: `Whoever gets what ${send} sends is not told that ${
      models.includes(delivery.position) ? 'a machine answers' : `${listed(writers)} wrote it`
    }. ${tell}`,
    adjustment: 'Say that a machine writes',
  };
};

/** The prompt was removed from the file, or all of it comes from another system. */
const toldElsewhere = (step: Step): boolean =>
  step.knowledge !== 'known' ||
  step.texts.some(
    ({ path, text }) =>
      /systemMessage/.test(path) && text.dynamic && replaceExpressions(text.source, '').trim().length < 15,
  );

/** Messages without a model that say of themselves that they are automatic. */
const automaticTexts = (view: FlowView): readonly Place[] =>
  view.deliveries
    .filter((delivery) => reachesOutside(delivery) && saysMachine.test(textsOf(view, delivery)))
    .slice(0, 25)
    .map(({ step }) => ({
      verdict: 'pass',
      evidence: 'inferred',
      about: [step],
      witness: [step],
      message: `${named(step)} says that it is sent by a machine.`,
      serves: true,
    }));

export const check = defineCheck({
  meta: {
    id: 'require-bot-disclosure',
    title: 'People are told when a machine writes to them',
    summary:
      'Every message that a model makes for people outside says so: in its text, or because the prompt orders it.',
    values: ['customer-intimacy', 'community-focus'],
    appliesTo: 'flows in which text, pictures or voice made by a model reach people outside',
    options: z.strictObject({}),
    version: 2,
    since: '0.1.0',
  },
  evaluate: (view) => {
    const greeted = saysMachine.test(greetings(view));
    const agents = view.intakes.filter((intake) => intake.via === 'agent').slice(0, 25);
    const toAgent = view.graph.after(agents.map((intake) => intake.position));
    const places = machineMessagesOf(view)
      .filter(({ delivery }) => delivery.message.channel !== 'reply' || !toAgent.has(delivery.position))
      .slice(0, mostMessages)
      .map((message) => placeFor(view, message, greeted));
    for (const intake of agents) {
      places.push({
        verdict: 'unknown',
        evidence: 'proven',
        about: [intake.step],
        witness: [intake.step],
        message: `The assistant that calls ${named(intake.step)} is told what to say outside this file.`,
        question: 'Where the conversation takes place: does the assistant say that it is a machine?',
      });
    }
    if (places.length === 0) places.push(...automaticTexts(view));
    return places.length > 0 ? places : notApplicable('Nothing that a model makes goes to people outside.');
  },
});
