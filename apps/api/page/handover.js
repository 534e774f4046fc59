import { answerForm } from './answer-form.js';
import { element, name, pairs, part, quoted, sentence, when } from './elements.js';
import { close, handoverAt } from './reads.js';
import { addressOf, mayAnswer } from './seen.js';

/** @import { Schemas } from './reads.js' */
/** @import { Seen } from './seen.js' */

/** @type {Readonly<Record<Schemas['Said']['from'], string>>} */
const speakers = { customer: 'The customer', automation: 'The automation', person: 'One of you' };

/** @param {Schemas['Said']} said */
const saidBy = ({ from, text, at }) =>
  element(
    'li',
    { class: `said-by ${from}` },
    element(
      'p',
      { class: 'about' },
      speakers[from],
      ...(at === undefined ? [] : [document.createTextNode(', '), when(at)]),
    ),
    quoted(text),
  );

/** @type {Readonly<Record<Schemas['HandoverDetail']['content'], string>>} */
const notKept = {
  kept: 'Nothing was said.',
  expired: 'What was said is not kept any more: its time is over.',
  erased: 'What was said was erased, as the customer may ask for.',
};

/** @param {Seen} seen @param {Schemas['HandoverDetail']} handover */
const closePart = (seen, { id }) =>
  part(
    'Seen to?',
    answerForm({
      who: [],
      again: seen.again,
      choices: [
        {
          words: 'Close it: somebody has seen to it',
          look: 'first',
          send: async (body) => {
            await close(seen.business.id, id, body);
            return 'It is closed.';
          },
        },
      ],
    }),
  );

/** @param {Schemas['HandoverDetail']} handover */
const closedPart = ({ closedAt, closedBy, comment }) =>
  part(
    'Somebody has seen to it',
    pairs([
      ['Who', closedBy === null ? null : name(closedBy)],
      ['When', closedAt === null ? null : when(closedAt)],
      ['Comment', comment === null ? null : sentence(comment)],
    ]),
  );

/**
 * A conversation that an automation handed over: what was said and why, and a way to close it.
 *
 * @param {Seen} seen
 * @param {string} id
 */
export const handoverView = async (seen, id) => {
  const handover = await handoverAt(seen.business.id, id);
  const { state, createdAt, flow, channel, reason, to, conversation } = handover;
  const open = state === 'open';
  const from =
    flow === null
      ? null
      : element(
          'a',
          { href: addressOf(seen.business.id, { flow: `${flow.source}/${flow.id}` }) },
          'This automation',
        );
  return [
    element(
      'h1',
      { tabindex: '-1' },
      open ? 'A customer waits for one of you' : 'A customer who waited for one of you',
    ),
    pairs([
      ['Since', when(createdAt)],
      ['Why', reason === null ? null : sentence(reason)],
      ['Reach them at', to === null ? null : name(to)],
      ['Held by', channel === null ? null : name(channel)],
      ['Handed over by', from],
    ]),
    open ? null : closedPart(handover),
    part(
      'What was said',
      conversation === null || conversation.length === 0
        ? element('p', { class: 'none' }, notKept[handover.content])
        : element('ol', { class: 'cards' }, ...conversation.map(saidBy)),
    ),
    open && mayAnswer(seen) ? closePart(seen, handover) : null,
    open && !mayAnswer(seen)
      ? element(
          'p',
          { class: 'about' },
          'Your key may look, not close: that needs a key with the scope ',
          element('code', {}, 'answer'),
          '.',
        )
      : null,
  ];
};
