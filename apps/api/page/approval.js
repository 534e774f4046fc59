import { answerForm } from './answer-form.js';
import { button, element, labelled, name, pairs, part, quoted, sentence, when } from './elements.js';
import { answer, approvalAt } from './reads.js';
import { mayAnswer } from './seen.js';
import { capital } from './text.js';
import { actionWords, listed } from './words.js';

/** @import { Schemas } from './reads.js' */
/** @import { Seen } from './seen.js' */
/** @typedef {Schemas['ApprovalDetail']} Approval */

/** @type {Readonly<Record<Exclude<Schemas['ApprovalState'], 'open'>, string>>} */
const ends = {
  approved: 'It was approved.',
  edited: 'It was approved with changes.',
  rejected: 'It was rejected. Nothing goes out.',
  expired: 'Nobody answered in time, so nothing goes out. Silence never approves.',
};

const kinds = /** @type {const} */ ({
  subject: 'Subject',
  text: 'Text',
  html: 'As a web page (HTML), as it is written',
});
const texts = /** @type {readonly (keyof typeof kinds)[]} */ (Object.keys(kinds));

/** @param {Exclude<Approval['content'], null>} content */
const contentParts = (content) =>
  texts.flatMap((kind) => {
    const text = content[kind];
    return text === null || text === undefined || text === ''
      ? []
      : [element('h3', {}, kinds[kind]), quoted(text)];
  });

/** @param {Approval} approval */
const goesOut = ({ content, state }) => {
  if (content === null)
    return [
      element(
        'p',
        { class: 'none' },
        state === 'open'
          ? 'No text goes with it, or it is not kept any more.'
          : 'What it said is not kept any more.',
      ),
    ];
  const { said } = content;
  const answered =
    said === null || said === undefined || said === ''
      ? []
      : [element('h3', {}, 'The person wrote'), quoted(said)];
  const out = contentParts(content);
  return [
    ...answered,
    ...(out.length === 0 ? [element('p', { class: 'none' }, 'No text goes with it.')] : out),
  ];
};

/** @param {Approval} approval */
const why = ({ message, reasons }) => [
  reasons.some((reason) => reason.message === message) ? null : element('p', {}, ...sentence(message)),
  reasons.length === 0
    ? null
    : element(
        'ul',
        {},
        ...reasons.map((reason) =>
          element(
            'li',
            {},
            ...sentence(reason.message),
            element('p', { class: 'about' }, ...sentence(`${capital(reason.because)}.`)),
          ),
        ),
      ),
];

/** @param {Exclude<Approval['content'], null>} content */
const editFields = (content) =>
  texts.flatMap((kind) => {
    const text = content[kind];
    if (text === null || text === undefined) return [];
    const field = element('textarea', kind === 'subject' ? { rows: '1' } : { class: 'long', rows: '8' });
    field.dir = 'auto';
    field.value = text;
    return [{ kind, field }];
  });

/** @param {Seen} seen @param {Approval} approval */
const answerPart = (seen, approval) => {
  const { id, who, content } = approval;
  /** @param {Schemas['AnswerApproval']} body @param {string} said */
  const send = async (body, said) => {
    await answer(seen.business.id, id, body);
    return said;
  };
  const fields = content === null ? [] : editFields(content);
  const edits = element(
    'div',
    { class: 'answer', id: 'edits', hidden: '' },
    ...fields.map(({ kind, field }) => labelled(`${kinds[kind]}, as it should go out`, field)),
  );
  const form = answerForm({
    who,
    again: seen.again,
    more: [edits],
    choices: [
      {
        words: 'Approve',
        look: 'first as-it-is',
        send: (by) => send({ answer: 'approve', ...by }, 'You have approved it.'),
      },
      {
        words: 'Approve the changed text',
        look: 'first changed',
        send: (by) => {
          const changed = Object.fromEntries(fields.map(({ kind, field }) => [kind, field.value]));
          return send({ answer: 'edit', content: changed, ...by }, 'You have approved it with your changes.');
        },
      },
      {
        words: 'Reject',
        look: 'no',
        send: (by) => send({ answer: 'reject', ...by }, 'You have rejected it.'),
      },
    ],
  });
  const asItIs = form.querySelector('.as-it-is');
  const changed = form.querySelector('.changed');
  const change = button('Change the text first', () => {
    edits.hidden = !edits.hidden;
    // One of the two stands there: nobody approves the old text with the new one before their eyes.
    asItIs?.toggleAttribute('hidden', !edits.hidden);
    changed?.toggleAttribute('hidden', edits.hidden);
    change.setAttribute('aria-expanded', String(!edits.hidden));
    change.textContent = edits.hidden ? 'Change the text first' : 'Leave the text as it was';
    if (!edits.hidden) fields[0]?.field.focus();
  });
  change.setAttribute('aria-expanded', 'false');
  change.setAttribute('aria-controls', 'edits');
  changed?.toggleAttribute('hidden', true);
  if (fields.length > 0) changed?.after(change);
  return part('Your answer', form);
};

/** @param {Approval} approval */
const ended = ({ state, answeredAt, answeredBy, comment, edited }) => {
  if (state === 'open') return null;
  return part(
    'What was answered',
    element('p', {}, ends[state]),
    pairs([
      ['By', answeredBy === null ? null : name(answeredBy)],
      ['When', answeredAt === null ? null : when(answeredAt)],
      ['Comment', comment === null ? null : sentence(comment)],
    ]),
    ...(edited === null ? [] : [element('p', {}, 'This goes out instead:'), ...contentParts(edited)]),
  );
};

/**
 * What waits for a yes: what would go out, why it waits, and the answer.
 *
 * @param {Seen} seen
 * @param {string} id
 */
export const approvalView = async (seen, id) => {
  const approval = await approvalAt(seen.business.id, id);
  const { who, until, caller, createdAt, to, state } = approval;
  const open = state === 'open';
  return [
    element(
      'h1',
      { tabindex: '-1' },
      open ? 'Waits for your yes: ' : 'Waits no more: ',
      ...sentence(actionWords(approval)),
    ),
    pairs([
      ['Who asks', name(caller)],
      ['To', to === null ? null : name(to)],
      ['Asked', when(createdAt)],
      ['Who may answer', who.length === 0 ? 'Any of you' : name(listed(who))],
      open ? ['Until', [when(until), element('span', {}, '. Silence never approves.')]] : ['', null],
    ]),
    ended(approval),
    part('What would go out', ...goesOut(approval)),
    part('Why it waits', ...why(approval)),
    open && mayAnswer(seen) ? answerPart(seen, approval) : null,
    open && !mayAnswer(seen)
      ? element(
          'p',
          { class: 'about' },
          'Your key may look, not answer: that needs a key with the scope ',
          element('code', {}, 'answer'),
          '.',
        )
      : null,
  ];
};
