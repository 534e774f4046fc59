import { replaceExpressions } from '../data/expressions.ts';
import type { Channel, Message, Step, Text } from '../flow.ts';
import { type Graph, has } from '../graph.ts';
import { serviceOf } from '../people/answers.ts';
import { type Audience, audienceOf } from '../people/audience.ts';
import type { Intake } from '../people/conversation.ts';
import type { Origins, Tracer } from '../trace.ts';

/** One place where words or media leave the flow for somebody. */
export interface Delivery {
  readonly position: number;
  readonly step: Step;
  readonly message: Message;
  readonly audience: Audience;
  /** Models whose words, pictures or voice it carries. Empty for templates and data. */
  readonly models: readonly number[];
  /** Where everything it says comes from. */
  readonly says: Origins;
  /** Left for a person to send. */
  readonly draft: boolean;
  /** Holds the flow for an answer. */
  readonly asks: boolean;
  /** Not a step of its own: what the last step gives is the answer. */
  readonly inPlace: boolean;
  /** `false` where the parameters were removed, so that nothing is known but the type. */
  readonly known: boolean;
}

/** Names of values that a model fills in and that are data, not prose. */
const dataName =
  /(?:^|_|\.)(?:id|ids|name|first_?name|last_?name|full_?name|nome|nombre|vorname|date|time|day|hour|start|end|phone|number|email_?(?:address)?|status|state|category|score|priority|type|intent|language|count|length|price|total|amount|url|link|city|address|service|slot|datum|fecha|hora|data_|sentiment|confidence|valid|success|action|key|value|company|order_?id|sku|quantity|qty|room|duration|timezone)s?$/i;

/** A text in which a model's words only fill gaps of data keeps being the author's own. */
const isProse = (text: Text): boolean => {
  if (text.modelChosen) return true;
  const literal = replaceExpressions(text.source, '')
    .replace(/<[^<>]*>/g, '')
    .trim();
  const paths = text.refs.filter((ref) => ref.from === 'item' || ref.from === 'step').map((ref) => ref.path);
  if (literal.length < 25 && (literal === '' || paths.length === 0)) return true;
  return paths.some((path) => path === '' || !dataName.test(path));
};

const modelsIn = (
  graph: Graph,
  tracer: Tracer,
  position: number,
  texts: readonly Text[],
): readonly number[] => {
  const found = new Set<number>();
  for (const text of texts) {
    if (!text.dynamic || !isProse(text)) continue;
    for (const model of tracer.of(position, [text]).models) found.add(model);
  }
  return [...found].filter((model) => graph.live[model] === true);
};

const channelOf = (step: Step): Channel | null => {
  const traits = [...step.traits, ...step.assumed];
  if (traits.includes('sends:email') || traits.includes('drafts:email') || traits.includes('sends:campaign'))
    return 'email';
  if (traits.includes('sends:sms')) return 'sms';
  if (traits.includes('sends:messenger')) return 'messenger';
  if (traits.includes('sends:chat')) return 'chat';
  if (traits.includes('sends:voice')) return 'voice';
  if (traits.includes('sends:push')) return 'push';
  if (traits.includes('publishes:social')) return 'social';
  if (traits.includes('publishes:web')) return 'web';
  return traits.includes('replies:origin') ? 'reply' : null;
};

const hiddenMessage = (channel: Channel): Message => ({
  channel,
  to: {
    kind: channel === 'social' || channel === 'web' ? 'public' : channel === 'reply' ? 'origin' : 'missing',
  },
  from: [],
  subject: [],
  body: [],
  bodyState: 'missing',
  merge: [],
});

const answer: Message = {
  channel: 'reply',
  to: { kind: 'origin' },
  from: [],
  subject: [],
  body: [],
  bodyState: 'given',
  merge: [],
};

const bodyTexts = (message: Message): readonly Text[] => [
  ...message.body,
  ...message.subject,
  ...message.merge,
];

/** Steps that nothing live follows: what they give is the last step's output. */
const lastSteps = (graph: Graph, start: number): readonly number[] => {
  const walked = graph.after([start]);
  return [...walked.keys()].filter((position) => {
    const step = graph.steps[position];
    if (step === undefined || step.disabled || position === start || graph.owners(position).length > 0)
      return false;
    return !graph.leaving(position).some((link) => graph.live[link.to] === true && link.kind === 'main');
  });
};

/**
 * A bot whose only answer goes, over the service that the customer wrote by, to an address its author typed in while
 * trying it out: that is the answer, not a message to staff.
 */
