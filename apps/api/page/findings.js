import { element, name, part, sentence, when } from './elements.js';
import { strictness } from './words.js';

/** @import { Schemas } from './reads.js' */
/** @import { Promised } from './reads.js' */
/** @typedef {ReadonlyMap<string, Promised>} Promises */
/** @typedef {Schemas['Finding'] & { readonly place: Schemas['Occurrence'] }} Place */

const order = /** @type {const} */ (['block', 'approve', 'warn', 'observe']);

/** How strictly the strictest promise behind it holds. @param {Schemas['Finding']} finding */
const strictest = ({ because }) =>
  order.find((each) => because.some(({ enforcement }) => enforcement === each)) ?? 'observe';

/** @param {Place} a @param {Place} b */
const gravestFirst = (a, b) => order.indexOf(strictest(a)) - order.indexOf(strictest(b));

/**
 * Because you said what.
 *
 * @param {Schemas['Finding']} finding
 * @param {Promises} promises
 */
const becauseLine = (finding, promises) => {
  const said = finding.because.flatMap(
    ({ value, commitment }) => promises.get(`${value}/${commitment}`) ?? [],
  );
  const quotes = [...new Set(said.map(({ promise }) => `“${promise}”`))].join(' and ');
  const values = [...new Set(said.map(({ value }) => value))].join(', ');
  return quotes === ''
    ? []
    : [element('p', { class: 'about' }, ...sentence(`Because you said ${quotes} (${values}).`))];
};

/** The way through the flow that proves it. @param {Schemas['Occurrence']} place */
const way = ({ witness }) =>
  witness.length < 2
    ? null
    : element(
        'ol',
        { class: 'way', 'aria-label': 'The way through the automation' },
        ...witness.map((step) => element('li', { class: 'step' }, name(step.name))),
      );

/**
 * @param {Place} found
 * @param {Promises} promises
 * @param {boolean} accepted by somebody, for now
 */
const placeCard = (found, promises, accepted) => {
  const { verdict, message, question, adjustment } = found.place;
  const failed = verdict === 'fail';
  const how = strictest(found);
  const title = (failed ? adjustment : question) ?? message;
  return element(
    'li',
    { class: accepted ? 'card' : `card ${failed && how !== 'observe' ? 'bad' : 'ask'}` },
    element('h3', {}, ...sentence(title)),
    title === message ? null : element('p', {}, ...sentence(message)),
    way(found.place),
    ...becauseLine(found, promises),
    failed
      ? element('p', { class: 'about' }, accepted ? 'Somebody has accepted this for now.' : strictness[how])
      : null,
  );
};

/** @param {Schemas['OverlayOnFlow']} overlay */
const overlayLine = ({ kind, by, holds, until, lapsed }) => {
  const what =
    kind === 'waiver'
      ? 'accepted something for now'
      : `answered that a promise is ${holds === false ? 'not ' : ''}kept`;
  const gone =
    lapsed === 'time'
      ? ' Its time is over.'
      : ' What it spoke of was changed, so it does not count any more.';
  return element(
    'li',
    {},
    name(by),
    ` ${what}`,
    until === null ? '.' : ', until ',
    until === null ? null : when(until),
    until === null ? '' : '.',
    lapsed === null ? '' : gone,
  );
};

const practiceMark = ' (practice)';

/** What people still have to vouch for. @param {readonly Schemas['Cell'][]} cells */
const practices = (cells) => [
  ...new Set(
    cells
      .flatMap(({ adjustments }) => adjustments)
      .filter((each) => each.endsWith(practiceMark))
      .map((each) => each.slice(0, -practiceMark.length)),
  ),
];

/**
 * What is broken, what is open, and what people have added, with what to do.
 *
 * @param {Schemas['FlowDetail']} flow
 * @param {Promises} promises
 */
export const findingParts = ({ findings, overlays, cells }, promises) => {
  const waived = new Set(
    overlays.filter(({ kind, lapsed }) => kind === 'waiver' && lapsed === null).flatMap(({ keys }) => keys),
  );
  /** @type {Place[]} */
  const places = findings.flatMap((finding) => finding.occurrences.map((place) => ({ ...finding, place })));
  /** @param {Place} found */
  const isAccepted = ({ place, because }) =>
    place.verdict === 'fail' &&
    waived.has(place.key) &&
    because.every(({ value, commitment }) => promises.get(`${value}/${commitment}`)?.waivable !== false);
  /** @param {Schemas['Verdict']} verdict @param {boolean} accepted */
  const cardsOf = (verdict, accepted) =>
    places
      .filter((each) => each.place.verdict === verdict && isAccepted(each) === accepted)
      .sort(gravestFirst)
      .map((each) => placeCard(each, promises, accepted));
  /** @param {string} title @param {readonly HTMLElement[]} cards */
  const cardsPart = (title, cards) =>
    cards.length === 0 ? null : part(title, element('ul', { class: 'cards' }, ...cards));
  const asked = practices(cells);
  return [
    cardsPart('What is broken, and what to do', cardsOf('fail', false)),
    cardsPart('What you are asked', cardsOf('unknown', false)),
    cardsPart('What is accepted for now', cardsOf('fail', true)),
    asked.length === 0
      ? null
      : part(
          'What people have to see to',
          element('ul', {}, ...asked.map((each) => element('li', {}, ...sentence(each)))),
        ),
    overlays.length === 0
      ? null
      : part('What people have said about it', element('ul', {}, ...overlays.map(overlayLine))),
  ];
};
