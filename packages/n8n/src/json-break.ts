const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const escaped = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const blank = /[ \t\n\r]*/y;

const quote = 0x22;
const backslash = 0x5c;
const firstPrintable = 0x20;

const after = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
};

/** End of a string that starts at `at`, or the place it breaks at. A loop: one pattern over 20 MB overflows the stack. */
const stringEnd = (text: string, start: number): { readonly at: number; readonly ok: boolean } => {
  let at = start + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === quote) return { at: at + 1, ok: true };
    if (Number.isNaN(code) || code < firstPrintable) return { at, ok: false };
    if (code === backslash) {
      const end = after(escaped, text, at);
      if (end === at) return { at, ok: false };
      at = end;
    } else at += 1;
  }
};

/**
 * Position of the first character that cannot stand where it stands in a JSON text; its length where the text ends too
 * early or is whole. The engine names no position for most of its errors. Linear, and does not recurse.
 */
export const jsonBreak = (text: string): number => {
  const open: ('{' | '[')[] = [];
  let awaits: 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'next' = 'value';
  let at = 0;
  for (;;) {
    at = after(blank, text, at);
    const character = text[at];
    if (character === undefined) return text.length;
    if (awaits === 'next') {
      const container = open.at(-1);
      if (container === undefined) return at;
      if (character === ',') awaits = container === '{' ? 'key' : 'value';
      else if (character === (container === '{' ? '}' : ']')) open.pop();
      else return at;
      at += 1;
    } else if (awaits === 'key' || awaits === 'key-or-end') {
      if (awaits === 'key-or-end' && character === '}') {
        open.pop();
        awaits = 'next';
        at += 1;
        continue;
      }
      if (character !== '"') return at;
      const key = stringEnd(text, at);
      if (!key.ok) return key.at;
      at = after(blank, text, key.at);
      if (text[at] !== ':') return at;
      at += 1;
      awaits = 'value';
    } else if (awaits === 'value-or-end' && character === ']') {
      open.pop();
      awaits = 'next';
      at += 1;
    } else if (character === '{' || character === '[') {
      open.push(character);
      awaits = character === '{' ? 'key-or-end' : 'value-or-end';
      at += 1;
    } else if (character === '"') {
      const value = stringEnd(text, at);
      if (!value.ok) return value.at;
      at = value.at;
      awaits = 'next';
    } else {
      const end = after(scalar, text, at);
      if (end === at) return at;
      at = end;
      awaits = 'next';
    }
  }
};
