import { anyOf } from '../words/any-of.ts';
import { someMatch } from '../words/matches.ts';

/**
 * Words by which authors speak of a person taking over, in the languages that shops write their flows in. They only
 * ever suggest. No pattern may look back over what it has read.
 */

const personByName = [
  'human[ _-]?(?:agent|support|operator|assist|help|team|rep|hand|call|take|interven|review|in[ _-]the|escalat|need|request|required|attention|follow|fallback|service|contact)',
  'needs?[ _-]?(?:a[ _-])?(?:human|person|attention|support|help)',
  '(?:to|with|ask(?:s|ed)? for|request(?:s|ed)?|call(?:s|ed)?|wants?) (?:a |an )?(?:human|real person)',
  'hand[ _-]?(?:off|over)\\b',
  'escalat',
  'escalad',
  'live[ _-]?(?:agent|chat|support|person)',
  'atendente',
  'atendimento humano',
  'agente humano',
  '\\basesor',
  'conseiller',
  'besoin_humain',
  '人工',
  '客服',
];

/** Words that leave no doubt that a person is meant; good enough for code. */
export const personForSure = anyOf(...personByName);

/** A step, field or subject that says somebody wants or needs a person. */
export const askForPerson = anyOf(
  ...personByName,
  'needs? (?:one of (?:us|you)|somebody|someone|you\\b|a colleague)',
  'wants? to (?:speak|talk)',
  'waiting for (?:you|an? (?:answer|reply|human|person))',
  'take[ _-]?over',
  'call[ _-]?back',
  'complaint',
  'urgent',
  'emergency',
  'unresolved',
  'unanswered',
  "(?:can(?:no|')?t|could not|couldn't|unable to|does not|doesn't|did not|didn't) (?:\\w+ )?(?:answer|resolve|handle|help|know)",
  '\\bhumano\\b',
  '\\bhumana\\b',
  '\\bhumain',
  '\\bumano\\b',
  'menschlich',
  'mitarbeiter',
  'بشري',
  'оператор',
);

/** A message that is about somebody who is still waiting for an answer. */
export const caseWords = anyOf(
  '\\blead',
  'inquir',
  'enquir',
  'question',
  'request',
  'ticket',
  'support',
  'issue',
  'contact',
  'message',
  'asks?\\b',
  'asked',
  'needs?\\b',
  'wants?\\b',
  'interest',
  'prospect',
  'feedback',
  'anfrage',
  'kontakt',
  'frage\\b',
  'consulta',
  'solicitud',
  'solicita',
  'mensaje',
  'mensagem',
  'contato',
  'demande',
  'richiesta',
);

/** A message that tells of a deal that is done: nobody waits for an answer. */
export const dealNotice = anyOf(
  'new (?:\\w+ ){0,2}(?:booking|appointment|reservation|order|sale|purchase|meeting|event)\\b',
  '(?:booking|appointment|reservation|order|meeting|event|slot|payment|purchase)s? (?:\\w+ )?(?:confirm|creat|schedul|book|made|placed|received|cancel|complet|updat|reschedul|successful|paid)',
  '(?:confirm|booked|scheduled|placed)\\w{0,8} (?:\\w+ ){0,3}(?:booking|appointment|reservation|order|meeting)',
  'nueva (?:cita|reserva|orden|compra)',
  'nuevo (?:pedido|turno|agendamiento)',
  'cita (?:confirmada|agendada|cancelada)',
  'nov[oa] (?:agendamento|pedido|reserva|consulta agendada)',
  'neue (?:buchung|bestellung|reservierung)',
  'neuer termin',
  'nouvelle (?:commande|réservation)',
  'nouveau rendez',
  'nuov[oa] (?:ordine|prenotazione|appuntamento)',
);

/** A message that tells of a broken run. */
export const failureNotice = anyOf(
  '\\berrors?\\b',
  '\\bfailed\\b',
  '\\bfailure\\b',
  'exception',
  '\\bfehler\\b',
  '\\berro\\b',
  '\\bfallo\\b',
  'health check',
);

