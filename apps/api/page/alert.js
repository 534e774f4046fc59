import { answerForm } from './answer-form.js';
import { element, pairs, sentence, when } from './elements.js';
import { acknowledge } from './reads.js';
import { mayWrite } from './seen.js';

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
const putOff = ({ snoozedUntil }) =>
  snoozedUntil === null || Date.parse(snoozedUntil) <= Date.now()
    ? null
    : element('p', {}, 'Nobody is told again before ', when(snoozedUntil), '.');

/**
 * An alert with what it says, and, for whoever may, a way to say that it has been seen.
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
    alert.state === 'open' && mayWrite(seen)
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
          ],
        })
      : null,
  );
