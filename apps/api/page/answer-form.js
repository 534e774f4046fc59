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
 * Offers what can be done, each by a button of its own: nothing happens by Enter.
 *
 * @template Given
 * @param {object} given
 * @param {readonly Node[]} [given.fields]
 * @param {string} [given.about] what it leads to
 * @param {(wrong: HTMLElement) => Given | null} given.read what was filled in; null where something is missing, which it says
 * @param {readonly { readonly words: string, readonly look?: string, readonly send: (given: Given) => Promise<string> }[]} given.choices
 * @param {(said: string) => Promise<void>} given.again shows how it stands now
 */
const choiceForm = ({ fields = [], about = '', read, choices, again }) => {
  const wrong = element('p', { class: 'wrong', role: 'alert' });

  /** @param {(given: Given) => Promise<string>} send */
  const choose = async (send) => {
    wrong.textContent = '';
    const given = read(wrong);
    if (given === null) return;
    for (const each of buttons) each.disabled = true;
    try {
      const done = await send(given);
      await again(done);
    } catch (error) {
      for (const each of buttons) each.disabled = false;
      if (!(error instanceof Trouble)) throw error;
      // Whoever was quicker is shown with what they said, in place of the question.
      if (error.kind === 'too-late') await again(`Your answer did not count. ${error.message}`);
      else wrong.replaceChildren(...sentence(error.message));
    }
  };
  const buttons = choices.map(({ words, look, send }) => button(words, () => void choose(send), look));
  return element(
    'div',
    { class: 'answer' },
    ...fields,
    about === '' ? null : element('p', { class: 'about' }, about),
    wrong,
    element('div', { class: 'buttons' }, ...buttons),
  );
};

/**
 * Asks for a name and a comment, and offers what can be done.
 *
 * @param {object} given
 * @param {readonly string[]} given.who may answer; empty: anybody
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
  const person = personField(who);
  const comment = element('textarea', { maxlength: '2000', rows: '2' });

  /** @param {HTMLElement} wrong */
  const read = (wrong) => {
    const by = person.value.trim();
    if (by === '') {
      wrong.textContent = 'Say who you are first: others see who answered.';
      person.focus();
      return null;
    }
    const said = comment.value.trim();
    if (missing !== '' && said === '') {
      wrong.textContent = missing;
      comment.focus();
      return null;
    }
    keepPerson(by);
    return { by, ...(said === '' ? {} : { comment: said }) };
  };
  return choiceForm({
    fields: [
      ...more,
      labelled('Your name', person, who.length === 0 ? '' : 'Only the people named here may answer.'),
      labelled(label, comment),
    ],
    about,
    read,
    choices,
    again,
  });
};

/**
 * Asks whether something is really meant, and does it.
 *
 * @param {object} given
 * @param {string} given.words of the button
 * @param {string} given.about what it leads to
 * @param {() => Promise<string>} given.send
 * @param {(said: string) => Promise<void>} given.again shows how it stands now
 */
export const confirmation = ({ words, about, send, again }) =>
  choiceForm({ about, read: () => true, choices: [{ words, look: 'no', send }], again });
