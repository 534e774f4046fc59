import { isEmpty, type Json, literalWord, valueAt } from '../parameters.ts';
import { type Defaults, defaults } from './defaults.gen.ts';
import type { Case, Does, NodeEntry } from './entry.ts';
import { outside, verbOf } from './verbs.ts';

const toolName = /(?:Hitl)?Tool$/;
const hitlName = /HitlTool$/;

/** n8n lists this in place of an operation for services whose credentials an HTTP Request step can use. */
const customCall = '__CUSTOM_API_CALL__';

/** What n8n takes for an absent resource or operation, by type and version; a version nobody knows takes the newest. */
const defaultsOf = (type: string, version: unknown): Defaults | undefined => {
  const ranges = Object.hasOwn(defaults, type) ? defaults[type] : undefined;
  if (ranges === undefined)
    return toolName.test(type) ? defaultsOf(type.replace(toolName, ''), version) : undefined;
  const wanted = typeof version === 'number' || typeof version === 'string' ? Number(version) : Number.NaN;
  return ranges.find((range) => wanted >= range.from && wanted <= range.to) ?? ranges.at(-1);
};

/** Entry's answer for a resource and an operation, each `undefined` where the file does not tell. */
export const operationIn = (entry: NodeEntry, resource?: string, operation?: string): Does | undefined => {
  const has = (key: string): Does | undefined =>
    Object.hasOwn(entry.operations, key) ? entry.operations[key] : undefined;
  if (operation === customCall || resource === customCall) return outside;
  return (
    (resource !== undefined && operation !== undefined ? has(`${resource}.${operation}`) : undefined) ??
    (resource !== undefined ? has(`${resource}.*`) : undefined) ??
    (operation !== undefined ? has(operation) : undefined) ??
    (operation !== undefined && entry.keepsRecords === true ? verbOf(operation) : undefined) ??
    has('*')
  );
};

const fits = (parameters: Json, { parameter, is, orExpression }: Case): boolean => {
  const value = valueAt(parameters, parameter);
  if (value === undefined || value === null || value === '' || value === '=') return false;
  if (typeof value === 'string' && value.charCodeAt(0) === 61)
    return is === undefined || orExpression === true;
  if (is === undefined) return value !== false;
  return is.some((each) => each === value || (typeof value === 'string' && each === value.toLowerCase()));
};

/** The case that the parameters choose, or the operation itself. */
const caseOf = (does: Does, parameters: Json): Does =>
  does.cases?.find((each) => fits(parameters, each))?.does ?? does;

/** Everything an operation may turn out to do. */
export const outcomesOf = (does: Does): readonly Does[] => [
  does,
  ...(does.cases ?? []).map((each) => each.does),
];

/** Resource and operation of a step with n8n's defaults for absent parameters; `undefined` for what an expression chooses. */
export const chosenIn = (
  type: string,
  version: unknown,
  entry: NodeEntry,
  parameters: Json,
): { readonly resource: string | undefined; readonly operation: string | undefined } => {
  const chosen = (parameter: string, fallback: string | undefined): string | undefined => {
    const value = valueAt(parameters, parameter);
    return value === undefined ? fallback : literalWord(value);
  };
  const own = entry.operationParameter === undefined ? defaultsOf(type, version) : undefined;
  const resource = chosen(
    entry.resourceParameter ?? 'resource',
    own === undefined ? entry.resource : own.resource,
  );
  // Where a version has nothing to choose, the entry says what it does.
  const byDefault =
    own !== undefined && !isEmpty(own.operations)
      ? (own.operations[resource ?? '*'] ?? own.operations['*'])
      : entry.operation;
  return { resource, operation: chosen(entry.operationParameter ?? 'operation', byDefault) };
};

/** A step between an agent and its tool: whatever the service, it does nothing but ask a person. */
const askingIn = (entry: NodeEntry): Does | undefined => {
  const key = Object.keys(entry.operations).find((name) => /(?:^|\.)sendAndWait$/.test(name));
  return key === undefined ? undefined : entry.operations[key];
};

/** What a step of a catalogued type does; `undefined` where nobody has catalogued its operation. */
export const doesOf = (
  type: string,
  version: unknown,
  entry: NodeEntry,
  parameters: Json,
): Does | undefined => {
  if (hitlName.test(type)) return askingIn(entry);
  const { resource, operation } = chosenIn(type, version, entry, parameters);
  const does = operationIn(entry, resource, operation);
  return does === undefined ? undefined : caseOf(does, parameters);
};
