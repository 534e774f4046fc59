import type { Message, Recipient, Step, Text } from '../flow.ts';
import { type Graph, has } from '../graph.ts';
import { isSetting } from '../settings.ts';
import type { Origins, Tracer } from '../trace.ts';
import { customerField, optOutOffer, partnerField, staffField } from '../words/words.ts';
import type { Intake } from './conversation.ts';

/**
 * Who a message reaches. `customer`: somebody outside whom the business serves or wants to. `partner`: a supplier.
 * `staff`: somebody of the business. `public`: anybody. `machine`: another system that called and is answered.
 * `unknown`: the file does not say.
 */
export type Who = 'customer' | 'partner' | 'staff' | 'public' | 'machine' | 'unknown';

export interface Audience {
  readonly who: Who;
  /** `proven` when the recipient is literal or is whoever started the flow; else `inferred`. */
  readonly evidence: 'proven' | 'inferred';
  /** The same literal address for everyone. */
  readonly fixed: boolean;
  /** A list that a mailing service keeps. */
  readonly list: boolean;
  /** Starts that gave the address: an answer goes back to whoever wrote. */
  readonly starts: ReadonlySet<number>;
}

const nowhere: ReadonlySet<number> = new Set();

const audience = (
  who: Who,
  evidence: Audience['evidence'],
  fixed = false,
  list = false,
  starts: ReadonlySet<number> = nowhere,
): Audience => ({ who, evidence, fixed, list, starts });

