import type { Delivery } from './delivery.ts';
import type { Step } from './flow.ts';
import { has, pathTo } from './graph.ts';
import { marketingWords, transactionWords } from './purpose-words.ts';
import { spokenBy } from './spoken.ts';
import type { Origins } from './trace.ts';
import type { FlowView } from './view.ts';
import { appointmentWords, customerField, reminderWords } from './words.ts';

/**
 * What a message to somebody outside is for.
 * `conversation`: an answer within a chat, a mail exchange or on the page. `answer`: one person's own form, order or sign-up
 * is answered. `appointment`, `transaction`: belongs to something the person already has. `marketing`: the business writes to
 * win or keep customers. `unclear`: the business starts it, and the file does not say what for.
 */
export type Purpose = 'conversation' | 'answer' | 'appointment' | 'transaction' | 'marketing' | 'unclear';

/** A message to somebody outside, or to somebody of whom the file does not say who it is. */
export interface Outgoing {
  readonly delivery: Delivery;
  readonly purpose: Purpose;
  /** Where the recipient's address comes from. */
  readonly recipient: Origins;
  /** The same for all messages that go to the same people. */
  readonly audience: string;
  /** The file shows that customers get it. Else it may as well be a notice within the business. */
  readonly sure: boolean;
}

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
const lookedUpBy = (view: FlowView, record: number, start: number): boolean => {
  const step = view.graph.steps[record];
  if (step === undefined) return false;
  const asked = step.texts.filter(({ text }) => text.dynamic).map(({ text }) => text);
  return asked.length > 0 && view.tracer.of(record, asked).starts.has(start);
};

