import { filledByService, withoutComments } from '../data/own-data.ts';
import type { Step, Text } from '../flow.ts';
import { has } from '../graph.ts';
import type { FlowView } from '../view.ts';
import type { Delivery } from './delivery.ts';
import { spokenBy } from './spoken.ts';

/** A gap in a text that is sent as it stands. */
export interface Gap {
  /** `expression`: braces that n8n would work out if the field were one. `tag`: braces or brackets with a name in them. `stub`: words that ask the author to write something. */
  readonly kind: 'expression' | 'tag' | 'stub';
  /** As it is written, shortened. */
  readonly text: string;
  /** Where it stands: the step that sends, or one that the text is made in. */
  readonly step: Step;
  /** `perhaps`: the service that sends it, or the model that was shown it, may fill it in. */
  readonly filled: 'no' | 'perhaps';
  /** The address it goes to, not the text. */
  readonly inAddress: boolean;
}

const expression =
  /\{\{[^{}]{0,200}\$(?:json|node|input|now|today|items?|env|vars|fromAI|workflow|execution|\()[^{}]{0,200}\}\}/;
const namedBraces = /\{\{\s*[A-Za-z_][\w .|-]{0,60}\}\}/;
const singleBraces =
  /(?<![${\\])\{(?:(?:first|last|full|customer|client|guest|contact|lead)[_ ]?name|name|company(?:[_ ]?name)?|firstname|lastname|vorname|nachname|pr[eé]nom|nombre|nome)\}(?!\})/i;
const brackets =
  /\[(?:(?:your|my|our|insert|enter|add|the) )?(?:first ?name|last ?name|full ?name|name|customer(?: name)?|client(?: name)?|recipient(?: name)?|company(?: name)?|business(?: name)?|shop name|store name|date|time|phone(?: number)?|e-?mail(?: address)?|address|link|url|website|position|title|signature|contact (?:information|details)|vorname|nachname|firma|ihr name|nombre|tu nombre|su nombre|nome|seu nome|pr[eé]nom|nom|votre nom)\](?!\()/i;
const yours = /\[(?:your|my|insert|enter|add|ihr|tu|su|votre|seu|il tuo) [^\]\n]{1,40}\](?!\()/i;
const stub =
  /<__PLACEHOLDER[^>\n]{0,120}>|\blorem ipsum\b|[([{<] ?(?:type|write|insert|add|enter|put) (?:your|the|an?|my) [^)\]}>\n]{2,60}[)\]}>]/i;
const capitals = /\b(?:YOUR|INSERT|ENTER|ADD)_[A-Z_]{3,40}\b/;
/** In code brackets make lists; here they stand in a greeting or a signature. */
const inSentence =
  /(?:dear|hi|hello|hey|liebe[rs]?|hallo|guten tag|bonjour|hola|estimad[oa]|ol[aá]|ciao|gentile|regards,?|sincerely,?|gr[uü](?:ß|ss)e?n?,?|saludos,?|cordialement,?)(?:\\n|<br ?\/?>|\s){1,4}(\[[A-Za-z][^\]\n'"`]{1,30}\])/i;

/** A text without what is worked out at run time. */
const fixedPart = (text: Text): string => {
  if (!text.dynamic) return text.source;
  let rest = '';
  let at = 0;
  for (let open = text.source.indexOf('{{'); open !== -1; open = text.source.indexOf('{{', at)) {
    rest += text.source.slice(at, open);
    const close = text.source.indexOf('}}', open);
    if (close === -1) return rest;
    at = close + 2;
  }
  return rest + text.source.slice(at);
};

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

const isTool = (step: Step): boolean => /Tool$|toolHttpRequest$/.test(step.type);

const inOwn = (text: Text, step: Step, inAddress: boolean): Gap | null => {
  const source = fixedPart(text).slice(0, 40_000);
  if (!/[[{<(]|[A-Z]_[A-Z]/.test(source)) return null;
  const gap = (kind: Gap['kind'], found: string | undefined, filled: Gap['filled']): Gap | null =>
    found === undefined ? null : { kind, text: shortened(found), step, filled, inAddress };
  if (!text.dynamic) {
    const braces = gap('expression', expression.exec(source)?.[0], 'no');
    if (braces !== null) return braces;
    const service = filledByService(step) || step.host !== '' || isTool(step);
    const tag = gap('tag', namedBraces.exec(source)?.[0], service ? 'perhaps' : 'no');
    if (tag !== null) return tag;
  }
  if (inAddress) return null;
  const service = filledByService(step) ? 'perhaps' : 'no';
  return (
    gap('tag', (brackets.exec(source) ?? yours.exec(source))?.[0], service) ??
    (step.host === '' && !isTool(step) ? gap('tag', singleBraces.exec(source)?.[0], service) : null) ??
    gap('stub', stub.exec(source)?.[0], 'no') ??
    (step.host === '' ? gap('stub', capitals.exec(source)?.[0], 'no') : null)
  );
};

const replaces = /\.replace(?:All)?\(|replaceAll|format\(|Mustache|template/i;

/** Gaps in what a message says, each step once. */
export const gapsIn = (view: FlowView, delivery: Delivery): readonly Gap[] => {
  const { message, step } = delivery;
  const found: Gap[] = [];
  if (message.to.kind === 'given' || message.to.kind === 'list')
    for (const text of message.to.texts) {
      const gap = inOwn(text, step, true);
      if (gap !== null) found.push(gap);
    }
  for (const text of [...message.subject, ...message.body]) {
    const gap = inOwn(text, step, false);
    // A question may well show what its answer should look like.
    if (gap !== null && !(delivery.asks && gap.kind !== 'expression')) found.push(gap);
  }
  if (delivery.asks) return found;
  const spoken = spokenBy(view.graph, delivery);
  // A gap in a template is there to be filled, if anything on the way fills it.
  const filledOn = spoken.some(({ part, text }) => part !== 'prompt' && replaces.test(text.source));
  for (const { part, step: maker, text } of spoken) {
    if (part === 'own' || (part === 'made' && filledOn)) continue;
    const source =
      part === 'made' && has(maker, 'runs:code') ? withoutComments(text.source) : fixedPart(text);
    const code = part === 'made' && has(maker, 'runs:code');
    const match =
      part === 'prompt'
        ? yours.exec(source.slice(0, 40_000))?.[0]
        : code
          ? (inSentence.exec(source)?.[1] ?? yours.exec(source)?.[0])
          : (brackets.exec(source) ?? yours.exec(source))?.[0];
    if (match !== undefined)
      found.push({
        kind: 'tag',
        text: shortened(match),
        step: maker,
        filled: part === 'prompt' ? 'perhaps' : 'no',
        inAddress: false,
      });
  }
  const steps = new Set<string>();
  return found.filter((gap) => {
    const key = `${gap.step.id} ${gap.filled} ${gap.inAddress}`;
    return steps.has(key) ? false : steps.add(key).has(key);
  });
};