/** "Your booking", "thank you for your order": words to a person, not an answer to a machine. */
const addressed =
  /\b(?:thank you|thanks for|your (?:booking|appointment|reservation|order|request|message|submission|application|enquiry|inquiry)|we(?:'ll| will) (?:get back|contact|be in touch)|gracias|danke|merci|obrigad|grazie)/i;

/** "Dear {{ name }}", "Hola {{...}}": a text that plainly speaks to one customer. */
const greeting =
  /(?:dear|hi|hello|hey|hola|bonjour|hallo|ciao|olá|liebe[rs]?|guten tag|good (?:morning|day))\s+(?:\w+\s+)?(?:\{\{|\$\{|"\s*\+|'\s*\+|\[|customer|subscriber|reader|friend|guest|valued)/i;

/** What a message says, and the prompts and code that it is made of. */
const madeOf = (graph: Graph, message: Message, says: () => Origins): readonly string[] => {
  const own = [...message.subject, ...message.body].map((text) => text.source);
  if (!message.body.some((text) => text.dynamic)) return own;
  const from = says();
  const makers = [...from.models, ...from.through].map((at) => graph.steps[at]);
  return [
    ...own,
    ...makers.flatMap((step) => (step === undefined ? [] : step.texts.map(({ text }) => text.source))),
  ];
};

/** Does it plainly speak to customers, although the same address stands there for everyone? */
const speaksToCustomer = (graph: Graph, message: Message, says: () => Origins): boolean => {
  const own = [...message.subject, ...message.body];
  if (own.some((text) => greetsCustomer(text.source) || optOutOffer.test(text.source))) return true;
  if (message.channel !== 'email') return false;
  const made = madeOf(graph, message, says);
  if (made.some((text) => newsletter.test(text) || (greeted.test(text) && greetsCustomer(text)))) return true;
  // A model is told to win somebody over, and the mail speaks to them of what is theirs.
  return made.some((text) => outreach.test(text)) && own.some((text) => ofTheirs.test(text.source));
};

const outreach = /\b(?:cold|outbound|outreach)\b[^.\n]{0,40}\be?-?mails?\b|outreach message/i;
const ofTheirs = /\byour (?:business|company|brand|website|store|shop|clinic|practice)\b/i;
const newsletter = /\bnewsletter\b|unsubscribe(?!d|['"])/i;
const greeted =
  /(?:dear|hi|hello|hey|hola|bonjour|hallo|ciao|olá|liebe[rs]?|hej|cześć|dzień dobry)[ ,]+(?:\w+ )?\{\{([^}]{1,120})\}\}/i;

/** "Hi {{ $json.csm_name }}" greets a colleague. */
const greetsCustomer = (text: string): boolean => {
  const name = greeted.exec(text)?.[1];
  return name === undefined ? greeting.test(text) : !staffField.test(name);
};

/** "Hi {{ $json.sponsorName }}": the name greeted is nobody's of the business. */
const greetsOutsider = (message: Message): boolean =>
  message.body.some((text) => {
    const name = greeted.exec(text.source)?.[1];
    return name !== undefined && !staffField.test(name);
  });

/** Who an address word points at: the field, variable or step that holds it. */
const whoIsNamed = (name: string): Who | null => {
  if (partnerField.test(name)) return 'partner';
  if (staffField.test(name)) return 'staff';
  return customerField.test(name) ? 'customer' : null;
};

const startAudience = (step: Step): Who => {
  if (
    has(
      step,
      'starts:chat',
      'starts:email',
      'starts:form',
      'starts:booking',
      'starts:order',
      'starts:ticket',
      'starts:voice',
    )
  )
    return 'customer';
  if (has(step, 'starts:team')) return 'staff';
  if (has(step, 'starts:webhook', 'starts:record')) return 'customer';
  return 'unknown';
};

const words = (texts: readonly Text[], origins: Origins): string =>
  [...texts.flatMap((text) => text.refs.map((ref) => ref.path)), ...origins.paths].join(' ');

/** Whom the message of the step at `position` reaches. */
export const audienceOf = (
  graph: Graph,
  tracer: Tracer,
  position: number,
  message: Message,
  intakes: readonly Intake[],
): Audience => {
  const recipient: Recipient = message.to;
  if (onlyAfterFailures(graph, position)) return audience('staff', 'inferred', true);
  if (recipient.kind === 'public') return audience('public', 'proven');
  if (message.channel === 'chat')
    return audience(
      'staff',
      'proven',
      recipient.kind !== 'given' || recipient.texts.every((text) => !text.dynamic),
    );
  if (recipient.kind === 'list')
    return message.channel === 'push'
      ? audience('staff', 'inferred', true)
      : audience('customer', 'inferred', false, true);
  // Nothing says whom it goes to but the step's own name.
  if (recipient.kind === 'missing')
    return audience(whoIsNamed(graph.steps[position]?.name ?? '') ?? 'unknown', 'inferred');
  if (recipient.kind === 'origin') return ofOrigin(graph, tracer, position, message, intakes);
  const { texts } = recipient;
  const says = (): Origins => tracer.of(position, message.body);
  const outer = texts.flatMap((text) => text.refs.map((ref) => ref.path)).join(' ');
  if (partnerField.test(outer)) return audience('partner', 'inferred');
  if (staffField.test(outer) && !greetsOutsider(message)) return audience('staff', 'inferred');
  if (texts.every((text) => !text.dynamic)) {
    return speaksToCustomer(graph, message, says)
      ? audience('customer', 'inferred', true)
      : audience('staff', 'proven', true);
  }
  const origins = tracer.of(position, texts);
  if (isSetting(texts) && origins.starts.size === 0) return audience('staff', 'inferred', true);
  const elsewhere = origins.starts.size + origins.records.size + origins.models.size;
  if (elsewhere === 0 && origins.fixed.length > 0) {
    return speaksToCustomer(graph, message, says) || customerField.test(outer)
      ? audience('customer', 'inferred', true)
      : audience('staff', 'proven', true);
  }
  if (elsewhere === 0 && origins.environment)
    return audience(customerField.test(outer) ? 'customer' : 'staff', 'inferred', true);
  for (const start of origins.starts) {
    const step = graph.steps[start];
    const who =
      intakes.find((intake) => intake.position === start)?.who ??
      (step === undefined ? 'unknown' : startAudience(step));
    if (who !== 'unknown')
      return audience(
        who,
        who === 'customer' && step !== undefined && !has(step, 'starts:record', 'starts:webhook')
          ? 'proven'
          : 'inferred',
        false,
        false,
        origins.starts,
      );
  }
  const called = words(texts, origins);
  if (origins.records.size > 0 || origins.models.size > 0) return audience('customer', 'inferred');
  if (customerField.test(called)) return audience('customer', 'inferred');
  return audience(origins.hidden.size > 0 ? 'unknown' : 'customer', 'inferred');
};

/** A message that only a failure of another flow can set off is for those who run the flows. */
const onlyAfterFailures = (graph: Graph, position: number): boolean => {
  const errors = graph.starts.filter((start) => has(graph.steps[start] as Step, 'starts:error'));
  if (!errors.some((start) => graph.startedBy(start).has(position))) return false;
  return !graph.starts.some((start) => !errors.includes(start) && graph.startedBy(start).has(position));
};

/** Starts behind which somebody waits for an answer in place, or whose message can be answered. */
const answerable = [
  'starts:chat',
  'starts:voice',
  'starts:email',
  'starts:form',
  'starts:ticket',
  'starts:team',
] as const;

/** Who is on the other end of an answer in place: the one who started the flow. */
const ofOrigin = (
  graph: Graph,
  tracer: Tracer,
  position: number,
  message: Message,
  intakes: readonly Intake[],
): Audience => {
  const runs = (start: number): boolean => graph.startedBy(start).has(position);
  const step = graph.steps[position];
  // A conversation kept in a help desk can be written into without anybody having started the flow.
  const open = step !== undefined && (step.host !== '' || has(step, 'opens:ticket'));
  if (open && !intakes.some((intake) => runs(intake.position))) return audience('customer', 'inferred');
  for (const intake of intakes) {
    if (runs(intake.position))
      return audience(intake.who, intake.evidence, false, false, new Set([intake.position]));
  }
  let answer: Audience = audience('unknown', 'inferred');
  for (const start of graph.starts) {
    const step = graph.steps[start];
    if (step === undefined || !runs(start)) continue;
    if (has(step, 'starts:webhook', 'starts:tool-server', 'starts:call'))
      answer = audience('machine', 'inferred');
    else if (has(step, ...answerable) && startAudience(step) === 'customer')
      return audience('customer', 'proven');
  }
  if (answer.who === 'machine') {
    const says = (): Origins => tracer.of(position, message.body);
    const spoken = madeOf(graph, message, says).some((text) => addressed.test(text) || greeting.test(text));
    if (spoken) return audience('customer', 'inferred');
  }
  return answer;
};