const isConversation = (view: FlowView, delivery: Delivery, recipient: Origins): boolean => {
  const { message, position, step } = delivery;
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
const times = (pattern: RegExp, texts: readonly string[]): number => {
  let count = 0;
  for (const text of texts) count += text.match(new RegExp(pattern.source, 'gi'))?.length ?? 0;
  return count;
};

const longEnough = /^(?:hours|days|weeks|months)$/;
const longByName = /\b\d+ ?(?:h|hours?|days?|weeks?|tage?|jours?|d[ií]as?|giorni)\b/i;

/** Does the flow let hours or days go by before it writes? Then it follows up; it does not merely answer. */
const followsUp = (view: FlowView, position: number): boolean => {
  for (const at of view.graph.before(position, { most: 60 }).keys()) {
    const step = view.graph.steps[at];
    if (step === undefined || step.disabled || !has(step, 'waits:time')) continue;
    const units = step.texts.filter(({ path }) => path === 'unit');
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

const sequence = /\bs[eé]quen(?:ce|z)|\bsecuencia|\bdrip\b/i;

/** Weighs what all messages to the same people say, and the prompts and code behind them. */
const byWords = (view: FlowView, group: readonly Draft[]): Purpose => {
  const { graph } = view;
  const texts = group.flatMap(({ delivery, recipient }) => [
    ...spokenBy(graph, delivery).map(({ text }) => text.source.slice(0, 20_000)),
    delivery.step.name,
    ...[...recipient.records, ...recipient.starts].map((at) => graph.steps[at]?.name ?? ''),
  ]);
  const promotes = times(marketingWords, texts);
  const belongs = times(transactionWords, texts);
  if (promotes > 0 && promotes >= belongs) return 'marketing';
  if (view.kind.is === 'email-campaign') {
    const around = wholeFlow(view);
    const hints = times(marketingWords, around) + times(sequence, around);
    if (hints > 0 && promotes + hints > belongs + times(transactionWords, around)) return 'marketing';
  }
  if (belongs > 0) return 'transaction';
  const all = texts.join('\n');
  return appointmentWords.test(all) && reminderWords.test(all) ? 'appointment' : 'unclear';
};

interface Draft {
  readonly delivery: Delivery;
  readonly recipient: Origins;
}

/** Decided without looking at words; `null` where only they can tell. */
const plainPurpose = (view: FlowView, { delivery, recipient }: Draft): Purpose | null => {
  if (isConversation(view, delivery, recipient)) return 'conversation';
  if (delivery.message.to.kind === 'list' || has(delivery.step, 'sends:campaign')) return 'marketing';
  if (view.kind.is === 'scheduling') return 'appointment';
  const requested = [...recipient.starts].some((at) => {
    const start = view.graph.steps[at];
    return start !== undefined && has(start, ...ownRequest);
  });
  return requested && recipient.records.size === 0 && !followsUp(view, delivery.position) ? 'answer' : null;
};

/** Messages whose recipients come from the same places go to the same people. */
const audienceKey = ({ recipient, delivery }: Draft): string => {
  const from = [...recipient.records, ...recipient.starts].sort((one, other) => one - other);
  return from.length === 0 ? `${delivery.audience.fixed ? recipient.fixed.join() : ''}` : from.join();
};

const isSure = (view: FlowView, { delivery }: Draft, purpose: Purpose): boolean => {
  const { audience, message, position } = delivery;
  if (audience.who !== 'customer') return false;
  if (audience.evidence === 'proven') return true;
  if (purpose === 'unclear') return false;
  // An agent that picks the address itself, with no customer in the flow, may well write to a colleague.
  const picked = message.to.kind === 'given' && message.to.texts.some((text) => text.modelChosen);
  if (!picked) return true;
  const talks = view.intakes.some(
    ({ who, position: start }) => who === 'customer' && view.graph.startedBy(start).has(position),
  );
  return talks || message.to.texts.some((text) => customerField.test(text.source.replace(/\$fromAI/g, '')));
};

const nowhere: Origins = {
  leaves: [],
  starts: new Set(),
  models: new Set(),
  people: new Set(),
  records: new Set(),
  fixed: [],
  paths: [],
  environment: false,
  through: new Set(),
  hidden: new Set(),
};

/** A mail to one fixed address, sent because a customer wrote: it tells a colleague, whatever its footer says. */
const tellsColleague = (view: FlowView, { audience, message, position }: Delivery): boolean =>
  audience.fixed &&
  message.channel === 'email' &&
  view.intakes.some(
    ({ who, via, position: start }) =>
      who === 'customer' &&
      (via === 'chat' || via === 'webhook') &&
      view.graph.startedBy(start).has(position),
  );

const memo = new WeakMap<FlowView, readonly Outgoing[]>();

/** Every live message to somebody outside, with what it is for; public posts and messages within the business are left out. */
export const outgoingOf = (view: FlowView): readonly Outgoing[] => {
  const known = memo.get(view);
  if (known !== undefined) return known;
  const drafts = view.deliveries
    .filter(({ audience }) => audience.who === 'customer' || audience.who === 'unknown')
    .filter((delivery) => !tellsColleague(view, delivery))
    .map((delivery): Draft => {
      const { to } = delivery.message;
      const named = to.kind === 'given' || to.kind === 'list';
      return { delivery, recipient: named ? view.tracer.of(delivery.position, to.texts) : nowhere };
    });
  const plain = drafts.map((draft) => plainPurpose(view, draft));
  const groups = new Map<string, Draft[]>();
  drafts.forEach((draft, index) => {
    if (plain[index] !== null) return;
    const key = audienceKey(draft);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [draft]);
    else group.push(draft);
  });
  const weighed = new Map([...groups].map(([key, group]) => [key, byWords(view, group)]));
  const made = drafts.map((draft, index): Outgoing => {
    const key = audienceKey(draft);
    const purpose = plain[index] ?? weighed.get(key) ?? 'unclear';
    return { ...draft, purpose, audience: key, sure: isSure(view, draft, purpose) };
  });
  memo.set(view, made);
  return made;
};

/** The way from a start to the step at `position`: the witness of what is said about it. */
export const wayTo = (view: FlowView, position: number): readonly Step[] => {
  for (const start of view.graph.starts) {
    const walked = view.graph.startedBy(start);
    if (walked.has(position)) return pathTo(walked, position).flatMap((at) => view.graph.steps[at] ?? []);
  }
  return view.graph.steps.slice(position, position + 1);
};
