import type { StoredEvent } from '@plumbline/store';

export type LinkTo = (event: Pick<StoredEvent, 'type' | 'data'>) => string | null;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const textsOf = (data: StoredEvent['data']): Readonly<Record<string, string>> => {
  const found: Record<string, string> = {};
  for (const name of ['business', 'approval', 'handover']) {
    const value = data[name];
    if (typeof value === 'string') found[name] = value;
  }
  const flow = data['flow'];
  if (isRecord(flow) && typeof flow['source'] === 'string' && typeof flow['id'] === 'string')
    found['flow'] = `${flow['source']}/${flow['id']}`;
  return found;
};

/** Where people look at what happened: under the address that they reach Plumbline at. */
export const linksUnder =
  (baseUrl: string | undefined): LinkTo =>
  ({ data }) => {
    if (baseUrl === undefined) return null;
    const url = new URL(baseUrl);
    // Behind a proxy that serves it under a path, the files of the page lie beside it.
    if (!url.pathname.endsWith('/')) url.pathname += '/';
    for (const [name, value] of Object.entries(textsOf(data))) url.searchParams.set(name, value);
    return url.href;
  };
