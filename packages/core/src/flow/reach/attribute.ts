/**
 * What a test of a recipient's data looks at.
 * `attribute`: what they are like or have done. `suppression`: whether they may be written to. `address`: whether there is a
 * usable address. `process`: how far the work has got, a date or a count. `other`: the wording does not tell.
 */
export type Tested = 'attribute' | 'suppression' | 'address' | 'process' | 'other';

/** A comparison as its author wrote it; `value` is empty where it is worked out at run time. */
export interface Comparison {
  readonly field: string;
  readonly operator: string;
  readonly value: string;
}

/** Fields and values by which people are left out because they do not want to be written to. */
export const suppressionWord =
  /un_?-?subscri|opt(?:ed)?[-_ ]?(?:out|in)\b|opt(?:ed)?(?:Out|In)\b|subscri(?:bed?|ption_?status)\b|newsletter_?(?:ok|active|consent)|do[-_ ]?not[-_ ]?(?:contact|e?mail|call|disturb)|\bdnc\b|suppress|black_?list|block_?list|\bblocked\b|consent|gdpr|dsgvo|bounced?\b|\bspam\b|\bstop(?:ped)?\b|abgemeldet|abbestellt|widerspr|désabonn|desabonn|désinscri|desinscri|descadastr|desuscri|dado de baja|disiscri|uitgeschreven|einwilligung|consentement|consentimiento|consentimento|consenso/i;

const addressWord =
  /e-?mail|phone|mobile|telefon|celular|whats|number$|numero|reachable|deliverab|\bmx\b|valid|verif|chat_?id/i;

/** Says plainly what somebody is like or has done. */
const strongAttribute =
  /segment|\btags?\b|_tags?\b|tags\b|\btier|role\b|roles\b|industry|branche|interest|sentiment|birth_?day|geburtstag|cumplea|anniversa|language|sprache|idioma|langue|locale|country|\bcity\b|_city\b|region|location|neighbou?rhood|postcode|zip_?code|gender|\bvip\b|loyal|membership|member_?(?:type|level|since)|persona\b|preferen|preferred|\btopics?\b|frequency|interval|categor|customer_?type|client_?type|company_?size|employees|\bcart|basket|purchas|spent|spend|lifetime|\bltv\b|\brfm\b|churn|qualif|\bintent|\bplan\b|_plan\b|score|\bgrade\b|temperature|lead_?(?:type|quality|source|status|stage)|lifecycle|cohort|rating|audience|\bage\b|seniority|job_?title|niche|budget|allerg|diet|favou?rite|contact_?method|(?:^|\.)method$|channel$|high_?value|last_?(?:order|visit|purchase)|inactive|days_?since|order_?count|total_?(?:orders?|spent|revenue)|existing_?c|is_?c(?:lient|ustomer)|campaign_?id/i;

const statusLike =
  /status|\bstate\b|stage|estado|[eé]tat\b|statut|\bphase\b|\bfase\b|\btype\b|level|group|kategorie/i;

const processWord =
  /sent|contacted|mailed|message_?sent|notified|remind|\bstep|[eé]tape|schritt|\bpaso|sequence|count|attempt|retr(?:y|ies)|error|success|statusCode|\bok\b|repl(?:y|ied)|respon[ds]|thread|\bnext|\blast|\bdue|date|\bdays?\b|time|hour|minute|week|month|\byear|processed|done|finish|batch|\bcap\b|limit|quota|approv|draft|open|click|length|\brow|index|\bid$|_id$|[a-z]Id$|uuid|\brun|exists|found|has_?|total|stage_?n|\bpage|cursor|complete|enabled|active|body|text|message|subject|content|output|choice|action|data\b/i;

const processValue =
  /^(?:|sent|new|pending|draft|queued?|ready|active|approved?|rejected|declined|done|completed?|scheduled|processing|running|contacted|failed|error|to[-_ ]?(?:send|do|contact)|open|in[-_ ]?progress|not[-_ ]?(?:sent|contacted|started)|yes|no|true|false|success(?:ful)?|succeeded|valid|invalid|ok|enviado|pendiente|pendente|gesendet|neu|offen|envoy[eé]e?|nouveau|inviato|e-?mail[-_ ]?sent.{0,12}|initial.{0,20}|follow[-_ ]?up.{0,12}|first.{0,12}|second.{0,12}|step.{0,8}|replied|responded|exhausted|paid|unpaid|confirmed|cancell?ed|booked|null|undefined|\d+)$/i;

const worth = /total|amount|price|spen[dt]|revenue|order_?value|betrag|importe|montant|importo/i;
const over = /^(?:gte?|lte?|larger|smaller|largerEqual|smallerEqual|>=?|<=?)$/i;

const presence = /exist|empty|^isnull|^isnotnull|is(?: not)? ?null/i;

/** What a comparison looks at, told by the wording of field and value. */
export const testedBy = ({ field, operator, value }: Comparison): Tested => {
  const plain = value.trim().replace(/^['"]|['"]$/g, '');
  if (suppressionWord.test(field) || suppressionWord.test(plain)) return 'suppression';
  const strong = strongAttribute.test(field);
  if (presence.test(operator)) {
    if (strong) return 'attribute';
    return addressWord.test(field) ? 'address' : 'process';
  }
  if (strong) return 'attribute';
  // How much somebody spent; a count of mails is none of it.
  if (worth.test(field) && over.test(operator) && !/sent|count|mail|quota/i.test(field)) return 'attribute';
  if (statusLike.test(field)) return processValue.test(plain) ? 'process' : 'attribute';
  if (addressWord.test(field)) return 'address';
  return processWord.test(field.slice(field.lastIndexOf('.') + 1)) ? 'process' : 'other';
};
