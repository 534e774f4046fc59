import { Trouble } from './ask.js';
import { button, element, labelled, name, sentence } from './elements.js';
import { keepPerson, keptPerson } from './key.js';

/**
 * What somebody can do, and what is sent for it. `send` says in words what was done.
 *
 * @typedef {object} Choice
 * @property {string} words
 * @property {string} [look]
 * @property {(by: { readonly by: string, readonly comment?: string }) => Promise<string>} send
 */

/** @typedef {{ readonly label: string, readonly missing?: string }} Comment what is asked for, and what is said where it has to be given */

/** @param {readonly string[]} who */
const personField = (who) => {
  if (who.length === 0) {
    const input = element('input', { type: 'text', maxlength: '200', autocomplete: 'name' });
    input.value = keptPerson();
    return input;
  }
  const options = who.map((each) => element('option', { value: each }, name(each)));
  // Nobody answers in the name of whoever happens to stand first.
  const nobody = element('option', { value: '' }, 'Choose your name');
  const select = element('select', {}, nobody, ...options);
  if (who.includes(keptPerson())) select.value = keptPerson();
  return select;
};

/**
 * Asks for a name and a comment, and offers what can be done. Nothing happens by Enter: each choice is a button of its own.
 *
 * @param {object} given
 * @param {readonly string[] | null} given.who may answer; empty: anybody; null: it is not asked who does, nor why
 * @param {readonly Choice[]} given.choices
 * @param {(said: string) => Promise<void>} given.again shows how it stands now
 * @param {readonly Node[]} [given.more] further fields
 * @param {Comment} [given.comment]
 * @param {string} [given.about] what it leads to
 */
export const answerForm = ({
  who,
  choices,
  again,
  more = [],
  comment: { label, missing = '' } = { label: 'Comment (optional)' },
  about = '',
}) => {
  const person = personField(who ?? []);
  const comment = element('textarea', { maxlength: '2000', rows: '2' });
  const wrong = element('p', { class: 'wrong', role: 'alert' });

  /** @param {Choice} choice */
  const choose = async ({ send }) => {
    const by = person.value.trim();
    wrong.textContent = '';
    if (who !== null && by === '') {
      wrong.textContent = 'Say who you are first: others see who answered.';
      person.focus();
      return;
    }
    const said = comment.value.trim();
    if (missing !== '' && said === '') {
      wrong.textContent = missing;
      comment.focus();
      return;
    }
    if (by !== '') keepPerson(by);
    for (const each of buttons) each.disabled = true;
    try {
      const done = await send({ by, ...(said === '' ? {} : { comment: said }) });
      await again(done);
    } catch (error) {
      for (const each of buttons) each.disabled = false;
      if (!(error instanceof Trouble)) throw error;
      // Whoever was quicker is shown with what they said, in place of the question.
      if (error.kind === 'too-late') await again(`Your answer did not count. ${error.message}`);
      else wrong.replaceChildren(...sentence(error.message));
    }
  };
  const buttons = choices.map((choice) => button(choice.words, () => void choose(choice), choice.look));
  return element(
    'div',
    { class: 'answer' },
    ...more,
    ...(who === null
      ? []
      : [
          labelled('Your name', person, who.length === 0 ? '' : 'Only the people named here may answer.'),
          labelled(label, comment),
        ]),
    about === '' ? null : element('p', { class: 'about' }, about),
    wrong,
    element('div', { class: 'buttons' }, ...buttons),
  );
};
