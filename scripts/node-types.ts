import { apiDocument } from '@plumbline/api';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

/** What the n8n nodes name; whatever these lean on comes along. */
const named = ['ApprovalEnd', 'BatchRequest', 'Decision', 'UnansweredAction'];

type Schemas = Readonly<Record<string, unknown>>;

/** The named schemas and all that they lean on. */
const leanOn = (schemas: Schemas): Schemas => {
  const found = new Map<string, unknown>();
  const add = (name: string): void => {
    if (found.has(name)) return;
    found.set(name, schemas[name]);
    for (const [, other = ''] of JSON.stringify(schemas[name]).matchAll(/#\/components\/schemas\/([\w.-]+)/g))
      add(other);
  };
  named.forEach(add);
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** Path -> text of the types that the n8n nodes need of the API, so that they depend on nothing. */
export const nodeTypes = async (): Promise<ReadonlyMap<string, string>> => {
  const document = JSON.parse(JSON.stringify(apiDocument())) as OpenAPI3 & {
    components: { schemas: Schemas };
  };
  const schemas = leanOn(document.components.schemas);
  const only = { openapi: document.openapi, info: document.info, paths: {}, components: { schemas } };
  const types = astToString(
    await openapiTS(only as OpenAPI3, { alphabetize: true, defaultNonNullable: false }),
  ).replaceAll(/^export type (?:webhooks|\$defs|paths|operations) = .*\n/gm, '');
  return new Map([
    [
      'packages/n8n-nodes-plumbline/src/api.gen.ts',
      `// Generated from the API's description: \`pnpm generate\`.\n${types}`,
    ],
  ]);
};
