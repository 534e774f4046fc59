import type { Intake } from './conversation.ts';
import { type Delivery, reachesOutside } from './delivery.ts';
import type { Flow, Step } from './flow.ts';
import { type Graph, has } from './graph.ts';
import { appointmentWords, campaignWords, reminderWords } from './words.ts';

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

const appointmentTable =
  /appointment|booking|reservation|\bcitas?\b|agendament|turnos?\b|termin(?:e|kalender)|consultas?\b/i;
const calendarTool = /calendar|appointment|booking|agenda|schedul|reserv|\bcitas?\b|\bslot/i;
const moneyWords =
  /invoice|receipt|payment (?:due|received|reminder)|overdue|rechnung|factura|fatura|facture|order (?:confirmation|is confirmed|has been)|your order|refund|quote|quotation|purchase/i;

const liveSteps = (graph: Graph): readonly Step[] =>
  graph.steps.filter((_, position) => graph.live[position] === true);

const wordsOf = (delivery: Delivery): string =>
  [...delivery.message.subject, ...delivery.message.body, ...delivery.message.merge]
    .map((text) => text.source)
    .join('\n');

/** Texts that decide what a message says: its own, and the code and fields it is made of. */
const madeOf = (graph: Graph, delivery: Delivery): string => {
  const own = wordsOf(delivery);
  const from = [...graph.before(delivery.position).keys()].slice(0, 40);
  const code = from
    .map((at) => graph.steps[at])
    .filter(
      (step): step is Step =>
        step !== undefined && !step.disabled && (step.assigns.length > 0 || has(step, 'runs:code')),
    )
    .flatMap((step) => step.texts.map(({ text }) => text.source));
  return [own, ...code].join('\n');
};

const scheduling = (
  graph: Graph,
  deliveries: readonly Delivery[],
  intakes: readonly Intake[],
): Derived<FlowKind> | null => {
  const live = liveSteps(graph);
  const books = live.filter((step) => has(step, 'books:create', 'books:change', 'books:cancel'));
  if (books.length > 0) {
    return { is: 'scheduling', because: 'it makes, changes or cancels appointments', steps: books };
  }
  const talks = intakes.some((intake) => intake.who === 'customer');
  const bookingStart = live.filter((step) => has(step, 'starts:booking'));
  const toOutside = deliveries.filter(reachesOutside);
  if (bookingStart.length > 0 && toOutside.length > 0) {
    return { is: 'scheduling', because: 'it answers an appointment with a message', steps: bookingStart };
  }
  const writes = live.filter(
    (step) =>
      has(step, 'writes:records', 'calls:flow', 'calls:http', 'calls:tools') &&
      (calendarTool.test(step.name) ||
        step.texts.some(
          ({ path, text }) =>
            /table|sheet|base|description|url|workflowId|path/i.test(path) &&
            appointmentTable.test(text.source),
        )),
  );
  const tools = writes.filter((step) =>
    /book|creat|add|insert|reserv|agend|updat|cancel|resched|set|make|schedul/i.test(
      `${step.name} ${step.texts
        .map(({ text }) => text.source)
        .join(' ')
        .slice(0, 2000)}`,
    ),
  );
  if (talks && tools.length > 0) {
    return { is: 'scheduling', because: 'it takes appointments in a conversation', steps: tools };
  }
  const coded = talks ? live.filter(booksInCode) : [];
  if (coded.length > 0)
    return { is: 'scheduling', because: 'it takes appointments in a conversation', steps: coded };
  const reminders = toOutside.filter((each) => {
    const text = madeOf(graph, each);
    return (
      appointmentWords.test(text) &&
      reminderWords.test(text) &&
      ownAccord(each)
    );
  });
  const looksUp = live.filter((step) => has(step, 'books:read'));
  if (
    reminders.length > 0 &&
    !talks &&
    (looksUp.length > 0 || reminders.some((each) => strongReminder.test(madeOf(graph, each))))
  ) {
    return {
      is: 'scheduling',
      because: 'it reminds or confirms an appointment',
      steps: reminders.map((each) => each.step),
    };
  }
  return null;
};

/** Written without having been asked: no answer in place. A help desk can be written into at any time. */
const ownAccord = (each: Delivery): boolean =>
  !each.inPlace && (each.message.channel !== 'reply' || each.step.host !== '');

/** How often a pattern occurs in a text. */
const times = (pattern: RegExp, text: string): number =>
  text.match(new RegExp(pattern.source, 'gi'))?.length ?? 0;

const strongReminder =
  /(?:remind\w*|confirm\w*|upcoming|resched\w*|recordatorio|lembrete|erinnerung|promemoria|rappel|missed (?:you|your|our|the)|no-?show)[^.]{0,80}(?:appointment|booking|reservation|visit|session|meeting|(?:your|our|the|scheduled) call|demo|cita|consulta|turno|termin|rendez-vous|appuntamento|interview|viewing)|(?:appointment|booking|reservation|cita|consulta|turno|termin|rendez-vous|appuntamento)[^.]{0,80}(?:remind|confirm|resched|upcoming|record|lembr|erinner|bestätig|rappel|tomorrow|mañana|amanhã)/i;

