import type { Intake } from './conversation.ts';
import { reachesOutside } from './delivery.ts';
import type { Step } from './flow.ts';
import { has } from './graph.ts';
import type { FlowView } from './view.ts';

/** Who is on the other end of a conversation. `certain`: something in the file says so, not only the lack of it. */
export interface Partner {
  readonly is: 'customer' | 'operator' | 'unclear';
  readonly certain: boolean;
}

const any = (...words: readonly string[]): RegExp => new RegExp(`(?:${words.join('|')})`, 'gi');

/** How many different words of the list the text holds; counts to two. */
const differentIn = (text: string, list: RegExp): number => {
  let first: string | undefined;
  for (const [word] of text.matchAll(list)) {
    const start = word.toLowerCase().slice(0, 5);
    if (first !== undefined && start !== first) return 2;
    first ??= start;
  }
  return first === undefined ? 0 : 1;
};

/** A prompt or text by which a business speaks to people outside. */
const businessWords = any(
  '\\bcustomer',
  '\\bclients?\\b',
  '\\bpatients?\\b',
  '\\bguests?\\b',
  '\\bshopper',
  '\\bvisitors?\\b',
  '\\bbuyers?\\b',
  '\\bcallers?\\b',
  '\\bstudents?\\b',
  '\\btenants?\\b',
  '\\b(?:our|the) (?:store|shop|clinic|restaurant|hotel|salon|spa|gym|agency|practice|menu|products?|services|courses?|policy|policies)\\b',
  'receptionist',
  'concierge',
  'support (?:agent|assistant|bot|specialist|chatbot)',
  'sales (?:assistant|agent|rep|chatbot)',
  'order status',
  'refund',
  'return policy',
  'book(?:ing)? (?:an?|your|their) (?:appointment|table|call|visit|consultation|room)',
  'appointments?\\b',
  'reservation',
  '(?:opening|business|working|operating) hours',
  'price list',
  'representing',
  'shopping (?:assistant|bot|cart)',
  'e-?commerce',
  'product (?:recommend|catalog|search|detail|info|quer)',
  '\\bfaqs?\\b',
  'kunden?\\b',
  'clientes?\\b',
  'pacientes?\\b',
  'patienten?\\b',
  'huésped',
  'gäste',
  '\\bcitas?\\b',
  'agendamento',
  'barista',
);

/** A prompt or text by which somebody puts a machine to work for himself. */
const ownWords = any(
  'personal (?:ai )?(?:assistant|secretary)',
  'executive assistant',
  '\\bmy (?:personal|calendar|inbox|e?-?mails?|tasks?|notes?|boss|own|documents?|internal|meetings?|schedule)\\b',
  '\\binternal (?:ai|assistant|tool|knowledge|company|information|docs|helpdesk|team|use)',
  'employees?\\b',
  'colleagues?\\b',
  '\\bhr\\b',
  'data analyst',
  'data analysis',
  '\\bsql\\b',
  'expense',
  'bookkeep',
  'linkedin',
  'instagram (?:post|carousel|reel)',
  'tweets?\\b',
  'social media',
  'content (?:creat|strateg|writ|market)',
  'blog post',
  'copywrit',
  'youtube',
  '\\bseo\\b',
  'keyword research',
  'scrap(?:e|ing)',
  'lead gen',
  'prospect',
  'outreach',
  'cold e?-?mail',
  'prompt (?:engineer|optimi|expert|creat)',
  'n8n (?:workflow|automation|node|expert|agent|json)',
  'market research',
  'research (?:assistant|agent|report|planner|paper|question)',
  'deep research',
  '(?:video|image|animation) (?:generat|prompt|edit)',
  'trading',
  'stock (?:market|price|ticker|analy|symbol)',
  'crypto',
  'journal',
  'to-?do list',
  'biograph',
  'cyber ?security',
  'bug bounty',
  'search quer',
  'newsletter',
  'browser automation',
  'repositor',
  'kubernetes',
  'devops',
);

const businessChannel =
  /whatsapp|twilio|facebook|messenger|instagram|waha|evolution|chatwoot|wati|line|viber|intercom|vonage|messagebird|manychat/i;
const shopStep =
  /\.(?:shopify|wooCommerce|magento2|zendesk|freshdesk|freshservice|helpScout|intercom|zammad)(?:Tool)?$/;
const shopHost = /myshopify|wc\/v3|zendesk|freshdesk|chatwoot|\/api\/v1\/accounts\/|cal\.com|calendly/i;
const ownStep =
  /\.(?:notion|todoist|googleTasks|microsoftToDo|clickUp|spotify|github|gitlab|n8n|executeCommand|ssh|youTube|youtubeTranscripter|homeAssistant|obsidian|linkedIn|twitter|airtop|googleDocs|googleAnalytics|googleAds|serviceNow|jira|evernote|strava)(?:Tool)?$/i;
const researchStep =
  /serpApi|perplexity|tavily|searXng|brightData|apify|firecrawl|phantombuster|decodo|browserAct|rssFeedRead|jinaAi|scrap|wikipedia|hackerNews|arxiv/i;
const sqlStep =
  /\.(?:postgres|mySql|microsoftSql|snowflake|googleBigQuery|nocoDb|oracleDatabase|mongoDb)Tool$/;
const mailStep = /\.(?:gmail|microsoftOutlook)(?:Tool)?$/;
const pictures = /image|video|veo|kling|runway|flux|midjourney|animation|banana|carousel|thumbnail/i;

