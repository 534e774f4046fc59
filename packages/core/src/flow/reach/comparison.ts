import { withoutComments } from '../data/own-data.ts';
import type { Step } from '../flow.ts';
import { matchesOf } from '../words/matches.ts';
import type { Comparison } from './attribute.ts';

/** Characters of one text that are looked through. */
const most = 20_000;

const each = (pattern: RegExp, text: string): readonly RegExpExecArray[] =>
  matchesOf(pattern, text.slice(0, most));

const formula = /\{([^{}\n]{1,60})\}\s*(!=|<=|>=|=|<|>)\s*("[^"\n]*"|'[^'\n]*'|[\w.]{1,40})?/g;
const formulaSearch = /(?:FIND|SEARCH)\(\s*["']([^"'\n]*)["']\s*,\s*(?:ARRAYJOIN\()?\{([^{}\n]{1,60})\}/gi;
const where =
  /\b(?:where|and|or|having|when|not)\s{1,20}\(?\s{0,20}([A-Za-z_][\w."]{0,60})\s{0,20}(=|!=|<>|<=|>=|<|>|~|is not|is|not in|in|not like|like|ilike|between|@>)\s{0,20}('[^'\n]*'|"[^"\n]*"|\([^()\n]{0,120}\)|[\w.$]{1,40})?/gi;
const property =
  /["'](?:propertyName|property|field|fieldName|column|key)["']\s*:\s*["']([^"'\n]{1,60})["'](?:[^{}]{0,160}?["']value["']\s*:\s*["']?([^"'\n,}]{0,60}))?/g;
const triple = /\(([A-Za-z_][\w ]{0,40}),(eq|neq|like|gt|lt|ge|le|isnot|is|anyof|allof),([^()\n]{0,60})\)/g;
const pair = /["']([A-Za-z_][\w.]{0,40})["']\s*:\s*(?:["']([^"'\n]{0,60})["']|(\{|true|false|\d))/g;

const columnName = /(?:^|\.)(?:lookupColumn|keyName|propertyName|key|field|fieldName|column|columnName)$/;
const valueName = /(?:^|\.)(?:lookupValue|keyValue|value|\w+Value)$/;
const conditionName = /(?:^|\.)(?:condition|operator|operation)$/;
const inFilter = /filter|lookup|where|condition|query/i;

const parent = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('.')));

/** Filters that a step which reads records is given in a form: column and value stand side by side. */
const fromForm = (step: Step): Comparison[] => {
  const columns = new Map<string, string[]>();
  const values = new Map<string, string[]>();
  const operators = new Map<string, string[]>();
  const put = (into: Map<string, string[]>, path: string, text: string): void => {
    const list = into.get(parent(path));
    if (list === undefined) into.set(parent(path), [text]);
    else list.push(text);
  };
  for (const { path, text } of step.texts) {
    if (!inFilter.test(path)) continue;
    if (columnName.test(path)) put(columns, path, text.source);
    else if (conditionName.test(path)) put(operators, path, text.source);
    else if (valueName.test(path)) put(values, path, text.dynamic ? '' : text.source);
  }
  return [...columns].flatMap(([path, names]) =>
    names.map((field, index) => ({
      // Notion writes `Status|select`.
      field: field.split('|')[0] ?? field,
      operator: operators.get(path)?.[index] ?? 'equals',
      value: values.get(path)?.[index] ?? '',
    })),
  );
};

/** Comparisons in the query, formula or filter by which a step reads records. */
export const comparisonsInText = (step: Step): readonly Comparison[] => {
  const found = fromForm(step);
  for (const { path, text } of step.texts) {
    const { source } = text;
    if (source.includes('{')) {
      for (const [, field = '', operator = '', value = ''] of each(formula, source))
        found.push({ field, operator, value });
      for (const [, value = '', field = ''] of each(formulaSearch, source))
        found.push({ field, operator: 'contains', value });
      for (const [, field = '', value = ''] of each(property, source))
        found.push({ field, operator: 'equals', value });
    }
    if (/\bwhere\b/i.test(source))
      for (const [, field = '', operator = '', value = ''] of each(where, source))
        found.push({ field, operator, value });
    for (const [, field = '', operator = '', value = ''] of each(triple, source))
      found.push({ field, operator, value });
    if (/(?:^|\.)(?:query|filter|filterString|where)$/i.test(path))
      for (const [, field = '', value = ''] of each(pair, source))
        found.push({ field, operator: 'equals', value });
  }
  return found;
};

const compared =
  /([A-Za-z_$][\w$]{0,40}(?:\??\.[A-Za-z_$][\w$]{0,40}|\??\.?\[["'][^"'\n]{1,40}["']\]){0,5})(?:\s{0,3}\|\|\s{0,3}["'\d]{1,3}\)?)?(?:\??\.(?:toLowerCase|toUpperCase|trim)\(\))*\s{0,5}\)?\s{0,5}(===?|!==?|>=|<=|>|<)\s{0,10}("[^"\n]*"|'[^'\n]*'|`[^`\n]*`|\d+|true|false)/g;
const included = /([A-Za-z_$][\w$.?]{0,80})\??\.includes\(\s*([^()\n]{1,80})\)/g;

/** Names of switches that are set to off: `const SEGMENT = false`. */
const offSwitches = (code: string): readonly string[] => each(setToOff, code).map((match) => match[1] ?? '');
const setToOff = /(?:const|let|var)\s+([A-Za-z_$][\w$]{0,40})\s*=\s*false\b/g;

const isOff = (code: string, at: number, off: readonly string[]): boolean => {
  const before = code.slice(Math.max(0, at - 160), at);
  if (/\bif\s*\(\s*false\b[^}]*$/.test(before)) return true;
  return off.some((name) => {
    const used = before.lastIndexOf(name);
    return used !== -1 && /^\s*(?:&&|\?|\))/.test(before.slice(used + name.length));
  });
};

const lastName = (expression: string): string =>
  expression
    .replace(/\?/g, '')
    .replace(/\.(?:toLowerCase|toUpperCase|trim)\(\)/g, '')
    .split(/\.|\[|\]/)
    .map((part) => part.replace(/["']/g, '').trim())
    .filter((part) => part !== '' && part !== 'toLowerCase' && part !== 'trim')
    .at(-1) ?? '';

const isLiteral = (text: string): boolean => /^["'`]/.test(text.trim());

/** Comparisons that code makes, without those in parts that are switched off or commented out. */
export const comparisonsInCode = (step: Step): readonly Comparison[] => {
  const found: Comparison[] = [];
  for (const { text } of step.texts) {
    const code = withoutComments(text.source.slice(0, most));
    const off = offSwitches(code);
    for (const match of each(compared, code)) {
      if (isOff(code, match.index, off)) continue;
      const [, field = '', operator = '', value = ''] = match;
      // A type of value or message is nothing about a person.
      if (/^typeof\b|\.type$|^type$/.test(field) || /typeof\s*$/.test(code.slice(0, match.index).slice(-8)))
        continue;
      found.push({ field: lastName(field), operator, value: value.replace(/`/g, "'") });
    }
    for (const match of each(included, code)) {
      if (isOff(code, match.index, off)) continue;
      const [, list = '', item = ''] = match;
      if (isLiteral(item)) found.push({ field: lastName(list), operator: 'contains', value: item });
      else {
        const values = new RegExp(
          `\\b${lastName(list).replace(/\$/g, '\\$')}\\s*=\\s*\\[([^\\]]{0,300})\\]`,
        ).exec(code);
        for (const value of (values?.[1] ?? '').split(',').slice(0, 20))
          found.push({ field: lastName(item), operator: 'in', value: value.trim() });
      }
    }
  }
  return found;
};
