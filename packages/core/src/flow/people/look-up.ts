import type { Step } from '../flow.ts';
import { personFlag } from '../words/words.ts';
import { askForPerson } from './person-words.ts';

/**
 * Names of steps that only fetch a thing or work something out: "Get prices", "Call 'Search orders'". Wording, so it
 * never proves anything. A name by which nothing is fetched, "Get Ruth", is none.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const filling = set('call tool workflow flow sub subworkflow the a an my our api n8n');
const fetching = set(
  'get gets read reads find finds list lists look lookup search searches fetch fetches retrieve retrieves query',
);
const making = set('create creator generate generates generator');
/** Nothing but a thing can be meant. */
const worksOut = /^(?:calculat|summari[sz]|translat|transcri|scrap|crawl|download)/;
const alone = set('search query');

const things = set(
  'data info information detail details record records row rows item items value values field fields column columns ' +
    'table tables schema base bases database db sheet sheets list state metadata ' +
    'price prices pricing cost costs product products order orders stock inventory catalog catalogue menu menus offer ' +
    'offers invoice invoices payment payments shipment shipments delivery ' +
    'calendar availability slot slots schedule hours event events gap booking bookings appointment appointments date ' +
    'dates time times day days timezone ' +
    'address addresses location locations place places route distance weather forecast rate rates status history ' +
    'document documents doc docs file files folder page pages webpage webpages web website site url urls link links ' +
    'article articles news post posts comments content contents text transcript summary description image images photo ' +
    'photos picture pictures video videos audio faq faqs knowledge knowledgebase policy policies recipe recipes prompt ' +
    'prompts context memory embedding embeddings vector vectors ' +
    'customer customers user users profile profiles account accounts channel',
);
const made = set(
  'image images picture pictures video videos audio speech link links url chart graph diagram map code sql query ' +
    'embedding embeddings summary caption captions hashtag hashtags',
);

/** Somebody is meant, or help that a person gives. */
const somebody =
  /\b(?:help|assistance|assist|someone|somebody|anyone|anybody|person|people|staff|team|colleagues?|owner|boss|manager|supervisor|expert|specialist|advis[oe]r|technician|representative|operator|receptionist|touch)\b/;
/** Why a person may be wanted, in what is said of the step beside its name. */
const unhappy =
  /\b(?:unhappy|angry|upset|annoyed|frustrated|dissatisfied|someone|somebody|colleague|staff|(?:our|the|my) (?:team|owner|boss|manager|office)|team member|in touch|in person|(?:talk|speak) (?:to|with))\b/i;

const wordsOf = (name: string): readonly string[] =>
  name
    .slice(0, 200)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !filling.has(word));

const namesLookUp = (name: string): boolean => {
  const [verb = '', ...rest] = wordsOf(name);
  if (somebody.test(rest.join(' '))) return false;
  if (worksOut.test(verb) || (rest.length === 0 && alone.has(verb))) return true;
  if (making.has(verb)) return rest.some((word) => made.has(word));
  if (verb === 'check') return rest.includes('availability');
  return fetching.has(verb) && rest.some((word) => things.has(word));
};

/** Does the step, by its name and description, only look something up or work something out? */
export const onlyLooksUp = (step: Step): boolean => {
  if (!namesLookUp(step.name)) return false;
  const described = step.texts
    .filter(({ path }) => /description|^name$/i.test(path))
    .map(({ text }) => text.source);
  const words = [step.name, ...described].join('\n');
  return !askForPerson.test(words) && !personFlag.test(words) && !unhappy.test(words);
};
