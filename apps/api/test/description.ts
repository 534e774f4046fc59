import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { apiDocument } from '../src/index.ts';
import type { Reply } from './start-api.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy in which an object has no property but those it names, so that nothing slips out undescribed. */
const closed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(closed);
  if (!isObject(value)) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, closed(each)]));
  const isSchema =
    copy['type'] === 'object' || (Array.isArray(copy['type']) && copy['type'].includes('object'));
  return isSchema && isObject(copy['properties']) ? { additionalProperties: false, ...copy } : copy;
};

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: unknown;
  }[];
  readonly body: unknown;
  readonly statuses: readonly number[];
}

interface DescribedOperation {
  readonly operationId: string;
  readonly parameters?: Operation['parameters'];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: unknown } } };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

/** The document as another program reads it. */
export const document = JSON.parse(JSON.stringify(apiDocument())) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
};

export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, each]) => ({
    id: each.operationId,
    method: method.toUpperCase(),
    path,
    parameters: each.parameters ?? [],
    body: each.requestBody?.content['application/json'].schema,
    statuses: Object.keys(each.responses).map(Number),
  })),
);

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema({ $id: 'api', ...(closed(document) as object) });
const validators = new Map<string, ValidateFunction>();

const pointerPart = (text: string): string =>
  encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'));

const validatorOf = (parts: readonly string[]): ValidateFunction => {
  const $ref = `api#/${parts.map(pointerPart).join('/')}`;
  const known = validators.get($ref);
  if (known !== undefined) return known;
  const made = ajv.compile({ $ref });
  validators.set($ref, made);
  return made;
};

const wrongLines = (text: string): string | undefined => {
  if (text !== '' && !text.endsWith('\n')) return 'the last line is not ended';
  for (const line of text.split('\n').slice(0, -1)) JSON.parse(line);
  return undefined;
};

const figure = /^[a-z0-9_]+(?:\{[^}]*\})? (?:[-+0-9.eE]+|Nan|NaN)$/;

/** In the text format of Prometheus. */
const wrongFigures = (text: string): string | undefined =>
  text.split('\n').find((line) => line !== '' && !line.startsWith('# ') && !figure.test(line));

/** What is wrong with an answer, by the description of its operation; undefined where nothing is. */
export const wrongWith = ({ method, path, id }: Operation, reply: Reply): string | undefined => {
  const described = document.paths[path]?.[method.toLowerCase()]?.responses[reply.status];
  if (described === undefined)
    return `${id} answers ${reply.status}, which it does not describe: ${reply.text}`;
  if (!reply.headers.has('x-request-id')) return `${id} answers without a request id`;
  const media = reply.headers.get('content-type')?.split(';')[0];
  const content = described.content ?? {};
  if (media === undefined) return Object.keys(content).length === 0 ? undefined : `${id} answers no content`;
  if (!(media in content)) return `${id} answers ${media}, which it does not describe`;
  if (media === 'text/html') return undefined;
  if (media === 'application/jsonl') return wrongLines(reply.text);
  if (media === 'text/plain') return wrongFigures(reply.text);
  const at = [
    'paths',
    path,
    method.toLowerCase(),
    'responses',
    `${reply.status}`,
    'content',
    media,
    'schema',
  ];
  const validate = validatorOf(at);
  return validate(reply.json)
    ? undefined
    : `${id} ${reply.status}: ${ajv.errorsText(validate.errors)}\n${reply.text}`;
};
