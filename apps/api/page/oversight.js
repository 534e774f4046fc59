import { answerForm, confirmation } from './answer-form.js';
import { Trouble } from './ask.js';
import { disclosed, element, labelled, name, quoted, when } from './elements.js';
import { attest, signOff, takeBack, vouch, waive } from './reads.js';
import { mayWrite } from './seen.js';
import { standings } from './words.js';

/** @import { FlowAddress, Practice, Schemas } from './reads.js' */
/** @import { Place, Shown } from './findings.js' */
/** @import { Seen } from './seen.js' */

const day = 24 * 60 * 60 * 1000;
/** Days from now on the calendar of whoever looks, as a date field has it. @param {number} days */
const dateIn = (days) => {
  const date = new Date(Date.now() + days * day);
  const two = (/** @type {number} */ part) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/**
 * To answer what the automation cannot tell by itself. Some questions begin with “who” or “what”, so no button says yes.
 *
 * @param {Shown} shown
 * @param {Place} found
 */
export const answerTo = ({ seen, address, closure }, { place, because }) => {
  /** @param {boolean} holds @param {string} said */
  const send =
    (holds, said) => async (/** @type {{ readonly by: string, readonly comment?: string }} */ by) => {
      const [promise] = because;
      await attest(seen.business.id, address, {
        key: place.key,
        closure,
        answered: null,
        holds,
        ...(promise === undefined ? {} : { commitment: promise.commitment }),
        ...(place.question === undefined ? {} : { question: place.question }),
        ...by,
      });
      return said;
    };
  return disclosed('Answer this', () =>
    answerForm({
      who: [],
      again: seen.again,
      comment: { label: 'Your answer, in your words (optional)' },
      about: 'It counts until somebody changes this part of the automation. Then you are asked again.',
      choices: [
        {
          words: 'The promise is kept here',
          look: 'first',
          send: send(true, 'Noted that the promise is kept there.'),
        },
        {
          words: 'It is not kept',
          look: 'no',
          send: send(false, 'Noted that the promise is not kept there.'),
        },
      ],
    }),
  );
};

/**
 * To accept what is broken, until a day.
 *
 * @param {Shown} shown
 * @param {Place} found
 * @param {string} commitment that lets it be accepted
 */
export const acceptance = ({ seen, address, closure }, { place }, commitment) =>
  disclosed('Accept it for now', () => {
    const last = element('input', {
      type: 'date',
      min: dateIn(1),
      max: dateIn(365),
      value: dateIn(30),
    });
    return answerForm({
      who: [],
      again: seen.again,
      comment: { label: 'Why it is accepted', missing: 'Say first why it is accepted.' },
      more: [labelled('Until the end of', last, 'Then it counts as broken again. A year from now at most.')],
      choices: [
        {
          words: 'Accept it until then',
          look: 'first',
          send: async ({ by, comment = '' }) => {
            const until = new Date(`${last.value}T23:59:59`);
            if (Number.isNaN(until.getTime())) throw new Trouble('other', 'Say first until when.');
            await waive(seen.business.id, address, {
              keys: [place.key],
              closure,
              commitment,
              by,
              reason: comment,
              until: until.toISOString(),
            });
            return 'It is accepted for now.';
          },
        },
      ],
    });
  });

/** @param {number} days */
const inDays = (days) => (days === 1 ? 'a day' : `${days} days`);

/**
 * To vouch for what only people can see to.
 *
 * @param {Seen} seen
 * @param {readonly Practice[]} practices that are called the same
 */
export const vouching = (seen, practices) =>
  disclosed('Vouch for it', () =>
    answerForm({
      who: [],
      again: seen.again,
      about: `It counts for all automations, for ${inDays(Math.min(...practices.map(({ days }) => days)))}.`,
      choices: [
        {
          words: 'I vouch for it',
          look: 'first',
          send: async (by) => {
            for (const { id } of practices) await vouch(seen.business.id, id, by);
            return 'Noted that you vouch for it.';
          },
        },
      ],
    }),
  );

/**
 * To take back what somebody has said.
 *
 * @param {Seen} seen
 * @param {string} id
 * @param {string} words
 */
export const takingBack = (seen, id, words) =>
  disclosed(words, () =>
    confirmation({
      words: 'Take it back',
      about: 'It counts no more from then on.',
      again: seen.again,
      send: async () => {
        try {
          await takeBack(seen.business.id, id);
        } catch (error) {
          if (error instanceof Trouble && error.kind === 'gone') return 'It was taken back already.';
          throw error;
        }
        return 'It was taken back.';
      },
    }),
  );

/** @param {NonNullable<Schemas['FlowDetail']['signedOff']>} signed @param {string} fingerprint */
const signedLines = (signed, fingerprint) => [
  element(
    'p',
    {},
    name(signed.by),
    ' signed it off on ',
    when(signed.at),
    ', when it stood like this: ',
    element('span', { class: signed.standing }, standings[signed.standing].short),
    signed.fingerprint === fingerprint
      ? '. Nobody has changed it since.'
      : '. Somebody has changed it since.',
  ),
  signed.comment === '' ? null : quoted(signed.comment),
];

/**
 * A version of an automation as it was looked at.
 *
 * @typedef {object} Version
 * @property {Schemas['FlowDetail']['state']} state
 * @property {string} fingerprint
 * @property {string} closure
 * @property {Schemas['FlowDetail']['standing']} standing
 * @property {Schemas['FlowDetail']['signedOff']} signedOff
 */

/**
 * Who has signed a version off, and to do so.
 *
 * @param {Seen} seen
 * @param {FlowAddress} flow
 * @param {Version} version
 * @param {string | undefined} profile hash of the profile that it was held against
 */
export const signOffLines = (seen, flow, version, profile) => {
  const { signedOff, state, fingerprint, closure, standing } = version;
  const isDraft = state === 'draft';
  // Of what nothing can be said, nothing can be signed.
  const canSign = mayWrite(seen) && standing !== 'not-assessed';
  const sign = () =>
    answerForm({
      who: [],
      again: seen.again,
      about: isDraft
        ? 'A draft that needs your sign-off can be published then, as long as nobody changes it.'
        : 'You are told what is not as you have seen it, from then on.',
      choices: [
        {
          words: 'Sign off',
          look: 'first',
          send: async (by) => {
            const lookedAt = {
              closure,
              standing,
              state,
              ...(profile === undefined ? {} : { profile }),
            };
            await signOff(seen.business.id, flow, { ...by, ...lookedAt });
            return 'You have signed it off.';
          },
        },
      ],
    });
  return [
    ...(signedOff === null ? [] : signedLines(signedOff, fingerprint)),
    canSign ? disclosed(isDraft ? 'Sign this draft off' : 'Sign it off as it stands', sign) : null,
    signedOff !== null && mayWrite(seen) ? takingBack(seen, signedOff.id, 'Take the sign-off back') : null,
  ];
};
