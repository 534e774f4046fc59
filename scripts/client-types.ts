import { apiDocument } from '@plumbline/api';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

/** Path -> text of the types of `@plumbline/client`, from the API's description. */
export const clientTypes = async (): Promise<ReadonlyMap<string, string>> => {
  // Through JSON, as another program would read it.
  const document = JSON.parse(JSON.stringify(apiDocument())) as OpenAPI3;
  const types = astToString(await openapiTS(document, { alphabetize: true, defaultNonNullable: false }))
    // Empty here, and what nobody uses is not exported.
    .replaceAll(/^export type (?:webhooks|\$defs) = .*\n/gm, '')
    .replace('export interface operations', 'interface operations');
  return new Map([
    [
      'packages/client/src/api.gen.ts',
      `// Generated from the API's description: \`pnpm generate\`.\n${types}`,
    ],
  ]);
};
