import type { Branch, Condition, Text } from '@plumbline/core';
import { isRecord, type Json, textsOf, valueAt, wordAt } from './parameters.ts';
import { readText } from './text.ts';

const textOf = (value: unknown): Text => {
  if (typeof value === 'boolean') return readText(String(value));
  return textsOf(value)[0] ?? readText('');
};

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const operatorOf = (operator: unknown): string => {
  if (typeof operator === 'string') return operator.toLowerCase();
  if (isRecord(operator) && typeof operator['operation'] === 'string')
    return operator['operation'].toLowerCase();
  return 'unknown';
};

/** Filter form of IF v2, Filter v2 and Switch v3. */
const newConditions = (value: unknown, output: number): readonly Condition[] =>
  list(isRecord(value) ? value['conditions'] : undefined)
    .filter(isRecord)
    .map((each) => ({
      left: textOf(each['leftValue']),
      operator: operatorOf(each['operator']),
      right: textOf(each['rightValue']),
      output,
    }));

/** IF v1 and Filter v1: `{ string: [{ value1, operation, value2 }], boolean: [...] }`. */
const oldConditions = (value: unknown, output: number): readonly Condition[] => {
  if (!isRecord(value)) return [];
  return Object.values(value).flatMap((group) =>
    list(group)
      .filter(isRecord)
      .map((each) => ({
        left: textOf(each['value1']),
        operator: operatorOf(each['operation'] ?? 'equal'),
        right: textOf(each['value2']),
        output,
      })),
  );
};

const filterConditions = (value: unknown, output: number): readonly Condition[] =>
  isRecord(value) && Array.isArray(value['conditions'])
    ? newConditions(value, output)
    : oldConditions(value, output);

const switchBranch = (parameters: Json): Branch => {
  const rules = list(valueAt(parameters, 'rules.values') ?? valueAt(parameters, 'rules.rules')).filter(
    isRecord,
  );
  const left = textOf(parameters['value1'] ?? parameters['output']);
  const conditions = rules.flatMap((rule, index): readonly Condition[] => {
    if (isRecord(rule['conditions'])) return newConditions(rule['conditions'], index);
    const output = typeof rule['output'] === 'number' ? rule['output'] : index;
    return [
      { left, operator: operatorOf(rule['operation'] ?? 'equal'), right: textOf(rule['value2']), output },
    ];
  });
  if (conditions.length === 0 && left.source !== '') {
    conditions.push({ left, operator: 'unknown', right: readText(''), output: 0 });
  }
  const fallback = valueAt(parameters, 'options.fallbackOutput') ?? parameters['fallbackOutput'];
  const otherwise = typeof fallback === 'number' ? fallback : fallback === 'extra' ? rules.length : null;
  return {
    conditions,
    labels: rules.map((rule) =>
      typeof rule['outputKey'] === 'string' ? rule['outputKey'] : textOf(rule['value2']).source,
    ),
    otherwise: otherwise === -1 ? null : otherwise,
  };
};

const modelBranch = (parameters: Json): Branch => {
  const categories = list(valueAt(parameters, 'categories.categories')).filter(isRecord);
  const given = wordAt(parameters, 'options.categories');
  const labels =
    categories.length > 0
      ? categories.map((each) =>
          `${textOf(each['category']).source} ${textOf(each['description']).source}`.trim(),
        )
      : (given ?? 'Positive, Neutral, Negative').split(',').map((each) => each.trim());
  return {
    conditions: [],
    labels,
    otherwise: wordAt(parameters, 'options.fallback') === 'other' ? labels.length : null,
  };
};

/** The choice a step makes between its outputs, or `null` for a type that makes none. */
export const readBranch = (type: string, parameters: Json): Branch | null => {
  switch (type) {
    case 'n8n-nodes-base.if':
      return {
        conditions: filterConditions(parameters['conditions'], 0),
        labels: ['true', 'false'],
        otherwise: 1,
      };
    case 'n8n-nodes-base.filter':
      return { conditions: filterConditions(parameters['conditions'], 0), labels: [], otherwise: null };
    case 'n8n-nodes-base.switch':
      return switchBranch(parameters);
    case '@n8n/n8n-nodes-langchain.textClassifier':
    case '@n8n/n8n-nodes-langchain.sentimentAnalysis':
      return modelBranch(parameters);
    default:
      return null;
  }
};