/** Code that books by calling a calendar or a table of appointments itself. */
const booksInCode = (step: Step): boolean =>
  has(step, 'runs:code') &&
  step.texts.some(
    ({ text }) =>
      /httpRequest|fetch\(|axios/.test(text.source) &&
      /["'](?:POST|PATCH)["']/.test(text.source) &&
      appointmentTable.test(text.source),
  );

const chatbot = (deliveries: readonly Delivery[], intakes: readonly Intake[]): Derived<FlowKind> | null => {
  for (const intake of intakes) {
    const answered = deliveries.filter((each) => {
      if (each.audience.who === 'staff')
        return (
          intake.who === 'staff' &&
          (each.message.to.kind === 'origin' ||
            each.says.starts.has(intake.position) ||
            each.message.to.kind === 'given')
        );
      if (each.message.to.kind === 'origin') return true;
      return each.audience.who === 'customer' || each.audience.who === 'unknown';
    });
    if (answered.length === 0 && intake.via !== 'agent') continue;
    if (intake.via === 'agent' && answered.length === 0) continue;
    if (
      intake.who === 'staff' &&
      deliveries.some(
        (each) => each.audience.who === 'public' || (each.audience.who === 'customer' && !each.asks),
      )
    )
      continue;
    return {
      is: 'chatbot',
      because: 'it answers what somebody writes',
      steps: [intake.step, ...answered.slice(0, 1).map((each) => each.step)],
    };
  }
  return null;
};

/** What a flow is for. First match in the order scheduling, chatbot, e-mail campaign, social, back office. */
export const kindOf = (
  flow: Flow,
  graph: Graph,
  deliveries: readonly Delivery[],
  intakes: readonly Intake[],
): Derived<FlowKind> => {
  const first = scheduling(graph, deliveries, intakes) ?? chatbot(deliveries, intakes);
  if (first !== null) return first;
  const direct = deliveries.filter(
    (each) =>
      each.audience.who === 'customer' &&
      !each.asks &&
      ownAccord(each) &&
      each.message.channel !== 'web',
  );
  if (direct.length > 0) {
    const text = direct.map((each) => madeOf(graph, each)).join('\n');
    const order = liveSteps(graph).some((step) => has(step, 'starts:order', 'moves:money'));
    const money = order ? 1 : 0;
    const transactional = money + times(moneyWords, text) > times(campaignWords, text);
    return transactional
      ? {
          is: 'back-office',
          because: 'it sends what belongs to an order or a bill',
          steps: direct.map((each) => each.step),
        }
      : {
          is: 'email-campaign',
          because: 'it writes to people of its own accord',
          steps: direct.map((each) => each.step),
        };
  }
  const publishes = (step: Step): boolean =>
    has(step, 'publishes:social', 'publishes:web') ||
    step.assumed.some((trait) => trait.startsWith('publishes:'));
  const published = graph.steps.filter(publishes);
  if (published.length > 0) return { is: 'social', because: 'it publishes to the public', steps: published };
  const prepared = deliveries.filter(
    (each) => each.audience.who === 'staff' && campaignWords.test(madeOf(graph, each)),
  );
  if (
    prepared.length > 0 &&
    /newsletter|outreach|campaign/i.test(`${flow.name} ${prepared.map(wordsOf).join(' ')}`)
  ) {
    return {
      is: 'email-campaign',
      because: 'it prepares messages that a colleague sends',
      steps: prepared.map((each) => each.step),
    };
  }
  const works = liveSteps(graph).filter((step) =>
    has(
      step,
      'reads:records',
      'writes:records',
      'deletes:records',
      'writes:list',
      'moves:money',
      'opens:ticket',
      'sends:email',
      'sends:chat',
      'starts:record',
      'starts:order',
      'starts:ticket',
    ),
  );
  if (works.length > 0) return { is: 'back-office', because: 'it works inside the business', steps: works };
  return { is: 'other', because: 'it does none of what Plumbline tells apart', steps: [] };
};

/** Does anything the flow delivers reach somebody outside the business? */
export const customerFacingOf = (
  graph: Graph,
  deliveries: readonly Delivery[],
): Derived<boolean | 'unknown'> => {
  const outside = deliveries.filter(reachesOutside);
  if (outside.length > 0)
    return {
      is: true,
      because: 'it delivers to people outside the business',
      steps: outside.map((each) => each.step),
    };
  const open = deliveries.filter((each) => each.audience.who === 'unknown' && !each.asks);
  if (open.length > 0)
    return {
      is: 'unknown',
      because: 'the file does not say whom it writes to',
      steps: open.map((each) => each.step),
    };
  return { is: false, because: 'nothing it does reaches anybody outside the business', steps: [] };
};
