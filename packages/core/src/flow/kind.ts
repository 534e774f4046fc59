import type { Flow, Step } from './flow.ts';
import { type Graph, has } from './graph.ts';
import { type Delivery, reachesOutside } from './messages/delivery.ts';
import { buildMadeOf, wordsOf } from './messages/made-of.ts';
import { answers, ownAccord } from './people/answers.ts';
import type { Intake } from './people/conversation.ts';
import { attendeePath, schedulingOf } from './reach/scheduling.ts';
import { campaignWords } from './words/words.ts';

export const flowKinds = [
  'chatbot',
  'email-campaign',
  'scheduling',
  'social',
  'back-office',
  'other',
] as const;
/** What a flow is for, derived from what it does. */
export type FlowKind = (typeof flowKinds)[number];

/** A derived answer with the steps it rests on. */
export interface Derived<T> {
  readonly is: T;
  readonly because: string;
  readonly steps: readonly Step[];
}

/** Messages of one flow that are looked at to tell what it is for. */
const mostMessages = 200;

const moneyWords =
  /invoice|receipt|payment (?:due|received|reminder)|overdue|rechnung|factura|fatura|facture|order (?:confirmation|is confirmed|has been)|your order|refund|quote|quotation|purchase/gi;
const campaign = new RegExp(campaignWords.source, 'gi');
const prepares = /newsletter|outreach|campaign/i;

const times = (pattern: RegExp, text: string): number => text.match(pattern)?.length ?? 0;

/** Reaches outsiders who did not ask in this conversation. */
const goesOut = (each: Delivery): boolean =>
  each.audience.who === 'public' || (each.audience.who === 'customer' && !each.asks);

const chatbot = (deliveries: readonly Delivery[], intakes: readonly Intake[]): Derived<FlowKind> | null => {
  for (const intake of intakes) {
    const answer = deliveries.find((each) => each.audience.who !== 'partner' && answers(intake, each));
    if (answer === undefined) continue;
    // An operator at work in a chat: what the flow sends out says what it is for.
    if (intake.who === 'staff' && deliveries.some(goesOut)) continue;
    return { is: 'chatbot', because: 'it answers what somebody writes', steps: [intake.step, answer.step] };
  }
  return null;
};

const mails = (
  graph: Graph,
  deliveries: readonly Delivery[],
  madeOf: (each: Delivery) => string,
): Derived<FlowKind> | null => {
  const direct = deliveries.filter(
    (each) =>
      each.audience.who === 'customer' && !each.asks && ownAccord(each) && each.message.channel !== 'web',
  );
  if (direct.length === 0) return null;
  let money = graph.steps.some(
    (step, at) => graph.live[at] === true && has(step, 'starts:order', 'moves:money'),
  )
    ? 1
    : 0;
  let marketing = 0;
  for (const each of direct) {
    money += times(moneyWords, madeOf(each));
    marketing += times(campaign, madeOf(each));
  }
  const steps = direct.map((each) => each.step);
  return money > marketing
    ? { is: 'back-office', because: 'it sends what belongs to an order or a bill', steps }
    : { is: 'email-campaign', because: 'it writes to people of its own accord', steps };
};

const worksInside = (step: Step): boolean =>
  has(
    step,
    'reads:records',
    'writes:records',
    'deletes:records',
    'writes:list',
    'moves:money',
    'opens:ticket',
    'books:create',
    'sends:email',
    'sends:chat',
    'starts:record',
    'starts:order',
    'starts:ticket',
  );

const steering = (step: Step): boolean =>
  step.traits.every((trait) =>
    /^(?:starts:manual|transforms|internal|decides|filters|merges|runs:code|waits:time|limits|loops)$/.test(
      trait,
    ),
  );

/** Started by hand, over one service only, and nothing leaves: somebody tries that service out. */
const triesOut = (graph: Graph, deliveries: readonly Delivery[]): boolean => {
  if (deliveries.length > 0 || graph.starts.length === 0) return false;
  if (!graph.starts.every((start) => has(graph.steps[start] as Step, 'starts:manual'))) return false;
  const acting = graph.steps.filter((step, at) => graph.live[at] === true && !steering(step));
  return (
    acting.length > 0 &&
    new Set(acting.map((step) => step.type)).size === 1 &&
    acting.some((step) => has(step, 'writes:records', 'deletes:records', 'writes:list'))
  );
};

/** What a flow is for. First match in the order scheduling, chatbot, e-mail campaign, social, back office. */
export const kindOf = (
  flow: Flow,
  graph: Graph,
  all: readonly Delivery[],
  intakes: readonly Intake[],
): Derived<FlowKind> => {
  const deliveries = all.slice(0, mostMessages);
  const madeOf = buildMadeOf(graph);
  const first =
    schedulingOf(graph, deliveries, intakes, madeOf) ??
    chatbot(deliveries, intakes) ??
    mails(graph, deliveries, madeOf);
  if (first !== null) return first;
  const publishes = (step: Step): boolean =>
    has(step, 'publishes:social', 'publishes:web', 'drafts:web') ||
    step.assumed.some((trait) => trait.startsWith('publishes:'));
  const published = graph.steps.filter((step) => !step.disabled && publishes(step));
  if (published.length > 0) return { is: 'social', because: 'it publishes to the public', steps: published };
  const prepared = deliveries.filter(
    (each) =>
      each.audience.who === 'staff' &&
      campaignWords.test(madeOf(each)) &&
      prepares.test(`${flow.name} ${wordsOf(each)}`),
  );
  if (prepared.length > 0) {
    return {
      is: 'email-campaign',
      because: 'it prepares messages that a colleague sends',
      steps: prepared.map((each) => each.step),
    };
  }
  const works = graph.steps.filter((step, at) => graph.live[at] === true && worksInside(step));
  if (works.length > 0 && !triesOut(graph, deliveries))
    return { is: 'back-office', because: 'it works inside the business', steps: works };
  return { is: 'other', because: 'it does none of what Plumbline tells apart', steps: [] };
};

/** An appointment to which somebody is invited: the calendar writes to them. */
const invites = (step: Step): boolean =>
  has(step, 'books:create', 'books:change') &&
  step.texts.some(({ path, text }) => attendeePath.test(path) && text.dynamic);

/** Does anything the flow delivers reach somebody outside the business? */
export const customerFacingOf = (
  graph: Graph,
  deliveries: readonly Delivery[],
): Derived<boolean | 'unknown'> => {
  const outside = [
    ...deliveries.filter(reachesOutside).map((each) => each.step),
    ...graph.steps.filter((step, at) => graph.live[at] === true && invites(step)),
  ];
  if (outside.length > 0)
    return { is: true, because: 'it delivers to people outside the business', steps: outside };
  const open = deliveries.filter((each) => each.audience.who === 'unknown' && !each.asks);
  if (open.length > 0)
    return {
      is: 'unknown',
      because: 'the file does not say whom it writes to',
      steps: open.map((each) => each.step),
    };
  return { is: false, because: 'nothing it does reaches anybody outside the business', steps: [] };
};
