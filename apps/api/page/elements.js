import { inOneLine, partsOf, readable } from './text.js';

/** @typedef {Node | string | null | readonly (Node | null)[]} Inside */

/**
 * An element with what stands in it. Texts become text nodes, never markup.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Readonly<Record<string, string>>} attributes
 * @param {...Inside} inside
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export const element = (tag, attributes, ...inside) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...inside.flat().filter((each) => each !== null));
  return made;
};

/**
 * A sentence with the names of steps as code.
 *
 * @param {string} text
 */
export const sentence = (text) =>
  partsOf(text).map((part, at) => (at % 2 === 0 ? document.createTextNode(part) : element('code', {}, part)));

/**
 * Words of a person or a program, as they stand, over as many lines as they have.
 *
 * @param {string} text
 */
export const quoted = (text) => element('div', { class: 'text', dir: 'auto' }, readable(text));

/**
 * A name of something, in one line, kept apart from the direction of the words around it.
 *
 * @param {string} text
 */
export const name = (text) => element('bdi', {}, inOneLine(text, 200) || '(no name)');

/**
 * What is known, as pairs of a word and what it is; pairs without content are left out.
 *
 * @param {readonly (readonly [string, Inside])[]} pairs
 */
export const pairs = (pairs) =>
  element(
    'dl',
    {},
    pairs
      .filter(([, inside]) => inside !== null && inside !== '')
      .flatMap(([word, inside]) => [element('dt', {}, word), element('dd', {}, inside)]),
  );

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/**
 * A moment on the clock of whoever looks.
 *
 * @param {string} iso
 */
export const when = (iso) => {
  const date = new Date(iso);
  // What a customer's program calls a time need not be one.
  return Number.isNaN(date.getTime())
    ? element('span', {}, inOneLine(iso, 60))
    : element('time', { datetime: iso }, moment.format(date));
};

let fields = 0;
/**
 * A field with its label.
 *
 * @template {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field
 * @param {string} label
 * @param {Field} field
 * @param {string} remark
 */
export const labelled = (label, field, remark = '') => {
  fields += 1;
  field.id = `field-${fields}`;
  if (remark === '') return element('div', {}, element('label', { for: field.id }, label), field);
  const about = element('p', { class: 'about', id: `${field.id}-about` }, remark);
  field.setAttribute('aria-describedby', about.id);
  return element('div', {}, element('label', { for: field.id }, label), field, about);
};

/**
 * A button that does something.
 *
 * @param {string} words
 * @param {() => void} press
 * @param {string} look
 */
export const button = (words, press, look = '') => {
  const made = element('button', { type: 'button', ...(look === '' ? {} : { class: look }) }, words);
  made.addEventListener('click', press);
  return made;
};

/**
 * Something that is made and shown when it is asked for.
 *
 * @param {string} words
 * @param {() => HTMLElement} make
 */
export const disclosed = (words, make) => {
  const made = element('details', {}, element('summary', {}, words));
  made.addEventListener('toggle', () => {
    if (made.open && made.childElementCount === 1) made.append(make());
  });
  return made;
};

/**
 * A part of the page under a heading.
 *
 * @param {string} title
 * @param {...Inside} inside
 */
export const part = (title, ...inside) => {
  fields += 1;
  const heading = element('h2', { id: `part-${fields}` }, title);
  return element('section', { 'aria-labelledby': heading.id }, heading, ...inside);
};

/**
 * Says something to whoever listens instead of looking.
 *
 * @param {string} words
 */
export const say = (words) => {
  const place = document.getElementById('said');
  if (place !== null) place.textContent = words;
};
