import { element, name, part, sentence, when } from './elements.js';
import { acceptance, answerTo, takingBack, vouching } from './oversight.js';
import { mayWrite } from './seen.js';
import { strictness } from './words.js';

/** @import { FlowAddress, Promised, Schemas } from './reads.js' */
/** @import { Seen } from './seen.js' */
/** @typedef {ReadonlyMap<string, Promised>} Promises */
/** @typedef {Schemas['Finding'] & { readonly place: Schemas['Occurrence'] }} Place */
/** @typedef {{ readonly seen: Seen, readonly address: FlowAddress, readonly promises: Promises }} Shown who looks at which flow */

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
 * What somebody who looks can say to a place; nothing where their key only looks.
 *
 * @param {Shown} shown
 * @param {Place} found
 */
const reply = ({ seen, address, promises }, found) => {
  const { verdict, question } = found.place;
  if (!mayWrite(seen)) return null;
  if (verdict === 'unknown') return question === undefined ? null : answerTo(seen, address, found);
  const open = found.because.find(
    ({ value, commitment }) => promises.get(`${value}/${commitment}`)?.waivable === true,
  );
  return open === undefined || strictest(found) === 'observe'
    ? null
    : acceptance(seen, address, found, open.commitment);
};

/**
 * @param {Shown} shown
 * @param {Place} found
 * @param {boolean} accepted by somebody, for now
 */
const placeCard = (shown, found, accepted) => {
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
    ...becauseLine(found, shown.promises),
    failed
      ? element('p', { class: 'about' }, accepted ? 'Somebody has accepted this for now.' : strictness[how])
      : null,
    accepted ? null : reply(shown, found),
  );
};

/** @param {Seen} seen @param {Schemas['OverlayOnFlow']} overlay */
const overlayLine = (seen, { id, kind, by, holds, until, lapsed }) => {
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
    mayWrite(seen) ? takingBack(seen, id, 'Take it back') : null,
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

/** @param {Seen} seen @param {string} title @param {Promises} promises */
const practiceLine = (seen, title, promises) => {
  const practice = [...promises.values()]
    .flatMap(({ practices }) => practices)
    .find((each) => each.title === title);
  return element(
    'li',
    {},
    ...sentence(title),
    practice !== undefined && mayWrite(seen) ? vouching(seen, practice) : null,
  );
};

/**
 * What is broken, what is open, and what people have added, with what to do and what can be said to it.
 *
 * @param {Shown} shown
 * @param {Schemas['FlowDetail']} flow
 */
export const findingParts = (shown, { findings, overlays, cells }) => {
  const { seen, promises } = shown;
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
      .map((each) => placeCard(shown, each, accepted));
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
          element('ul', {}, ...asked.map((each) => practiceLine(seen, each, promises))),
        ),
    overlays.length === 0
      ? null
      : part(
          'What people have said about it',
          element('ul', {}, ...overlays.map((each) => overlayLine(seen, each))),
        ),
  ];
};
