/** @import { Schemas } from './reads.js' */
/** @typedef {Schemas['MatrixRow']['standing']} Standing */
/** @typedef {Schemas['Cell']['label']} Label */

/** @type {Readonly<Record<Standing, { readonly short: string, readonly long: string, readonly card: string }>>} */
export const standings = {
  blocked: {
    short: 'Breaks a promise',
    long: 'It breaks a promise that you hold strictly. It should not run as it is.',
    card: 'card bad',
  },
  'needs-adjustment': {
    short: 'Breaks a promise, should change',
    long: 'It breaks a promise. It may run, and should be changed.',
    card: 'card bad',
  },
  'needs-answers': {
    short: 'Needs an answer from you',
    long: 'Whether it keeps every promise cannot be told from the automation alone. There is something that one of you can answer.',
    card: 'card ask',
  },
  'not-assessed': {
    short: 'Not judged yet',
    long: 'Nothing can be said of it yet.',
    card: 'card',
  },
  aligned: {
    short: 'Fits what you promised',
    long: 'It keeps what you promised.',
    card: 'card good',
  },
};

/** Worst first. */
const order = /** @type {const} */ ([
  'blocked',
  'needs-adjustment',
  'needs-answers',
  'not-assessed',
  'aligned',
]);

/** @param {Standing} a @param {Standing} b */
export const worstFirst = (a, b) => order.indexOf(a) - order.indexOf(b);

/** How a value is shown beside a flow: never by colour alone. @type {Readonly<Record<Label, { readonly sign: string, readonly words: string }>>} */
export const labels = {
  compromises: { sign: '✗', words: 'a promise is broken' },
  unknown: { sign: '?', words: 'needs an answer' },
  enhances: { sign: '★', words: 'served' },
  upholds: { sign: '✓', words: 'kept' },
  'not-touched': { sign: '·', words: 'not touched' },
};

/** @type {Readonly<Record<Schemas['Enforcement'], string>>} */
export const strictness = {
  block: 'It must not run like this.',
  approve: 'It needs your sign-off.',
  warn: 'It should change.',
  observe: 'This is for your information.',
};

const actions = new Map([
  ['message.send', 'A message'],
  ['message.reply', 'An answer'],
  ['post.publish', 'A post'],
  ['booking.create', 'A booking'],
  ['booking.change', 'A changed booking'],
  ['booking.cancel', 'A cancelled booking'],
  ['payment.refund', 'A refund'],
  ['record.delete', 'Deleting a record'],
  ['decision.about-person', 'A decision about a person'],
]);

/** @param {{ readonly action: string, readonly channel: string | null }} what */
export const actionWords = ({ action, channel }) =>
  `${actions.get(action) ?? action}${channel === null ? '' : ` by ${channel}`}`;

/** @param {readonly string[]} names */
export const listed = (names) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
