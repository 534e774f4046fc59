import type { Ref, Text } from '@plumbline/core';

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code === 36;

/** Signs of a word that are looked at; no real name is longer. */
const longestWord = 101;

/** Where the word of letters, digits, `_` and `$` that begins at `at` ends; `at` itself where none does. */
const wordEnd = (source: string, at: number): number => {
  if (!isLetter(source.charCodeAt(at))) return at;
  const most = Math.min(source.length, at + longestWord);
  let end = at + 1;
  for (; end < most; end += 1) {
    const code = source.charCodeAt(end);
    if (!isLetter(code) && !(code >= 48 && code <= 57)) break;
  }
  return end;
};

const quoted = /\s{0,20}\(?\s{0,20}(["'`])((?:(?!\1)[^\\\n]|\\.){0,400})\1\s{0,20}\)?/y;

/** Parts of an accessor that say which item is meant, not which field. */
const selectors = new Set([
  'item',
  'json',
  'first',
  'last',
  'all',
  'itemMatching',
  'pairedItem',
  'params',
  'binary',
]);

/** Fields in a row; no real path is longer. */
const mostParts = 40;
/** Signs between two brackets of a path. */
const mostBetween = 120;

/** Reads `.a.b["c"]?.d` from `at`; stops at the first thing that is no field, such as a method call. */
const readPath = (source: string, at: number): string => {
  const parts: string[] = [];
  let position = at;
  while (position < source.length && parts.length < mostParts) {
    const sign = source[position];
    if (sign === '?' && source[position + 1] === '.') {
      position += 1;
    } else if (sign === '.') {
      const after = wordEnd(source, position + 1);
      if (after === position + 1) {
        if (source[after] !== '[') break;
        position = after;
        continue;
      }
      const word = source.slice(position + 1, after);
      if (source[after] === '(') {
        if (!selectors.has(word)) break;
        const close = source.slice(after, after + mostBetween).indexOf(')');
        if (close === -1) break;
        position = after + close + 1;
      } else {
        if (parts.length > 0 || !selectors.has(word)) parts.push(word);
        position = after;
      }
    } else if (sign === '[') {
      const close = source.slice(position, position + mostBetween).indexOf(']');
      if (close === -1) break;
      const key = source.slice(position + 1, position + close).trim();
      if (/^(["'`]).*\1$/.test(key)) {
        const name = key.slice(1, -1);
        if (parts.length > 0 || !selectors.has(name)) parts.push(name);
      } else if (!/^\d+$/.test(key)) break;
      position += close + 1;
    } else break;
  }
  return parts.join('.');
};

const stepRef = (source: string, at: number): Ref | null => {
  quoted.lastIndex = at;
  const match = quoted.exec(source);
  if (match === null) return null;
  let next = quoted.lastIndex;
  if (source[next] === ']') next += 1;
  return { from: 'step', step: (match[2] ?? '').replace(/\\(.)/g, '$1'), path: readPath(source, next) };
};

const refAt = (source: string, dollar: number): Ref | null => {
  if (source[dollar + 1] === '(') return stepRef(source, dollar + 1);
  const after = wordEnd(source, dollar + 1);
  if (after === dollar + 1) return null;
  const word = source.slice(dollar + 1, after);
  switch (word) {
    case 'json':
    case 'input':
    case 'data':
      return { from: 'item', step: '', path: readPath(source, after) };
    case 'node': {
      if (source[after] === '[') return stepRef(source, after + 1);
      const end = source[after] === '.' ? wordEnd(source, after + 1) : after + 1;
      return end === after + 1
        ? null
        : { from: 'step', step: source.slice(after + 1, end), path: readPath(source, end) };
    }
    case 'items':
      return source[after] === '(' ? stepRef(source, after) : null;
    case 'env':
    case 'vars':
      return { from: 'environment', step: '', path: readPath(source, after) };
    case 'execution': {
      const path = readPath(source, after);
      return path.startsWith('resume') ? { from: 'resume', step: '', path } : null;
    }
    case 'workflow':
      return { from: 'flow', step: '', path: readPath(source, after) };
    default:
      return null;
  }
};

const noRefs: readonly Ref[] = [];

const keyOf = ({ from, step, path }: Ref): string => `${from} ${step} ${path}`;

/** What an expression or a piece of code reads, in order, each once. Linear in the length of `source`. */
const refsIn = (source: string): readonly Ref[] => {
  let dollar = source.indexOf('$');
  if (dollar === -1) return noRefs;
  const refs: Ref[] = [];
  let seen: Set<string> | null = null;
  while (dollar !== -1) {
    const ref = refAt(source, dollar);
    if (ref !== null) {
      if (refs.length === 0) refs.push(ref);
      else {
        seen ??= new Set(refs.map(keyOf));
        const key = keyOf(ref);
        if (!seen.has(key)) {
          seen.add(key);
          refs.push(ref);
        }
      }
    }
    dollar = source.indexOf('$', dollar + 1);
  }
  return refs;
};

/** A text with something worked out at run time. What it reads is taken apart when first asked for. */
class Expression implements Text {
  readonly dynamic = true;
  readonly source: string;
  readonly modelChosen: boolean;
  #refs: readonly Ref[] | undefined;

  constructor(source: string, modelChosen: boolean) {
    this.source = source;
    this.modelChosen = modelChosen;
  }

  get refs(): readonly Ref[] {
    this.#refs ??= refsIn(this.source);
    return this.#refs;
  }
}

const literal = (source: string): Text => ({ source, dynamic: false, refs: noRefs, modelChosen: false });

/**
 * n8n's rule: a text is an expression only if it starts with `=`; `{{ }}` without it is sent as it stands. `source`
 * leaves that sign out.
 */
export const readText = (raw: string): Text => {
  if (raw.charCodeAt(0) !== 61 /* = */) return literal(raw);
  const source = raw.slice(1);
  return source.includes('{{') ? new Expression(source, source.includes('$fromAI')) : literal(source);
};

/** A piece cut out of an expression: dynamic if anything in it is worked out at run time. */
export const readPart = (source: string): Text => {
  const dynamic = source.includes('{{') || (source.includes('$') && refsIn(source).length > 0);
  return dynamic ? new Expression(source, source.includes('$fromAI')) : literal(source);
};

/** Code that a step runs: never a text that is sent, but it reads fields like an expression. */
export const readCode = (source: string): Text => new Expression(source, false);
