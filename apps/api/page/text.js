const lines = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;
const harmful = /(?!\n|\t)[\p{Cc}\p{Cs}\p{NChar}\u202a-\u202e\u2066-\u2069]/gu;
const invisible = /(?!\u200c|\u200d|\ufe0f)\p{DI}/gu;
const piled = /(\p{M}{4})\p{M}+/gu;

/**
 * Text of a flow or a customer, made safe to look at over several lines: as `plain` of core does it for one line, which a
 * page without a build cannot import. A test holds both against each other.
 *
 * @param {string} text
 */
export const readable = (text) =>
  text.replace(lines, '\n').replace(harmful, '\ufffd').replace(invisible, '').replace(piled, '$1').trim();

/**
 * The same in one line, cut to what a heading or a name can hold.
 *
 * @param {string} text
 */
export const inOneLine = (text, most = 2000) => {
  const shown = readable(text).replace(/\s+/gu, ' ');
  const characters = Array.from(shown);
  return characters.length <= most ? shown : `${characters.slice(0, most - 1).join('')}…`;
};

/** @param {string} text */
export const capital = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/**
 * Text as parts, every other one of which stood in backticks: the name of a step.
 *
 * @param {string} text
 */
export const partsOf = (text) => inOneLine(text).split('`');
