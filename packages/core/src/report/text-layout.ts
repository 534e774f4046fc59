/** How a piece of text looks; the caller decides what that means on its screen. */
export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan' | 'magenta';
export type Paint = Readonly<Record<Style, (text: string) => string>>;

const same = (text: string): string => text;
/** No colours at all. */
export const unpainted: Paint = {
  bold: same,
  dim: same,
  red: same,
  yellow: same,
  green: same,
  cyan: same,
  magenta: same,
};

export interface Span {
  readonly text: string;
  readonly style?: Style;
}

const narrow = /^[\x20-\x7e]*$/;
const nothing = /^[\p{M}\p{DI}]$/u;
const wide =
  /^[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]$/u;

/** Columns a text takes in a terminal: wide East Asian letters and emoji take two, combining marks none. */
export const displayWidth = (text: string): number => {
  if (narrow.test(text)) return text.length;
  let columns = 0;
  for (const character of text) {
    if (nothing.test(character)) continue;
    columns += wide.test(character) ? 2 : 1;
  }
  return columns;
};

/** Cuts a text to a number of columns. */
export const fit = (text: string, columns: number): string => {
  if (displayWidth(text) <= columns) return text;
  let kept = '';
  let taken = 0;
  for (const character of text) {
    const next = displayWidth(character);
    if (taken + next > columns - 1) break;
    kept += character;
    taken += next;
  }
  return `${kept.trimEnd()}…`;
};

/** The same, but the end is kept: of a path it tells most. */
export const fitEnd = (text: string, columns: number): string => {
  if (displayWidth(text) <= columns) return text;
  let kept = '';
  let taken = 0;
  for (const character of Array.from(text).reverse()) {
    const next = displayWidth(character);
    if (taken + next > columns - 1) break;
    kept = character + kept;
    taken += next;
  }
  return `…${kept}`;
};

export const padTo = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - displayWidth(text)));

interface Word extends Span {
  readonly spaced: boolean;
}

const wordsOf = (spans: readonly Span[]): readonly Word[] => {
  const words: Word[] = [];
  let spaced = false;
  for (const { text, style } of spans) {
    for (const part of text.split(/( )/)) {
      if (part === ' ') spaced = true;
      else if (part !== '') {
        words.push(style === undefined ? { text: part, spaced } : { text: part, style, spaced });
        spaced = false;
      }
    }
  }
  return words;
};

/** Breaks one long word into pieces of at most `columns`. */
const pieces = (word: Word, columns: number): readonly Word[] => {
  if (displayWidth(word.text) <= columns) return [word];
  const result: Word[] = [];
  let text = '';
  let taken = 0;
  for (const character of word.text) {
    const next = displayWidth(character);
    if (taken + next > columns) {
      result.push({ ...word, text, spaced: result.length === 0 && word.spaced });
      text = '';
      taken = 0;
    }
    text += character;
    taken += next;
  }
  result.push({ ...word, text, spaced: result.length === 0 && word.spaced });
  return result;
};

const columnsOf = (words: readonly Word[]): number =>
  words.reduce((sum, word) => sum + displayWidth(word.text), 0);

/** Words with no space between them stay together, unless they would not fit into a line of their own. */
const clusters = (words: readonly Word[], room: number): readonly (readonly Word[])[] => {
  const result: Word[][] = [];
  for (const word of words) {
    const last = result.at(-1);
    if (last === undefined || word.spaced || columnsOf(last) + displayWidth(word.text) > room)
      result.push([word]);
    else last.push(word);
  }
  return result;
};

/** Neighbours of one style are painted as one. */
const painted = (line: readonly Span[], paint: Paint): string => {
  let text = '';
  for (let at = 0; at < line.length; ) {
    const style = line[at]?.style;
    let run = '';
    for (; at < line.length && line[at]?.style === style; at += 1) run += line[at]?.text ?? '';
    text += style === undefined ? run : paint[style](run);
  }
  return text;
};

/** Spans laid into lines of at most `columns`, painted. `indent` stands before every line, `first` before the first. */
export const wrap = (
  spans: readonly Span[],
  paint: Paint,
  columns: number,
  indent = '',
  first = indent,
): readonly string[] => {
  const room = Math.max(8, columns - displayWidth(indent));
  const lines: string[] = [];
  let line: Span[] = [];
  let taken = 0;
  const words = wordsOf(spans).flatMap((each) => pieces(each, room));
  for (const cluster of clusters(words, room)) {
    const own = columnsOf(cluster);
    const gap = cluster[0]?.spaced === true && taken > 0 ? 1 : 0;
    if (taken > 0 && taken + gap + own > room) {
      lines.push(painted(line, paint));
      line = [];
      taken = 0;
    } else if (gap > 0) {
      const style = line.at(-1)?.style === cluster[0]?.style ? cluster[0]?.style : undefined;
      line.push(style === undefined ? { text: ' ' } : { text: ' ', style });
      taken += 1;
    }
    line.push(...cluster);
    taken += own;
  }
  lines.push(painted(line, paint));
  return lines.map((each, at) => `${at === 0 ? first : indent}${each}`.trimEnd());
};
