import { askedTexts, givenTo } from '../data/asked.ts';
import { sourcesBehindModel } from '../data/own-data.ts';
import { has } from '../graph.ts';
import type { Origins } from '../trace.ts';
import type { FlowView } from '../view.ts';
import { appointmentWords, reminderWords } from '../words/words.ts';
import type { Delivery } from './delivery.ts';
import { marketingWords, transactionWords } from './purpose-words.ts';
import { spokenBy } from './spoken.ts';

/**
 * What a message to somebody outside is for.
 * `conversation`: an answer within a chat, a mail exchange or on the page. `answer`: one person's own form, order or sign-up
 * is answered. `appointment`, `transaction`: belongs to something the person already has. `marketing`: the business writes to
 * win or keep customers. `unclear`: the business starts it, and the file does not say what for.
 */
export type Purpose = 'conversation' | 'answer' | 'appointment' | 'transaction' | 'marketing' | 'unclear';

/** Starts by which one person does something: whoever it was is the one who is answered. */
const ownRequest = [
  'starts:form',
  'starts:order',
  'starts:booking',
  'starts:ticket',
  'starts:webhook',
  'starts:chat',
  'starts:email',
  'starts:voice',
] as const;

const spoken = new Set(['messenger', 'sms', 'voice', 'chat', 'reply']);

/** Is the record looked up with something that the start brought? Then it is about whoever started the flow. */
const lookedUpBy = (view: FlowView, record: number, start: number): boolean =>
  askedTexts(view, record).length > 0 && givenTo(view, record).starts.has(start);

const isConversation = (view: FlowView, delivery: Delivery, recipient: Origins): boolean => {
  const { message, position, step } = delivery;
  if (message.subject.some(({ source }) => /^\s*(?:re|aw|sv|antw)\s*:/i.test(source))) return true;
  if (delivery.inPlace || (message.channel === 'reply' && step.host === '')) return true;
  for (const intake of view.intakes) {
    if (intake.who !== 'customer' || !view.graph.startedBy(intake.position).has(position)) continue;
    if (message.to.kind === 'origin') return true;
    const written = intake.via === 'ticket' || intake.via === 'form' || intake.via === 'email';
    if (written && message.channel === 'email' && view.kind.is === 'chatbot') return true;
    const theirs =
      recipient.starts.has(intake.position) ||
      delivery.audience.fixed ||
      recipient.models.size > 0 ||
      [...recipient.records].some((record) => lookedUpBy(view, record, intake.position));
    if (!theirs) continue;
    if (message.channel === 'email') {
      if (intake.via === 'email') return true;
      // A contact form that calls in; where the page itself is answered as well, the e-mail is a message of its own.
      if (intake.via === 'webhook' && view.kind.is === 'chatbot')
        return !view.deliveries.some((other) => other.message.channel === 'reply' && other.models.length > 0);
    } else if (intake.via !== 'email' && spoken.has(message.channel)) return true;
  }
  return false;
};

/** How often a pattern occurs; enough to weigh two lists of words against each other. */
const times = (everywhere: RegExp, texts: readonly string[]): number => {
  let count = 0;
  for (const text of texts) if (text !== '') count += text.match(everywhere)?.length ?? 0;
  return count;
};
const marketing = new RegExp(marketingWords.source, 'gi');
const belonging = new RegExp(transactionWords.source, 'gi');

const longEnough = /^(?:hours|days|weeks|months)$/;
const longByName = /\b\d+ ?(?:h|hours?|days?|weeks?|tage?|jours?|d[ií]as?|giorni)\b/i;

/** Does the flow let hours or days go by before it writes? Then it follows up; it does not merely answer. */
export const followsUp = (view: FlowView, position: number): boolean => {
  for (const at of view.graph.before(position, { most: 60 }).keys()) {
    const step = view.graph.steps[at];
    if (step === undefined || step.disabled || !has(step, 'waits:time')) continue;
    const units = step.texts.filter(({ path }) => path === 'unit');
    if (step.texts.some(({ path, text }) => path === 'resume' && text.source === 'specificTime')) return true;
    if (units.some(({ text }) => longEnough.test(text.source))) return true;
    if (units.length === 0 && longByName.test(step.name)) return true;
  }
  return false;
};