/** "We will be in touch": somebody is to follow up. */
export const followUp =
  /(?:we|i|someone|team|they)(?:['’]ll| will) (?:be in touch|get back|contact you|call you|give you a call|reach out)|te contactaremos|nos pondremos en contacto|entraremos em contato|melden uns|nous vous (?:re)?contacterons/i;

/** A promise in a prompt or a text that a person can be reached. */
const promise = anyOf(
  followUp.source,
  'human (?:agent|support|operator|assist|team|rep|colleague|staff|expert|advis|specialist|help)',
  '(?:to|with) a (?:human|real person|person|live)',
  'escalat',
  'hand(?:ing|s)? (?:\\w+ )?(?:off|over)\\b',
  'handoff',
  'handover',
  'live (?:agent|chat|support)',
  '(?:put|connect|transfer)(?:ing|s)? (?:you|them|the (?:user|customer|client|caller|patient|guest|call|conversation)|users|customers) (?:through )?(?:to|with)',
  '(?:redirect|refer|direct)(?:ing|s)? (?:you|them|the (?:user|customer|client|caller|patient|guest)|users|customers) to (?:a |an |our |the )?(?:human|person|team|agent|support|staff|representative|specialist|manager|clinic|office|contact|phone)',
  '(?:speak|talk|chat) (?:to|with) (?:a |an |our |one of |someone|somebody)',
  '(?:someone|somebody|team|agent|representative|specialist|advisor|manager|clinic|office|we|they) will (?:\\w+ )?(?:contact|call|reach|get back|get in touch|follow up|assist|respond|reply)',
  "we'll (?:get back|contact|call|reach|be in touch)",
  'get back to (?:you|them)',
  'contact (?:us|our|the (?:clinic|office|store|shop|team|support|restaurant|hotel|business|owner)|customer|support)',
  'contact (?:\\w+ ){0,2}(?:via|by|through) (?:e-?mail|phone|whatsapp)',
  'call us',
  'email us',
  '(?:contact|with|reach|email|call|notify|to|inform) (?:the |our |a |your )?(?:customer |technical |human )?(?:support|service|sales|care|success) (?:team|agent|rep|staff|department|line)',
  'mailto:',
  '\\btel:',
  'wa\\.me/',
  '(?:support|info|help|contact|hello|service|office|sales)@',
  '\\+\\d[\\d ().-]{7,16}\\d',
  '\\(\\d{3}\\) ?\\d{3}-\\d{4}',
  'atendente',
  'atendimento humano',
  'agente humano',
  'asesor',
  'contáct(?:an|e)',
  'llám(?:an|e)',
  'entre em contato',
  'nossa equipe',
  'nuestro equipo',
  'mitarbeiter',
  'kontaktieren sie',
  'conseiller',
  'contactez',
  'operatore',
  'contattaci',
  '人工',
  '客服',
  'оператор',
);

const all = new RegExp(promise.source, 'gi');
/** What turns a promise into its opposite: "sound like a human agent", "never transfer the user to". */
const denial =
  /(?:\bnot|\bnever|n't|n’t|\bno|like|as if|pretend|sound|instead of|without|avoid)\s+(?:\S+\s+){0,4}$/i;

/** Does the text promise somebody a person, or hand over a way to reach one? */
export const promisesPersonIn = (text: string): boolean =>
  someMatch(all, text, ({ index }) => !denial.test(text.slice(Math.max(0, index - 50), index)));

/** Parameters that name whom a record is given to. */
export const assigneeField = /assign|owner|responsible|zust[aä]ndig|responsable|respons[aá]vel/i;

/** Tools in which a new entry is somebody's work to do. */
export const taskTracker =
  /\.(?:trello|asana|clickUp|todoist|mondayCom|linear|jira|github|gitlab|googleTasks|microsoftToDo|taiga|wekan|basecamp)(?:Tool)?$/;
