import { apiDocument } from '@plumbline/api';

/** Path -> text of the API's description, as the server gives it at `/openapi.json`. */
export const openapiFile = (): ReadonlyMap<string, string> =>
  new Map([['docs/schema/openapi.json', `${JSON.stringify(apiDocument(), null, 2)}\n`]]);
