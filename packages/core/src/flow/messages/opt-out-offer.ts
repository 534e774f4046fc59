import { filledByService, withoutComments } from '../data/own-data.ts';
import { selfCalls } from '../data/self-call.ts';
import type { Text } from '../flow.ts';
import { has } from '../graph.ts';
import type { FlowView } from '../view.ts';
import { optOutOffer } from '../words/words.ts';
import type { Delivery } from './delivery.ts';
import type { Outgoing } from './outgoing.ts';
import { type Spoken, spokenBy } from './spoken.ts';

/** A way out that a text offers. */
export interface Offer {
  /** `link`: an address to open. `token`: the mailing service puts its own. `reply`: an answer such as STOP. `words`: only words. */
  readonly by: 'link' | 'token' | 'reply' | 'words';
  /** Address of the link as it is written, expressions included. */
  readonly href: string;
  readonly spoken: Spoken;
}

/** `unsubscribed` is a state, not an offer. */
const offers = (text: string): boolean => {
  const match = optOutOffer.exec(text);
  return match !== null && (match[0].toLowerCase() !== 'unsubscribe' || /unsubscribe(?!d)/i.test(text));
};

const replyOffer =
  /\b(?:reply|text|send|respond|answer|antworte\w*|responde\w*|répond\w*|rispond\w*|respond[ae]|responda)\b[^.\n<]{0,40}["'“‘*]?\b(?:stop|unsubscribe|remove|opt[ -]?out|baja|stopp|abmelden|abbestellen|sair|parar|arr[eê]t)\b/i;
const stopOffer = /\bSTOP\b["'”’*]? (?:to|für|zum|para|pour|per) \w+/;
const replyAfter =
  /(?:unsubscribe|opt[ -]?out|stop receiving|removed?|no longer (?:wish|want)|rather not hear|don['’]t want to (?:hear|receive)|not interested)[^\n<]{0,120}\b(?:reply|respond|let (?:me|us) know|write (?:me|us)|e?mail (?:me|us))\b/i;

/** Tags that mailing services replace by a working link. */
const token =
  /\*\|UNSUB\|\*|\{\{\{?\s*(?:unsubscribe\w*|amazonSESUnsubscribeUrl|opt_?out\w*|unsubscribe_?(?:url|link))\s*\}?\}\}|<%\s*asm_\w*unsubscribe\w*\s*%>|\{\$unsubscribe\}|%unsubscribe_?\w*%|\[\[?unsub\w*\]?\]|%mailing_list_unsubscribe_url%|%tag_unsubscribe_url%|\[unsubscribe\]/i;

const most = 60_000;

interface Anchor {
  readonly href: string;
  readonly label: string;
}

/** Signs of an address that are looked at: patterns try every place in it anew. */
const longestAddress = 1000;

/** `<a href="...">label</a>`, also where the quotes are escaped or broken up by code. */
const anchorsIn = (source: string): readonly Anchor[] => {
  const found: Anchor[] = [];
  const lower = source.toLowerCase();
  for (let at = lower.indexOf('<a'); at !== -1; at = lower.indexOf('<a', at + 2)) {
    const href = lower.indexOf('href', at);
    const close = lower.indexOf('</a', at);
    if (href === -1 || close === -1) break;
    if (href > close || href - at > 600) continue;
    const opened = /^href\s*=\s*\\?(["'])/i.exec(source.slice(href, href + 12));
    if (opened === null) continue;
    const begin = href + opened[0].length;
    const end = source.indexOf(opened[1] ?? '"', begin);
    if (end === -1 || end > close) continue;
    const label = source.indexOf('>', end);
    found.push({
      href: source.slice(begin, Math.min(end, begin + longestAddress)).replace(/\\$/, ''),
      label: label === -1 || label > close ? '' : source.slice(label + 1, Math.min(close, label + 400)),
    });
  }
  return found;
};

const bareLink =
  /https?:\/\/[^\s"'<>`]{0,200}(?:unsub|opt-?out|abmeld|desuscri|desinscri|baja)[^\s"'<>`]{0,200}/i;
const namedLink =
  /(?:\{\{[^{}]{0,200}|\$\{[^{}]{0,200}|\+\s*[\w.]{0,60})(?:unsub|opt_?out|abmelde)\w{0,60}[^{}\n]{0,120}/i;

const inText = (spoken: Spoken, text: Text, service: boolean): Offer | null => {
  const code = spoken.part === 'made' && text.dynamic;
  const source = (code ? withoutComments(text.source) : text.source).slice(0, most);
  if (service && token.test(source)) return { by: 'token', href: '', spoken };
  for (const { href, label } of anchorsIn(source)) {
    if (offers(label) || /unsub|opt-?out|abmeld|abbestell|desuscri|desinscri/i.test(href))
      return { by: 'link', href, spoken };
  }
  if (/mailto:[^"'\s>]{0,200}unsub/i.test(source)) return { by: 'reply', href: '', spoken };
  if (replyOffer.test(source) || stopOffer.test(source) || replyAfter.test(source))
    return { by: 'reply', href: '', spoken };
  if (!offers(source)) return null;
  const bare = bareLink.exec(source)?.[0];
  if (bare !== undefined) return { by: 'link', href: bare, spoken };
  const named = namedLink.exec(source)?.[0];
  if (named !== undefined) return { by: 'link', href: named, spoken };
  // In code the word may stand for a state that is tested; in a page it is something that is read.
  return code && !source.includes('<') ? null : { by: 'words', href: '', spoken };
};

/** A flow that calls itself once for each person hands the text over: it stands in some field or code of the same file. */
const handedOver = (view: FlowView, delivery: Delivery): readonly Spoken[] => {
  const called = [...delivery.says.starts].some((at) => {
    const step = view.graph.steps[at];
    return step !== undefined && has(step, 'starts:call');
  });
  if (!called || selfCalls(view).length === 0) return [];
  return view.graph.steps
    .filter((step, at) => view.graph.live[at] === true && step.assigns.length > 0)
    .flatMap((step) => step.texts.map(({ text }): Spoken => ({ step, text, part: 'made' })));
};

export interface Offered {
  readonly offers: readonly Offer[];
  /** A model is told to offer a way out, with no words of its own in the file. */
  readonly told: boolean;
}

/** Ways out that a message offers, in the order in which its texts are put together. */
export const offeredBy = (view: FlowView, { delivery }: Outgoing): Offered => {
  const found: Offer[] = [];
  let told = false;
  const service = filledByService(delivery.step);
  for (const spoken of [...spokenBy(view.graph, delivery), ...handedOver(view, delivery)]) {
    const offer = inText(spoken, spoken.text, service);
    if (offer === null) continue;
    if (spoken.part !== 'prompt') found.push(offer);
    else if (offer.by === 'reply' || (offer.by === 'link' && /^https?:/.test(offer.href))) found.push(offer);
    else told = true;
  }
  for (const { path, text } of delivery.step.texts) {
    if (/list-unsubscribe/i.test(text.source) || /list_?unsubscribe/i.test(path))
      found.push({ by: 'token', href: '', spoken: { step: delivery.step, text, part: 'own' } });
  }
  return { offers: found, told };
};
