import type { Step, Text } from '../flow.ts';
import { has } from '../graph.ts';
import type { Delivery } from '../messages/delivery.ts';
import type { Outgoing } from '../messages/outgoing.ts';
import type { Leaf } from '../trace.ts';
import type { FlowView } from '../view.ts';
import { askedTexts, givenTo } from './asked.ts';

/**
 * What a message holds of its own recipient.
 * `own`: a name, an order, a date, a topic of theirs. `written`: a model writes it from such data. `none`: nothing. `braces`: it
 * was meant to, but the braces are sent as they stand. `prepared`: the text comes ready from a record or another flow.
 * `elsewhere`: a mailing service keeps the text. `missing`: the file does not give the text.
 */
export type OwnData = 'own' | 'written' | 'none' | 'braces' | 'prepared' | 'elsewhere' | 'missing';

/** Fields that lead to a person, count, or carry a whole text: in a message they say nothing about who reads it. */
export const aboutNobody =
  /e-?mail|^mail|phone|mobile|celular|telefon|teléfono|whats|number$|n[uú]mero|chat_?id|jid|^(?:id|ids|sn|to|from|cc|bcc|url|link|href|uri|type|index|count|length|sent|opened|user)$|[_ ]id$|[a-z]Id$|uuid|token|unsub|image|picture|photo|logo|status$|timestamp|created|updated|row_?number|channel|method|company_?blog|newsletter_?name/i;
/** Fields that hold a whole text. In a record it was written for the recipient, or for everyone. */
export const wholeText =
  /body|html|content|^text$|text$|messages?(?:_?(?:text|body|template))?$|subject|^template|prompt|caption|draft|copy$|mensaje|mensagem|nachricht/i;

/** Wrappers in which services hand over whatever they give. */
const wrapper = /^(?:json|data|output|results?|response|choices|items?|records?|rows?|fields|values?|list)$/i;

const lastPart = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

