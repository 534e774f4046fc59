import { someMatch } from '../words/matches.ts';

/**
 * What shows who is on the other end of a conversation: wording of prompts and texts, channels and tools. All of it only
 * suggests. Every pattern is a plain alternation, so matching stays linear.
 */
const any = (...words: readonly string[]): RegExp => new RegExp(`(?:${words.join('|')})`, 'gi');

/** How many different words of the list the text holds; counts to two. */
export const differentIn = (text: string, list: RegExp): number => {
  let first: string | undefined;
  const several = someMatch(list, text, ([word]) => {
    const start = word.toLowerCase().slice(0, 5);
    first ??= start;
    return start !== first;
  });
  return several ? 2 : first === undefined ? 0 : 1;
};

/** A prompt or text by which a business speaks to people outside. */
export const businessWords = any(
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
export const ownWords = any(
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

export const businessChannel =
  /whatsapp|twilio|facebook|messenger|instagram|waha|evolution|chatwoot|wati|line|viber|intercom|vonage|messagebird|manychat/i;
export const shopStep =
  /\.(?:shopify|wooCommerce|magento2|zendesk|freshdesk|freshservice|helpScout|intercom|zammad)(?:Tool)?$/;
export const shopHost =
  /myshopify|wc\/v3|zendesk|freshdesk|chatwoot|\/api\/v1\/accounts\/|cal\.com|calendly/i;
export const ownStep =
  /\.(?:notion|todoist|googleTasks|microsoftToDo|clickUp|spotify|github|gitlab|n8n|executeCommand|ssh|youTube|youtubeTranscripter|homeAssistant|obsidian|linkedIn|twitter|airtop|googleDocs|googleAnalytics|googleAds|serviceNow|jira|evernote|strava)(?:Tool)?$/i;
export const researchStep =
  /serpApi|perplexity|tavily|searXng|brightData|apify|firecrawl|phantombuster|decodo|browserAct|rssFeedRead|jinaAi|scrap|wikipedia|hackerNews|arxiv/i;
export const sqlStep =
  /\.(?:postgres|mySql|microsoftSql|snowflake|googleBigQuery|nocoDb|oracleDatabase|mongoDb)Tool$/;
export const mailStep = /\.(?:gmail|microsoftOutlook)(?:Tool)?$/;
export const pictures = /image|video|veo|kling|runway|flux|midjourney|animation|banana|carousel|thumbnail/i;
