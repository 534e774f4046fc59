import { approvalView } from './approval.js';
import { Trouble } from './ask.js';
import { button, element, name, say, sentence } from './elements.js';
import { flowView } from './flow.js';
import { handoverView } from './handover.js';
import { forget, keptKey, keyForm } from './key.js';
import { overview } from './overview.js';
import { businesses, businessNamed, me } from './reads.js';
import { addressOf } from './seen.js';

/** @import { Schemas } from './reads.js' */
/** @import { Seen } from './seen.js' */
/** @typedef {readonly (Node | null)[]} View */

const asked = new URLSearchParams(location.search);
const top = document.getElementById('top');
const main = document.getElementById('main');

/**
 * Puts something in place of what was shown, and has a screen reader begin there.
 *
 * @param {View} view
 */
const show = (view) => {
  main?.replaceChildren(...view.filter((each) => each !== null));
  const heading = main?.querySelector('h1');
  document.title = `${heading?.textContent ?? ''} · Plumbline`;
  heading?.focus();
};

/** @param {Schemas['Me'] | null} who @param {Seen['business'] | null} business */
const showTop = (who, business) => {
  const mark =
    business === null
      ? 'Plumbline'
      : element('a', { href: addressOf(business.id) }, 'Plumbline, all automations');
  const said =
    who === null
      ? []
      : [
          element('p', { class: 'who' }, 'Key: ', name(who.key.name)),
          button('Forget the key', () => {
            forget();
            askForKey('');
          }),
        ];
  top?.replaceChildren(element('p', { class: 'mark' }, mark), ...said);
};

/** @param {string} why */
const askForKey = (why) => {
  showTop(null, null);
  say('');
  show(keyForm(why, () => void run('')));
};

/** @returns {Promise<View>} */
const chooseBusiness = async () => {
  const all = await businesses();
  return [
    element('h1', { tabindex: '-1' }, 'Which business?'),
    all.length === 0
      ? element('p', { class: 'none' }, 'There is none yet.')
      : element(
          'ul',
          { class: 'cards' },
          ...all.map((each) =>
            element('li', { class: 'card' }, element('a', { href: addressOf(each.id) }, name(each.name))),
          ),
        ),
  ];
};

/**
 * The business that the address names and the key may see; null where an admin has not said which.
 *
 * @param {Schemas['Me']} who
 */
const businessFor = async ({ business }) => {
  const wanted = asked.get('business');
  if (business === null) return wanted === null ? null : businessNamed(wanted);
  if (wanted !== null && wanted !== business.id)
    throw new Trouble('gone', 'This link is about another business than the one that your key is for.');
  return business;
};

/** @param {Seen} seen @returns {Promise<View>} */
const viewFor = (seen) => {
  const [flow, approval, handover] = ['flow', 'approval', 'handover'].map((each) => asked.get(each));
  if (approval) return approvalView(seen, approval);
  if (handover) return handoverView(seen, handover);
  if (!flow) return overview(seen);
  // A source holds no slash, an id may.
  const cut = flow.indexOf('/');
  if (cut === -1) throw new Trouble('gone', 'This link names no automation.');
  return flowView(seen, { source: flow.slice(0, cut), id: flow.slice(cut + 1) });
};

/** @param {unknown} error @returns {View} */
const troubleView = (error) => {
  const words =
    error instanceof Trouble
      ? error.message
      : 'This page came upon something that it does not understand. Load it again; if it stays, tell whoever runs Plumbline.';
  if (!(error instanceof Trouble)) console.error(error);
  return [
    element('h1', { tabindex: '-1' }, 'That did not work'),
    element('p', { class: 'wrong', role: 'alert' }, ...sentence(words)),
    element(
      'div',
      { class: 'buttons' },
      button('Try again', () => void run(''), 'first'),
    ),
  ];
};

/**
 * Shows what the address asks for, as it stands now.
 *
 * @param {string} said what was done before
 */
const run = async (said) => {
  if (keptKey() === null) {
    askForKey('');
    return;
  }
  say(said === '' ? 'Looking …' : said);
  try {
    const who = await me();
    showTop(who, who.business);
    const business = await businessFor(who);
    showTop(who, business);
    const seen = business && { business, scopes: who.key.scopes, again: run };
    show(await (seen === null ? chooseBusiness() : viewFor(seen)));
  } catch (error) {
    if (error instanceof Trouble && error.kind === 'no-key') {
      forget();
      askForKey(error.message);
      return;
    }
    show(troubleView(error));
  }
  say(said);
};

void run('');
// Gone back to: what was shown then may not be shown any more.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void run('');
});