const addresses = /https?:\/\/(?:\{\{[^}]{0,400}\}\}|[^\s"'<>{])*/g;

/** A text without its web addresses: what only fills a link or a tracking picture is not said to anybody. */
const withoutAddresses = (text: Text): Text => {
  if (!text.dynamic || !text.source.includes('http')) return text;
  const source = text.source.replace(addresses, ' ');
  return {
    ...text,
    source,
    refs: text.refs.filter((ref) => ref.path === '' || source.includes(lastPart(ref.path))),
  };
};

/** Everything the step sends; a call to a service that Plumbline does not list by key carries it somewhere in its body. */
const sentTexts = (delivery: Delivery): readonly Text[] => {
  const { message, step } = delivery;
  const said = [...message.subject, ...message.body, ...message.merge];
  if (step.host === '') return said;
  const whole = step.texts.filter(
    ({ path }) => /^(?:jsonBody|body|rawBody|query)/i.test(path) && !/header/i.test(path),
  );
  return [...said, ...whole.map(({ text }) => text)];
};

const comments = /\/\*[^*]{0,4000}\*\/|(?<![:"'`\\/])\/\/[^\n]*/g;

/** Code without its comments: what is commented out does nothing. */
export const withoutComments = (code: string): string =>
  code.includes('//') || code.includes('/*') ? code.replace(comments, '') : code;

const personName =
  /(?:first|last|full|given|family|customer|client|lead|guest|patient|attendee|invitee|candidate|recipient|subscriber|member|student|prospect|contact|user|buyer|owner|company|business)_? ?name|(?:\.|\[["'`])(?:nome|nombre|vorname|nachname|pr[eé]nom|naam|cognome|anrede|cliente|paciente)\b/i;
const plainName =
  /\b(item|row|lead|contact|customer|client|user|person|recipient|subscriber|guest|member|patient|student|record|fields|props|body|json|data|appointment|booking|event|order|invoice|attendee|candidate|c|p|l|r|u|x)\??(?:\.|\[["'`])(?:name|company|title|summary|topic|interest|product|service|date|city)\b/i;
const filled = /\.replace(?:All)?\(\s*(?:\/[^/\n]{0,20}(?:\\?[[{<%])|["'`](?:\[|\{|<|%))/;

const readsAPerson = (code: string): boolean => {
  const live = withoutComments(code);
  return personName.test(live) || plainName.test(live);
};

/** ` *|FNAME|* `, `%FIRSTNAME%`, `{{ contact.NAME }}`: filled in by the mailing service that sends it. */
const mergeTag =
  /\*\|[A-Z_]{2,30}\|\*|%[A-Z_]{3,30}%|\{\{\s*(?:params|contact|subscriber|recipient|person|user|customer)\.[\w.]{1,40}\s*(?:\|[^}]{0,60})?\}\}/;
const fillsTags =
  /sendGrid|mailchimp|sendInBlue|brevo|mailjet|mailerLite|mandrill|klaviyo|activeCampaign|convertKit|getResponse|mautic|customerIo|mailgun|lemlist|sendy|egoi|iterable|postmark|resend|klicktipp|emelia/i;

/** Does a mailing service send this, which fills in tags of its own? */
export const filledByService = (step: Step): boolean =>
  fillsTags.test(step.type) || fillsTags.test(step.host);

/** Literal `{{ }}` in a text that n8n does not work out. */
const literalBraces = (text: Text): boolean => !text.dynamic && /\{\{[^}]{1,300}\}\}/.test(text.source);

const starts = [
  'starts:form',
  'starts:order',
  'starts:booking',
  'starts:ticket',
  'starts:webhook',
  'starts:chat',
  'starts:email',
  'starts:voice',
  'starts:record',
  'starts:call',
] as const;

interface Search {
  readonly view: FlowView;
  readonly sources: ReadonlySet<number>;
  readonly models: Map<number, boolean>;
}

const searchFor = (view: FlowView, { delivery, recipient }: Outgoing): Search => {
  const sources = new Set<number>([...recipient.records, ...recipient.models]);
  const isPerson = (at: number): boolean => {
    const step = view.graph.steps[at];
    return step !== undefined && has(step, ...starts);
  };
  for (const start of recipient.starts) if (isPerson(start)) sources.add(start);
  for (const model of recipient.models) for (const at of sourcesBehindModel(view, model)) sources.add(at);
  // The address is fixed, hidden or a model's: then whoever started the flow is the one it is about.
  const plain = [...sources].some((at) => !recipient.models.has(at) && !isModel(view, at));
  if (!plain) {
    for (const start of view.graph.starts) {
      if (isPerson(start) && view.graph.startedBy(start).has(delivery.position)) sources.add(start);
    }
  }
  return { view, sources, models: new Map() };
};

/** Does the step make texts or media by a model? */
export const isModel = (view: FlowView, at: number): boolean => {
  const step = view.graph.steps[at];
  return step !== undefined && has(step, 'generates:text', 'generates:media');
};

/** A model hands the address on: the places that it had it from, or all that it was given where none is called an address. */
export const sourcesBehindModel = (view: FlowView, model: number): readonly number[] => {
  const { leaves } = givenTo(view, model);
  const named = leaves.filter((leaf) => address.test(leaf.path) || isStart(view, leaf.at));
  return (named.length > 0 ? named : leaves).map((leaf) => leaf.at);
};
const address = /mail|phone|mobile|whats|chat_?id|jid/i;

/** Is the record that a step reads looked up with something of the recipient? Then what it gives is theirs. */
const lookedUp = ({ view, sources }: Search, record: number): boolean => {
  const step = view.graph.steps[record];
  if (step === undefined || step.message !== null || askedTexts(view, record).length === 0) return false;
  return givenTo(view, record).leaves.some((leaf) => sources.has(leaf.at));
};

const isStart = (view: FlowView, at: number): boolean => {
  const step = view.graph.steps[at];
  return step !== undefined && has(step, ...starts);
};

type Holds = 'own' | 'written' | 'prepared' | 'none';

const better = (one: Holds, other: Holds): Holds => {
  const rank: readonly Holds[] = ['none', 'prepared', 'written', 'own'];
  return rank.indexOf(one) >= rank.indexOf(other) ? one : other;
};

/** What a value that ends at `leaf` says about the recipient. `whole`: the reader of the value gets the item as it is. */
const holdsOf = (search: Search, leaf: Leaf, whole: boolean): Holds => {
  const { view, sources } = search;
  const step = view.graph.steps[leaf.at];
  if (step === undefined) return 'none';
  const field = lastPart(leaf.path);
  if (isModel(view, leaf.at)) {
    if (personName.test(`.${leaf.path}`)) return 'written';
    return modelKnows(search, leaf.at) ? 'written' : 'none';
  }
  if (has(step, 'calls:flow', 'calls:tools')) return 'prepared';
  // One address for all, as in a trial run; the text is about one person all the same.
  if (sources.size === 0 && personName.test(`.${leaf.path}`)) return 'own';
  const theirs = sources.has(leaf.at) || lookedUp(search, leaf.at);
  if (!theirs) return 'none';
  if (leaf.path === '' || wrapper.test(field)) return whole ? 'own' : leaf.path === '' ? 'none' : 'prepared';
  if (wholeText.test(field)) return isStart(view, leaf.at) ? 'own' : 'prepared';
  return aboutNobody.test(field) ? 'none' : 'own';
};

/** Code and templates on the way that read a person's fields by name, where the tracer cannot follow field by field. */
const codeHolds = (search: Search, through: Iterable<number>): Holds => {
  const { view, sources } = search;
  for (const at of through) {
    const step = view.graph.steps[at];
    if (step === undefined || !has(step, 'runs:code')) continue;
    const code = step.texts.map(({ text }) => text.source).join('\n');
    const into = view.tracer.into(at);
    const near =
      sources.size === 0
        ? into.hidden.size > 0 || /fetch\(|httpRequest|axios/.test(code)
        : [...into.leaves].some((leaf) => sources.has(leaf.at) || lookedUp(search, leaf.at)) ||
          namesSource(search, step);
    if (near && (readsAPerson(code) || filled.test(code))) return 'own';
  }
  return 'none';
};

const namesSource = ({ view, sources }: Search, step: Step): boolean =>
  step.texts.some(({ text }) =>
    text.refs.some(
      (ref) => ref.from === 'step' && [...sources].some((at) => view.graph.steps[at]?.name === ref.step),
    ),
  );

/** Models asked one after the other on the way back; real flows chain a few. */
const mostModels = 12;

/** Is the model given anything of the recipient to write from? */
const modelKnows = (search: Search, model: number): boolean => {
  const { view, models } = search;
  const known = models.get(model);
  if (known !== undefined) return known;
  if (models.size >= mostModels) return false;
  models.set(model, false);
  const from = givenTo(view, model);
  let holds: Holds = codeHolds(search, from.through);
  for (const leaf of from.leaves) holds = better(holds, holdsOf(search, leaf, true));
  // An agent that looks people up by itself, and then writes to them.
  const looksUp = view.graph.parts(model, 'ai_tool').some((part) => {
    const tool = view.graph.steps[part];
    return tool !== undefined && has(tool, 'reads:records', 'reads:list', 'books:read');
  });
  const knows = holds !== 'none' || (looksUp && search.sources.has(model));
  models.set(model, knows);
  return knows;
};

/** What a message holds of the one who gets it. */
export const ownDataIn = (view: FlowView, outgoing: Outgoing): OwnData => {
  const { delivery } = outgoing;
  if (!delivery.known) return 'missing';
  const search = searchFor(view, outgoing);
  const texts = sentTexts(delivery).map(withoutAddresses);
  const origins = view.tracer.of(delivery.position, texts);
  const whole = texts.some((text) => text.refs.some((ref) => ref.path === ''));
  let holds: Holds = codeHolds(search, origins.through);
  for (const leaf of origins.leaves) holds = better(holds, holdsOf(search, leaf, whole));
  for (const text of texts) {
    if (text.modelChosen && view.graph.owners(delivery.position).some((owner) => modelKnows(search, owner)))
      holds = better(holds, 'written');
  }
  if (search.sources.size === 0 && origins.paths.some((path) => personName.test(`.${path}`))) return 'own';
  if (holds === 'own' || holds === 'written') return holds;
  if (filledByService(delivery.step) && texts.some((text) => mergeTag.test(text.source))) return 'own';
  const { bodyState } = delivery.message;
  if (bodyState === 'elsewhere') return 'elsewhere';
  if (texts.some(literalBraces)) return filledByService(delivery.step) ? 'elsewhere' : 'braces';
  if (bodyState === 'missing') return 'missing';
  if (holds === 'prepared' || origins.hidden.size > 0) return 'prepared';
  return 'none';
};
