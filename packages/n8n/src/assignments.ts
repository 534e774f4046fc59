import type { Assignment } from '@plumbline/core';
import { isRecord, type Json, textsOf } from './parameters.ts';
import { readText } from './text.ts';

const none: readonly Assignment[] = [];

const pairs = (value: unknown): readonly Assignment[] => {
  if (!Array.isArray(value)) return none;
  return value.filter(isRecord).flatMap((each) => {
    const name = each['name'] ?? each['fieldName'];
    if (typeof name !== 'string') return [];
    const texts = textsOf(each['value'] ?? each['stringValue'] ?? each['fieldValue']);
    return [{ name, value: texts[0] ?? readText('') }];
  });
};

/** `{ "name": "value" }` written as JSON; an expression in it keeps the whole text out of reach. */
const fromJson = (source: unknown): readonly Assignment[] => {
  if (typeof source !== 'string') return none;
  const found: Assignment[] = [];
  const pair = /"([\w .-]{1,80})"\s*:\s*(?:"((?:[^"\\\n]|\\.)*)"|(\{\{[^\n]*?\}\}))/g;
  for (let match = pair.exec(source); match !== null; match = pair.exec(source)) {
    const value = match[2] ?? match[3] ?? '';
    found.push({
      name: match[1] ?? '',
      value: readText(value.includes('{{') && source.startsWith('=') ? `=${value}` : value),
    });
  }
  return found;
};

/** The HTML step works out the braces of its template without the leading sign, and hands it on as `html`. */
const fromTemplate = (parameters: Json): readonly Assignment[] => {
  const { html, operation } = parameters;
  const isTemplate =
    typeof html === 'string' && (operation === undefined || operation === 'generateHtmlTemplate');
  if (!isTemplate || parameters['subject'] !== undefined || parameters['to'] !== undefined) return none;
  return [{ name: 'html', value: readText(html.startsWith('=') ? html : `=${html}`) }];
};

/** Fields that a Set step gives a value, over all its versions. */
export const readAssignments = (parameters: Json): readonly Assignment[] => {
  const lists = [parameters['assignments'], parameters['values'], parameters['fields']];
  if (lists.every((list) => list === undefined))
    return [...fromJson(parameters['jsonOutput']), ...fromTemplate(parameters)];
  return lists.flatMap((list) => (isRecord(list) ? Object.values(list).flatMap(pairs) : []));
};
