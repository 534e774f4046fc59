import { alertCard } from './alert.js';
import { Trouble } from './ask.js';
import { element, name, part, sentence, when } from './elements.js';
import { findingParts } from './findings.js';
import { signOffLines } from './oversight.js';
import { chips } from './overview.js';
import { flowAt, history, promises, standingAlerts } from './reads.js';
import { capital, inOneLine } from './text.js';
import { standings } from './words.js';

/** @import { FlowAddress, Schemas } from './reads.js' */
/** @import { Seen } from './seen.js' */

/** How many changes are shown. */
const changesShown = 10;

/** @type {Readonly<Record<Schemas['HistoryEntry']['direction'], string>>} */
const directions = { worse: 'It got worse', better: 'It got better', same: 'It stands as before' };

/** @param {Schemas['HistoryEntry']} entry */
const change = ({ at, direction, state, number, causes, snapshot }) => {
  const words = causes.map((cause) => cause.words).join('; ');
  const how = number === 1 ? '' : `${directions[direction]}. `;
  return element(
    'li',
    {},
    element('p', { class: 'about' }, when(at), state === 'draft' ? ', in the draft' : ''),
    element(
      'p',
      {},
      ...sentence(`${how}${words === '' ? '' : `${capital(words)}.`}`),
      ' ',
      element('span', { class: snapshot.standing }, `${standings[snapshot.standing].short}.`),
    ),
  );
};

/** @param {Schemas['FlowDetail']} flow */
const affected = ({ customerFacing }) => {
  if (customerFacing === true) return 'It talks to your customers.';
  return customerFacing === false
    ? 'It does not talk to customers.'
    : 'Whether it talks to customers cannot be told from it.';
};

/** @param {Seen} seen @param {FlowAddress} address @param {Schemas['FlowDetail']} flow */
const draftPart = (seen, address, { draft, profile }) => {
  if (draft === null) return null;
  const adjustments = [...new Set(draft.cells.flatMap((cell) => cell.adjustments))];
  return part(
    'The draft',
    element('p', {}, 'Beside it there is a draft, which does not run. As it is now: '),
    element('p', { class: draft.standing }, standings[draft.standing].long),
    adjustments.length === 0
      ? null
      : element('ul', {}, ...adjustments.map((each) => element('li', {}, sentence(each)))),
    ...signOffLines(seen, address, draft, profile?.hash),
  );
};

/** @param {string} business */
const promisesOf = async (business) => {
  try {
    return await promises(business);
  } catch (error) {
    // A business that has not said yet what it stands for.
    if (error instanceof Trouble && error.kind === 'gone') return new Map();
    throw error;
  }
};

/**
 * One automation: how it stands, what to do about it, and what changed.
 *
 * @param {Seen} seen
 * @param {FlowAddress} address
 */
export const flowView = async (seen, address) => {
  const { business } = seen;
  const [flow, changes, said, alerts] = await Promise.all([
    flowAt(business.id, address),
    history(business.id, address, changesShown),
    promisesOf(business.id),
    standingAlerts(business.id),
  ]);
  const own = alerts.filter(({ subject }) => subject === `flow ${address.source}/${address.id}`);
  const { long, card } = standings[flow.standing];
  const titles = new Map([...said].map(([at, { value }]) => [at.split('/')[0] ?? '', value]));
  const pending = flow.evaluation.state === 'pending' ? ' It is being judged right now.' : '';
  return [
    element('h1', { tabindex: '-1' }, name(flow.name)),
    element(
      'div',
      { class: card },
      element('p', { class: flow.standing }, `${long}${pending}`),
      element(
        'p',
        { class: 'about' },
        flow.state === 'draft' ? 'A draft, it does not run. ' : '',
        affected(flow),
      ),
      chips(flow.cells, titles),
    ),
    ...flow.failures.map(({ error }) =>
      element(
        'p',
        { class: 'wrong' },
        `Part of it could not be judged, by a fault of ours: ${inOneLine(error, 200)}`,
      ),
    ),
    own.length === 0 ? null : part('The alert about it', ...own.map((each) => alertCard(seen, each))),
    ...findingParts({ seen, address, promises: said, closure: flow.closure }, flow),
    part(
      'Sign-off',
      flow.signedOff === null ? element('p', { class: 'none' }, 'Nobody has signed it off yet.') : null,
      ...signOffLines(seen, address, flow, flow.profile?.hash),
    ),
    draftPart(seen, address, flow),
    part(
      'What changed lately',
      changes.items.length === 0
        ? element('p', { class: 'none' }, 'Nothing yet.')
        : element('ol', { class: 'cards', reversed: '' }, ...changes.items.map(change)),
    ),
  ];
};
