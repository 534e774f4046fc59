import type { Text } from '../../flow/flow.ts';
import type { Spoken } from '../../flow/messages/spoken.ts';
import { rescheduleOffer } from '../../flow/words/words.ts';

/** What a message offers to somebody whose plans have changed. */
export type Offer =
  /** A link of a booking service, or one that is there to change the appointment. */
  | 'link'
  /** A way to people: a number, an address, "contact us", a mail that can be answered. */
  | 'people'
  /** "Let us know if you need to reschedule", "reply 2": somebody has to act on the answer. */
  | 'answer'
  /** It would be offered, but the braces are sent as they stand. */
  | 'broken'
  | 'none';

const bookingService =
  /(?:calendly\.com|\bcal\.com\/|acuityscheduling\.com|setmore\.com|tidycal\.com|youcanbook\.me|simplybook\.|fresha\.com|booksy\.com|doctolib\.|treatwell\.|meetings\.hubspot\.com|calendar\.app\.google|zcal\.co|savvycal\.com|koalendar\.com|oncehub\.com|timify\.com|shore\.com|squareup\.com\/appointments|opentable\.|resy\.com|bookings?\.[a-z0-9-]{2,40}\.[a-z]{2,6}\/)/i;
const changeField =
  /re-?schedul\w{0,12}_?(?:url|link|uri)|cancel\w{0,12}_?(?:url|link|uri)|manage_?(?:booking|appointment|url|link)/i;
const anyLink =
  /https?:\/\/|href=|\{\{[^{}]{0,200}(?:url|link|uri)[^{}]{0,60}\}\}|\$\{[^{}]{0,200}(?:url|link|uri)/i;
const literalBraces = /\{\{[^{}]{0,200}\}\}/;

/** Ways to people, said outright. */
const people =
  /contact (?:us|our|me)|call us|call our|reach (?:out|us)|get in touch|(?:just )?reply to this (?:e?-?mail|message)|mailto:|tel:[+\d]|<Dial[ >]|(?:call|phone|tel(?:ephone|éfono)?|ring|llám\w{0,10}|ligue|anrufen|rufen sie|chiam\w{0,10}|appele\w{0,10})[^\n]{0,40}[+(]?\d[\d ()./-]{6,20}\d|\(\d{3}\) ?\d{3}-\d{4}|kontaktieren|melden sie sich|contáct|contacta|escríb(?:enos|anos)|contactez|entre em contato|contattaci/i;
const mailOnly =
  /let us know|feel free to|any questions|just reply|reply to|antworten sie|responde|répond|rispond/i;
const askedFor = (words: string): string | null => {
  const at = rescheduleOffer.exec(words);
  return at === null ? null : words.slice(Math.max(0, at.index - 160), at.index + 240);
};

const strength: Record<Offer, number> = { link: 4, people: 3, answer: 2, broken: 1, none: 0 };

const inText = (text: Text, part: Spoken['part'], mail: boolean): Offer => {
  const source = text.source;
  const near = askedFor(source);
  // Sent as it stands: braces without n8n's leading sign never become a link.
  const dead = part === 'own' && !text.dynamic && near !== null && literalBraces.test(near);
  if (dead && near !== null && !people.test(near)) return 'broken';
  if (near !== null && (people.test(near) || (mail && part !== 'prompt' && mailOnly.test(near))))
    return 'people';
  if (!dead && (changeField.test(source) || (near !== null && anyLink.test(near)))) return 'link';
  if (bookingService.test(source) && part !== 'made') return 'link';
  if (people.test(source) && (part !== 'made' || near !== null)) return 'people';
  return near === null || part === 'prompt' ? 'none' : 'answer';
};

/** The best that these texts offer. `mail`: the reader can answer, and the answer reaches a mailbox. */
export const offerIn = (spoken: readonly Spoken[], mail: boolean): Offer => {
  let best: Offer = 'none';
  for (const { text, part } of spoken) {
    const offer = inText(text, part, mail);
    if (strength[offer] > strength[best]) best = offer;
  }
  return best;
};

export const better = (one: Offer, other: Offer): boolean => strength[one] > strength[other];
