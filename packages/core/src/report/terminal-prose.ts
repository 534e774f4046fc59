import { type Paint, type Span, wrap } from './text-layout.ts';

const inline = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\([^)]*\)/g;

/** Code, bold and links of one paragraph as spans; a link shows its words. */
const spansOf = (text: string): readonly Span[] => {
  const spans: Span[] = [];
  let at = 0;
  for (const match of text.matchAll(inline)) {
    spans.push({ text: text.slice(at, match.index) });
    const [, code, bold, link] = match;
    if (code !== undefined) spans.push({ text: code, style: 'cyan' });
    else if (bold !== undefined) spans.push({ text: bold, style: 'bold' });
    else spans.push({ text: link ?? '' });
    at = match.index + match[0].length;
  }
  return [...spans, { text: text.slice(at) }];
};

const bullet = /^\s*(?:[-*]|\d+\.) /;

/**
 * Our own Markdown prose, laid out for a terminal: headings, paragraphs, lists and code. What it does not know it
 * shows as it stands.
 */
export const terminalProse = (markdown: string, paint: Paint, width: number): readonly string[] => {
  const lines: string[] = [];
  let paragraph: string[] = [];
  const flush = (): void => {
    if (paragraph.length === 0) return;
    const text = paragraph.join(' ');
    const mark = bullet.exec(text)?.[0];
    if (mark === undefined) lines.push(...wrap(spansOf(text), paint, width));
    else lines.push(...wrap(spansOf(text.slice(mark.length)), paint, width, '    ', `  ${mark.trim()} `));
    paragraph = [];
  };
  let fenced = false;
  for (const raw of markdown.trim().split('\n')) {
    const line = raw.trimEnd();
    if (line.startsWith('```')) {
      flush();
      fenced = !fenced;
    } else if (fenced || line.startsWith('|')) {
      flush();
      lines.push(`  ${line}`);
    } else if (line === '') {
      flush();
      if (lines.at(-1) !== '') lines.push('');
    } else if (line.startsWith('#')) {
      flush();
      lines.push(paint.bold(line.replace(/^#+ /, '')));
    } else {
      if (bullet.test(line)) flush();
      paragraph.push(line.trim());
    }
  }
  flush();
  return lines;
};
