import { plain, plainUpTo } from './plain.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text neutralised and escaped for HTML and XML, in elements and in quoted attributes. */
export const markup = (text: string, most = 2000): string =>
  plainUpTo(text, most).replace(/[&<>"']/g, (character) => entities[character] ?? '');

const punctuation = /[\\`*_{}[\]()<>#|~$&]|:(?=\S)|(?<=www)\./gi;
/** What makes a list, a rule or a heading of a line, at its start only. */
const lineStart = /^(?:[-+=]|\d+(?=[.)]))/;

/**
 * Text neutralised and escaped for Markdown, so that nothing in it formats, links, or calls somebody: GitHub turns
 * `@name` into a mention even when escaped, unless an element stands between.
 */
export const markdownText = (text: string, most = 2000): string =>
  plainUpTo(text, most)
    .replace(punctuation, '\\$&')
    .replace(lineStart, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
    .replaceAll('@', '<span>@</span>');

/** Text as a Markdown code span; its fence is longer than any run of backticks inside. */
export const markdownCode = (text: string, most = 200): string => {
  const inside = plainUpTo(text, most);
  const longest = Math.max(0, ...(inside.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const gap = inside.startsWith('`') || inside.endsWith('`') || inside === '' ? ' ' : '';
  return `${fence}${gap}${inside}${gap}${fence}`;
};

/** A check's sentence in Markdown: what stands in backticks becomes code, all else is escaped. */
export const markdownSentence = (text: string, most = 2000): string =>
  plainUpTo(text, most)
    .split('`')
    .map((part, at) => (at % 2 === 0 ? markdownEdges(part) : markdownCode(part)))
    .join('');

// `plain` trims, but the blanks beside a code span belong to the sentence.
const markdownEdges = (part: string): string => {
  if (part.trim() === '') return part;
  return `${part.startsWith(' ') ? ' ' : ''}${markdownText(part)}${part.endsWith(' ') ? ' ' : ''}`;
};

/** A sentence for SARIF: square brackets would be read as links. */
export const sarifText = (text: string, most = 2000): string =>
  plainUpTo(text, most).replace(/[[\]\\]/g, '\\$&');

/** A path as a relative URI reference, or as a `file:` URI where it is absolute. */
export const fileUri = (path: string): string => {
  const parts = plain(path).split('/').map(encodeURIComponent);
  if (path.startsWith('/')) return `file://${parts.join('/')}`;
  return /^[A-Za-z]:\//.test(path) ? `file:///${parts.join('/')}` : parts.join('/');
};