/** What else the flow calls things, for the case that the message itself does not show what it is for. */
const wholeFlow = (view: FlowView): readonly string[] => {
  const { flow, graph } = view;
  const live = graph.steps.filter((_, at) => graph.live[at] === true).slice(0, 300);
  return [
    flow.name,
    ...live.map((step) => step.name),
    ...live.flatMap((step) =>
      step.assigns.map(({ name, value }) => `${name} ${value.source.slice(0, 2_000)}`),
    ),
  ];
};

const sequence = /\bs[eé]quen(?:ce|z)|\bsecuencia|\bdrip\b/gi;

/** Weighs what all messages to the same people say, and the prompts and code behind them. */
export const byWords = (view: FlowView, group: readonly Draft[]): Purpose => {
  const { graph } = view;
  const texts = group.flatMap(({ delivery, recipient }) => [
    ...spokenBy(graph, delivery).map(({ text }) => text.source.slice(0, 8_000)),
    delivery.step.name,
    ...[...recipient.records, ...recipient.starts].map((at) => graph.steps[at]?.name ?? ''),
  ]);
  const promotes = times(marketing, texts);
  const belongs = times(belonging, texts);
  if (promotes > 0 && promotes >= belongs) return 'marketing';
  // A product that has to do with appointments may be what is advertised: only what is said itself counts.
  const said = group
    .flatMap(({ delivery }) => spokenBy(graph, delivery))
    .filter(({ part }) => part !== 'prompt')
    .map(({ text }) => text.source.slice(0, 8_000))
    .join('\n');
  const called = [view.flow.name, ...group.map(({ delivery }) => delivery.step.name)].join('\n');
  const reminds = appointmentWords.test(`${called}\n${said}`) && reminderWords.test(`${called}\n${said}`);
  if (reminds && belongs === 0) return 'appointment';
  if (view.kind.is === 'email-campaign') {
    const around = wholeFlow(view);
    const hints = times(marketing, around) + times(sequence, around);
    if (hints > 0 && promotes + hints > belongs + times(belonging, around)) return 'marketing';
  }
  return belongs > 0 ? 'transaction' : 'unclear';
};

/** A message with the places that its recipient comes from. */
export interface Draft {
  readonly delivery: Delivery;
  readonly recipient: Origins;
}

const unasked =
  /cold e?mail|outreach|prospect|newsletter|promo(?:tion)?s?\b|discount|special offer|campaign|blast\b|broadcast/i;

/** Decided without looking at words; `null` where only they can tell. */
export const plainPurpose = (view: FlowView, { delivery, recipient }: Draft): Purpose | null => {
  if (isConversation(view, delivery, recipient)) return 'conversation';
  if (has(delivery.step, 'sends:campaign')) return 'marketing';
  if (view.kind.is === 'scheduling') return 'appointment';
  const isRequest = (at: number): boolean => {
    const start = view.graph.steps[at];
    return start !== undefined && has(start, ...ownRequest);
  };
  if (followsUp(view, delivery.position)) return null;
  const asked = [...recipient.starts].filter(isRequest);
  // A row that was added is somebody who signed up, unless the words are those of cold mail.
  const row = [...recipient.starts].some((at) => {
    const start = view.graph.steps[at];
    return start !== undefined && has(start, 'starts:record');
  });
  if (row && recipient.records.size === 0)
    return spokenBy(view.graph, delivery).some(({ text }) => unasked.test(text.source)) ? null : 'answer';
  if (asked.length > 0) {
    const theirs = [...recipient.records].every((record) =>
      asked.some((start) => lookedUpBy(view, record, start)),
    );
    return theirs ? 'answer' : null;
  }
  // A model took the address out of what somebody wrote: one message for one request.
  const run = view.graph.starts.filter((start) => view.graph.startedBy(start).has(delivery.position));
  const wrote = (at: number): boolean => {
    const start = view.graph.steps[at];
    return isRequest(at) && start !== undefined && !has(start, 'starts:webhook', 'starts:order');
  };
  const fromRequest = [...recipient.models].every((model) =>
    sourcesBehindModel(view, model).every(isRequest),
  );
  return recipient.models.size > 0 &&
    recipient.records.size === 0 &&
    fromRequest &&
    run.length > 0 &&
    run.every(wrote)
    ? 'answer'
    : null;
};
