import { element, name, part, quoted, sentence, when } from './elements.js';
import { acceptance, answerTo, takingBack, vouching } from './oversight.js';
import { mayAnswer, mayWrite } from './seen.js';
import { strictness } from './words.js';

/** @import { FlowAddress, Promised, Schemas } from './reads.js' */
/** @import { Seen } from './seen.js' */
/** @typedef {ReadonlyMap<string, Promised>} Promises */
/** @typedef {Schemas['JudgedFinding'] & { readonly place: Schemas['Occurrence'] }} Place */
/**
 * Who looks, at which version of which flow.
 *
 * @typedef {object} Shown
 * @property {Seen} seen
 * @property {FlowAddress} address
 * @property {string} closure
 * @property {Promises} promises
 */

const order = /** @type {const} */ (['block', 'approve', 'warn', 'observe']);

/** How strictly the strictest promise behind it holds. @param {Schemas['JudgedFinding']} finding */
const strictest = ({ because }) =>
  order.find((each) => because.some(({ enforcement }) => enforcement === each)) ?? 'observe';

/** @param {Place} a @param {Place} b */
const gravestFirst = (a, b) => order.indexOf(strictest(a)) - order.indexOf(strictest(b));

/** Ids of the promises for which it is accepted as it is. @param {Place} found */
const acceptedFor = ({ place, accepted }) => accepted.find(({ key }) => key === place.key)?.commitments ?? [];

/** Accepted for every promise behind it, so that it counts no more. @param {Place} found */
const isAccepted = (found) => {
  const commitments = acceptedFor(found);
  return commitments.length > 0 && found.because.every(({ commitment }) => commitments.includes(commitment));
};

/** How it counts, in words. @param {Place} found */
const weight = (found) => {
  if (isAccepted(found)) return 'Somebody has accepted this for now.';
  return acceptedFor(found).length === 0
    ? strictness[strictest(found)]
    : `${strictness[strictest(found)]} Somebody has accepted it for now, but one of these promises lets nothing be accepted.`;
};

/**
 * Because you said what.
 *
 * @param {Schemas['JudgedFinding']} finding
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
const reply = (shown, found) => {
  const { seen, promises } = shown;
  const { verdict, question } = found.place;
  if (verdict === 'unknown')
    return question === undefined || !mayAnswer(seen) ? null : answerTo(shown, found);
  if (!mayWrite(seen)) return null;
  const open = found.because.find(
    ({ value, commitment }) => promises.get(`${value}/${commitment}`)?.waivable === true,
  );
  return open === undefined || strictest(found) === 'observe' || acceptedFor(found).length > 0
    ? null
    : acceptance(shown, found, open.commitment);
};

/**
 * @param {Shown} shown
 * @param {Place} found
 */
const placeCard = (shown, found) => {
  const { verdict, message, question, adjustment } = found.place;
  const failed = verdict === 'fail';
  const accepted = isAccepted(found);
  const how = strictest(found);
  const title = (failed ? adjustment : question) ?? message;
  return element(
    'li',
    { class: accepted ? 'card' : `card ${failed && how !== 'observe' ? 'bad' : 'ask'}` },
    element('h3', {}, ...sentence(title)),
    title === message ? null : element('p', {}, ...sentence(message)),
    way(found.place),
    ...becauseLine(found, shown.promises),
    failed ? element('p', { class: 'about' }, weight(found)) : null,
    accepted ? null : reply(shown, found),
  );
};

/** @param {Seen} seen @param {Schemas['OverlayOnFlow']} overlay */
const overlayLine = (seen, { id, kind, by, comment, holds, until, lapsed }) => {
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
    comment === '' ? null : quoted(comment),
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
  // What is called the same is vouched for together.
  const meant = [...promises.values()]
    .flatMap(({ practices }) => practices)
    .filter((each) => each.title === title);
  return element(
    'li',
    {},
    ...sentence(title),
    meant.length > 0 && mayAnswer(seen) ? vouching(seen, meant) : null,
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
  /** @type {Place[]} */
  const places = findings.flatMap((finding) => finding.occurrences.map((place) => ({ ...finding, place })));
  /** @param {Schemas['Verdict']} verdict @param {boolean} accepted */
  const cardsOf = (verdict, accepted) =>
    places
      .filter((each) => each.place.verdict === verdict && isAccepted(each) === accepted)
      .sort(gravestFirst)
      .map((each) => placeCard(shown, each));
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
