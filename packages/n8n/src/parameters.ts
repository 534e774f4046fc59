import type { Field, Text } from '@plumbline/core';
import { readCode, readText } from './text.ts';

export type Json = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How deep parameters may nest; n8n's own stay below 20. Deeper ones are refused, since they only serve to break readers. */
export const deepest = 200;

export class TooDeep extends Error {
  override readonly name = 'TooDeep';
}

const codeKeys = new Set(['jsCode', 'functionCode', 'pythonCode', 'code', 'query', 'command']);
/** What the editor remembers for display; it changes nothing about what a step does. */
const displayOnly = new Set(['cachedResultName', 'cachedResultUrl', 'schema', '__rl', 'displayName']);

const walk = (value: unknown, path: string, key: string, depth: number, into: Field[]): void => {
  if (typeof value === 'string') {
    if (value === '') return;
    const code = codeKeys.has(key) && value.charCodeAt(0) !== 61;
    into.push({ path, text: code ? readCode(value) : readText(value) });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (depth >= deepest) throw new TooDeep();
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) walk(value[index], path, key, depth + 1, into);
    return;
  }
  for (const name of Object.keys(value)) {
    if (displayOnly.has(name)) {
      if (typeof (value as Json)[name] === 'object') measure((value as Json)[name], depth + 1);
      continue;
    }
    walk((value as Json)[name], path === '' ? name : `${path}.${name}`, name, depth + 1, into);
  }
};

/** Refuses what nests too deep, also where no text is read. */
export const measure = (value: unknown, depth = 0): void => {
  if (typeof value !== 'object' || value === null) return;
  if (depth >= deepest) throw new TooDeep();
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object') measure(item, depth + 1);
    return;
  }
  for (const key in value) {
    const item = (value as Json)[key];
    if (typeof item === 'object') measure(item, depth + 1);
  }
};

/** Every non-empty text in the parameters of a step, with its dotted path (list positions left out). */
export const fieldsOf = (parameters: unknown): readonly Field[] => {
  const fields: Field[] = [];
  walk(parameters, '', '', 0, fields);
  return fields;
};

/** A short value as text; what cannot be one is empty. `String()` alone throws for an object with a `toString` of its own. */
export const shortText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
};

/** Takes a resource locator or a plain value to what it holds. */
export const unwrap = (value: unknown): unknown =>
  isRecord(value) && '__rl' in value && 'value' in value ? value['value'] : value;

/** The catalogue names some hundred paths, again and again for every step. */
const partsOf = new Map<string, readonly string[]>();

const splitAt = (path: string): readonly string[] => {
  const known = partsOf.get(path);
  if (known !== undefined) return known;
  const parts = path.split('.');
  partsOf.set(path, parts);
  return parts;
};

/** Value at a dotted path of own keys; `undefined` where there is none. `path` comes from the catalogue, never from a file. */
export const valueAt = (parameters: Json, path: string): unknown => {
  let value: unknown = parameters;
  for (const part of splitAt(path)) {
    if (Array.isArray(value)) value = value.length === 1 ? value[0] : undefined;
    if (!isRecord(value) || !Object.hasOwn(value, part)) return undefined;
    value = value[part];
  }
  return unwrap(value);
};

/** A parameter as a literal word; an expression or anything else is `undefined`. */
export const wordAt = (parameters: Json, path: string): string | undefined =>
  literalWord(valueAt(parameters, path));

/** The same for a value at hand. */
export const literalWord = (value: unknown): string | undefined =>
  typeof value === 'string' && value.charCodeAt(0) !== 61 ? value : undefined;

/** Has it no keys? */
export const isEmpty = (value: Json): boolean => {
  for (const _ in value) return false;
  return true;
};

/** All texts below a value: of a string itself, of a list or collection every string in it. */
export const textsOf = (value: unknown): readonly Text[] => {
  if (typeof value === 'string') return value === '' || value === '=' ? [] : [readText(value)];
  if (typeof value === 'number') return [readText(String(value))];
  if (typeof value !== 'object' || value === null) return [];
  return fieldsOf(value).map((field) => field.text);
};

/** Texts of the first of `paths` that is there and not empty. */
export const firstTexts = (parameters: Json, paths: readonly string[] | undefined): readonly Text[] => {
  for (const path of paths ?? []) {
    const texts = textsOf(valueAt(parameters, path));
    if (texts.length > 0) return texts;
  }
  return [];
};

/** Texts of all `paths` together. */
export const allTexts = (parameters: Json, paths: readonly string[] | undefined): readonly Text[] =>
  (paths ?? []).flatMap((path) => textsOf(valueAt(parameters, path)));