const readsMail = (step: Step): boolean => mailStep.test(step.type) && has(step, 'reads:records');

/** Prompts, texts and names that show what a conversation is about. Code, memory and models say nothing of it. */
const speaks = (step: Step): string => {
  if (has(step, 'model', 'internal')) return '';
  const words = has(step, 'runs:code', 'reads:records', 'writes:records')
    ? step.texts.filter(({ path }) => /description|message|text|prompt/i.test(path) && path !== 'jsCode')
    : step.texts;
  return `${step.name}\n${words.map(({ text }) => text.source.slice(0, 6000)).join('\n')}`;
};

/** What of it speaks for a customer, and what for the operator, in points. */
const weigh = (view: FlowView, intake: Intake): { readonly business: number; readonly own: number } => {
  const { graph } = view;
  let business =
    intake.via === 'ticket' ||
    intake.via === 'voice' ||
    (intake.via === 'agent' && !has(intake.step, 'starts:tool-server'))
      ? 3
      : 0;
  let own = 0;
  let said = 0;
  let saidOwn = 0;
  let calendars = false;
  let research = false;
  let images = false;
  if (businessChannel.test(`${intake.step.type} ${intake.step.name}`)) business += 2;
  for (const position of graph.after([intake.position]).keys()) {
    const step = graph.steps[position];
    if (step === undefined || step.disabled) continue;
    if (position !== intake.position && businessChannel.test(`${step.type} ${step.host}`) && business < 2)
      business += 2;
    if (shopStep.test(step.type) || shopHost.test(step.host)) business += 2;
    if (has(step, 'books:create') && !/Calendar/.test(step.type)) business += 2;
    if (has(step, 'publishes:social', 'publishes:web', 'sends:campaign')) own += 3;
    if (ownStep.test(step.type)) own += 2;
    if (sqlStep.test(step.type)) own += 1;
    if (readsMail(step)) own += 3;
    calendars ||= has(step, 'books:read', 'books:create');
    research ||= researchStep.test(step.type);
    images ||= has(step, 'generates:media') && pictures.test(`${step.type} ${step.name} ${step.host}`);
    const words = speaks(step);
    if (said < 2) said += differentIn(words, businessWords);
    if (saidOwn < 2) saidOwn += differentIn(words, ownWords);
  }
  return {
    business: business + Math.min(said, 2) * 2,
    own: own + Math.min(saidOwn, 2) * 2 + (calendars ? 1 : 0) + (research ? 2 : 0) + (images ? 2 : 0),
  };
};

const partner = (is: Partner['is'], certain: boolean): Partner => ({ is, certain });

/** Does a customer write here, or whoever runs the flow? Rests on wording and tools, so it only suggests. */
export const partnerOf = (view: FlowView, intake: Intake): Partner => {
  if (intake.who === 'staff') return partner('operator', true);
  const { business, own } = weigh(view, intake);
  if (business >= 2 && business >= own) return partner('customer', business > own);
  if (business === 0) return own >= 2 ? partner('operator', own >= 4) : partner('customer', false);
  return own - business >= 4 ? partner('operator', false) : partner('unclear', false);
};

/** A conversation with somebody who is, or may be, a customer. */
export interface Talk {
  readonly intake: Intake;
  readonly partner: Partner;
}

const supportForm =
  /support|help ?desk|complain|contact (?:us|form)|inquir|enquir|\bissues?\b|ticket|customer service|kontakt|anfrage|soporte|reclam|atendimento/i;

/** Does what comes in get an answer, as in a conversation? A call by a machine or a mail about something else does not. */
const isTalk = (view: FlowView, intake: Intake): boolean => {
  if (intake.via === 'form') return intake.step.texts.some(({ text }) => supportForm.test(text.source));
  if (intake.via !== 'email' && intake.via !== 'webhook') return true;
  const walked = view.graph.after([intake.position]);
  const answers = view.deliveries.filter((each) => walked.has(each.position) && reachesOutside(each));
  if (intake.via === 'email') {
    return answers.some((each) => each.message.to.kind === 'origin' || each.audience.evidence === 'proven');
  }
  return (
    answers.some((each) => each.message.channel === 'messenger' && businessChannel.test(intake.step.name)) ||
    [...walked.keys()].some((at) => has(view.graph.steps[at] as Step, 'generates:text', 'judges:model'))
  );
};

/** More entrances than any real flow has; each costs a walk. */
const mostIntakes = 25;

const known = new WeakMap<FlowView, readonly Talk[]>();

/**
 * Starts by which customers write in and are answered, where the flow is built to talk. Those at which only the
 * business itself writes are left out.
 */
export const talksOf = (view: FlowView): readonly Talk[] => {
  const before = known.get(view);
  if (before !== undefined) return before;
  const kind = view.kind.is;
  const talks: Talk[] = [];
  if (kind === 'chatbot' || kind === 'scheduling') {
    for (const intake of view.intakes.slice(0, mostIntakes)) {
      if (intake.who !== 'customer' || !isTalk(view, intake)) continue;
      const partner = partnerOf(view, intake);
      if (partner.is !== 'operator' || !partner.certain) talks.push({ intake, partner });
    }
  }
  // What a conversation of the same file calls belongs to it.
  const own = talks.filter(({ intake }) => intake.via !== 'call' && intake.via !== 'agent');
  const found = own.length > 0 ? own : talks;
  known.set(view, found);
  return found;
};