const answerByFixedAddress = (graph: Graph, intake: Intake, found: Delivery[]): void => {
  // A messenger bot with one fixed chat is mostly its owner's own; a fixed phone number was for trying it out.
  if (intake.who !== 'customer' || intake.via !== 'chat' || /telegram/i.test(intake.step.type)) return;
  const reached = graph.after([intake.position]);
  const own = found.filter((each) => reached.has(each.position));
  if (own.some((each) => each.audience.who === 'customer')) return;
  found.forEach((each, index) => {
    if (!reached.has(each.position) || !each.audience.fixed || each.models.length === 0 || each.asks) return;
    if (graph.owners(each.position).length > 0 || serviceOf(each.step) !== serviceOf(intake.step)) return;
    found[index] = { ...each, audience: { ...each.audience, who: 'customer', evidence: 'inferred' } };
  });
};

const bodyPath = /^(?:json|body|query|raw)/i;

/**
 * A chat that comes in over the web and whose answer is handed to the business's own system, which shows it: nothing
 * else in the flow answers, and a model's words leave by this call.
 */
const answerByOwnSystem = (graph: Graph, tracer: Tracer, intake: Intake, found: Delivery[]): void => {
  if (intake.who !== 'customer' || (intake.via !== 'webhook' && intake.via !== 'call')) return;
  const reached = graph.startedBy(intake.position);
  const answers = (each: Delivery): boolean =>
    reached.has(each.position) && (each.audience.who === 'customer' || each.message.to.kind === 'origin');
  if (found.some(answers) || has(intake.step, 'answers:last')) return;
  for (const position of reached.keys()) {
    const step = graph.steps[position];
    if (step === undefined || graph.live[position] !== true || step.message !== null) continue;
    if (!has(step, 'calls:http') || graph.owners(position).length > 0) continue;
    const texts = step.texts.filter(({ path }) => bodyPath.test(path)).map(({ text }) => text);
    const models = modelsIn(graph, tracer, position, texts);
    if (models.length === 0) continue;
    found.push({
      position,
      step,
      message: { ...answer, body: texts },
      audience: {
        who: 'customer',
        evidence: 'inferred',
        fixed: false,
        list: false,
        starts: new Set([intake.position]),
      },
      models,
      says: tracer.of(position, texts),
      draft: false,
      asks: false,
      inPlace: false,
      known: true,
    });
    return;
  }
};

/** Everything that leaves the flow on live steps, in the order of the file. */
export const deliveriesOf = (
  graph: Graph,
  tracer: Tracer,
  intakes: readonly Intake[],
): readonly Delivery[] => {
  const found: Delivery[] = [];
  graph.steps.forEach((step, position) => {
    if (graph.live[position] !== true) return;
    const channel = step.message?.channel ?? (step.knowledge === 'stripped' ? channelOf(step) : null);
    if (channel === null) return;
    const message = step.message ?? hiddenMessage(channel);
    const texts = bodyTexts(message);
    const whole = channel === 'reply' && texts.length === 0;
    const says = whole ? tracer.into(position) : tracer.of(position, texts);
    found.push({
      position,
      step,
      message,
      audience: audienceOf(graph, tracer, position, message, intakes),
      models:
        whole || step.message === null
          ? [...says.models].filter((each) => graph.live[each])
          : modelsIn(graph, tracer, position, texts),
      says,
      draft: has(step, 'drafts:email', 'drafts:web'),
      asks: step.question !== null,
      inPlace: false,
      known: step.message !== null,
    });
  });
  for (const intake of intakes) {
    answerByFixedAddress(graph, intake, found);
    answerByOwnSystem(graph, tracer, intake, found);
  }
  for (const intake of intakes) {
    const known = has(intake.step, 'answers:last');
    if (!known && !intake.step.assumed.includes('answers:last')) continue;
    for (const position of lastSteps(graph, intake.position)) {
      const step = graph.steps[position];
      if (step === undefined || step.message?.channel === 'reply') continue;
      const says = tracer.into(position);
      const own = has(step, 'generates:text', 'generates:media');
      found.push({
        position,
        step,
        message: answer,
        audience: {
          who: intake.who,
          evidence: intake.evidence,
          fixed: false,
          list: false,
          starts: new Set([intake.position]),
        },
        models: own ? [position] : [...says.models].filter((each) => graph.live[each]),
        says,
        draft: false,
        asks: false,
        inPlace: true,
        known,
      });
    }
  }
  return found;
};

/** Does it reach anybody outside the business? */
export const reachesOutside = (delivery: Delivery): boolean =>
  delivery.audience.who === 'customer' || (delivery.audience.who === 'public' && !delivery.draft);
