import type { Content } from './request.ts';

const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
const entity = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi;
const breaks = /^<\/?(?:p|div|br|li|ul|ol|tr|table|h[1-6]|blockquote|section|article|header|footer)\b/i;

const character = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ');

/** End of the part that starts at `from`, after its closing text; the end of all where that is missing. */
const after = (html: string, closing: string, from: number): number => {
  const at = html.indexOf(closing, from);
  return at === -1 ? html.length : at + closing.length;
};

const opensHidden = /^<(style|script|head|title)\b/i;

/** The words of an HTML text as somebody reads them: without tags, comments, styles; blocks on lines of their own. */
const textOfHtml = (html: string): string => {
  const lower = html.toLowerCase();
  let text = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) break;
    text += html.slice(at, open);
    const head = html.slice(open, open + 12);
    if (!/^<[a-z!/?]/i.test(head)) {
      text += '<';
      at = open + 1;
      continue;
    }
    const hidden = opensHidden.exec(head)?.[1];
    if (head.startsWith('<!--')) at = after(html, '-->', open + 4);
    else if (hidden !== undefined) at = after(html, '>', after(lower, `</${hidden.toLowerCase()}`, open));
    else at = after(html, '>', open);
    if (breaks.test(head)) text += '\n';
  }
  text += html.slice(at);
  return text.replace(entity, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return character(Number(decimal));
    if (hex !== undefined) return character(Number.parseInt(hex, 16));
    return named[(name ?? '').toLowerCase()] ?? whole;
  });
};

const given = (text: unknown): string => (typeof text === 'string' ? text : '');

/**
 * All that a reader would see: subject, text and the words of the HTML, each on lines of its own. Null where no body is
 * known: then nobody can say what goes out.
 */
export const wordsOf = (content: Content | null | undefined): string | null => {
  const text = given(content?.text);
  const html = given(content?.html);
  if (text.trim() === '' && html.trim() === '') return null;
  return [given(content?.subject), text, html === '' ? '' : textOfHtml(html)]
    .filter((part) => part !== '')
    .join('\n')
    .normalize('NFKC');
};
