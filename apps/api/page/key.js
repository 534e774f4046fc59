import { element, labelled } from './elements.js';

const key = 'plumbline.key';
const person = 'plumbline.person';

/** The key of whoever looks: kept by this tab until it is closed, and nowhere else. */
export const keptKey = () => sessionStorage.getItem(key);

/** Forgets the key and who it was. */
export const forget = () => {
  sessionStorage.removeItem(key);
  sessionStorage.removeItem(person);
};

/** The name under which somebody has answered last in this tab. */
export const keptPerson = () => sessionStorage.getItem(person) ?? '';

/** @param {string} name */
export const keepPerson = (name) => sessionStorage.setItem(person, name);

/**
 * Asks for a key; keeps it and goes on.
 *
 * @param {string} why
 * @param {() => void} goOn
 */
export const keyForm = (why, goOn) => {
  const input = element('input', {
    type: 'password',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    required: '',
  });
  const form = element(
    'form',
    {},
    labelled(
      'Key',
      input,
      'It begins with plb_. It stays in this tab only, until you close the tab or forget the key.',
    ),
    element('div', { class: 'buttons' }, element('button', { type: 'submit', class: 'first' }, 'Look')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = input.value.trim();
    if (given === '') return;
    sessionStorage.setItem(key, given);
    goOn();
  });
  return [
    element('h1', { tabindex: '-1' }, 'Which key do you have?'),
    element(
      'p',
      why === '' ? { class: 'lead' } : { class: 'wrong', role: 'alert' },
      why ||
        'A key says which business you may look at, and what you may do. Whoever runs Plumbline makes you one.',
    ),
    form,
  ];
};
