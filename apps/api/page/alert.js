import { answerForm } from './answer-form.js';
import { element, name, pairs, quoted, sentence, when } from './elements.js';
import { acknowledge, snooze } from './reads.js';
import { mayAnswer } from './seen.js';

/** @import { Schemas } from './reads.js' */
/** @import { Seen } from './seen.js' */

/** @param {Schemas['Alert']} alert */
const stateOf = ({ state, by, comment }) => {
  if (state !== 'acknowledged') return null;
  return element(
    'p',
    {},
    sentence(`${by ?? 'Somebody'} has seen it${comment === null ? '.' : `: ${comment}`}`),
  );
};

/** @param {Schemas['Alert']} alert */
const putOff = ({ snoozedUntil, by, comment }) =>
  snoozedUntil === null || Date.parse(snoozedUntil) <= Date.now()
    ? null
    : element(
        'div',
        {},
        element(
          'p',
          {},
          name(by ?? 'Somebody'),
          ' has put it off: nobody is told again before ',
          when(snoozedUntil),
          '.',
        ),
        comment === null ? null : quoted(comment),
      );

const day = 24 * 60 * 60 * 1000;

/**
 * @param {Seen} seen
 * @param {Schemas['Alert']} alert
 * @param {string} words
 * @param {number} days
 */
const puttingOff = (seen, alert, words, days) => ({
  words,
  /** @param {{ readonly by: string, readonly comment?: string }} by */
  send: async (by) => {
    await snooze(seen.business.id, alert.id, {
      ...by,
      until: new Date(Date.now() + days * day).toISOString(),
    });
    return 'It was put off. If it still stands then, everybody is told once more.';
  },
});

/**
 * An alert with what it says, and, for whoever may, ways to say that it has been seen and to put it off.
 *
 * @param {Seen} seen
 * @param {Schemas['Alert']} alert
 */
export const alertCard = (seen, alert) =>
  element(
    'div',
    { class: 'card bad' },
    element('h3', {}, sentence(alert.title)),
    element('p', { class: 'about' }, 'Since ', when(alert.since)),
    pairs(alert.parts.map(({ label, text }) => [label, sentence(text)])),
    stateOf(alert),
    putOff(alert),
    alert.state === 'open' && mayAnswer(seen)
      ? answerForm({
          who: [],
          again: seen.again,
          choices: [
            {
              words: 'I have seen it',
              look: 'first',
              send: async (body) => {
                await acknowledge(seen.business.id, alert.id, body);
                return 'Noted that you have seen it.';
              },
            },
            puttingOff(seen, alert, 'Put it off for a day', 1),
            puttingOff(seen, alert, 'Put it off for a week', 7),
          ],
        })
      : null,
  );
