import { look } from '../src/server/look.ts';
import { row, type ScriptedN8n, startN8n } from './scripted-n8n.ts';
import { type Api, type Reply, startApi } from './start-api.ts';

export const secret = 'n8n_api_only_to_read';
export const minute = 60_000;

interface Listed {
  readonly items: readonly { readonly id: string; readonly state: string; readonly name: string }[];
}

/** A shop whose scripted n8n, with the flows a, b and c, is a source that was not read yet. */
export interface SourcedShop {
  readonly api: Api;
  readonly n8n: ScriptedN8n;
  readonly admin: string;
  /** Id of the source. */
  readonly from: string;
  readonly clock: () => Date;
  readonly pass: (milliseconds: number) => void;
  readonly ask: (method: string, path: string, body?: unknown) => Promise<Reply>;
  readonly sync: () => Promise<unknown>;
  readonly source: () => Promise<Record<string, unknown>>;
  /** Open flows, in words. */
  readonly flows: () => Promise<readonly string[]>;
  /** All that is kept of flows, and every change of them. */
  readonly kept: () => Promise<unknown>;
  readonly close: () => Promise<void>;
}

export const openSourcedShop = async (): Promise<SourcedShop> => {
  let time = Date.UTC(2026, 0, 5, 9);
  const clock = (): Date => new Date(time);
  const n8n = await startN8n(row('a'), row('b'), row('c'));
  const api = await startApi({ look, clock });
  const admin = await api.keyFor(null, 'admin');
  const ask = (method: string, path: string, body?: unknown): Promise<Reply> =>
    api.ask(method, `/v1/businesses/shop${path}`, {
      key: admin,
      ...(body === undefined ? {} : { json: body }),
    });
  await api.ask('POST', '/v1/businesses', { key: admin, json: { id: 'shop', name: 'Shop' } });
  const given = { kind: 'n8n', url: `${n8n.url}/home/`, key: secret, allowPrivate: true };
  const added = await ask('POST', '/sources', given);
  const from = (added.json as { id: string }).id;
  return {
    api,
    n8n,
    admin,
    from,
    clock,
    pass: (milliseconds) => {
      time += milliseconds;
    },
    ask,
    sync: async () => (await ask('POST', `/sources/${from}/sync`)).json,
    source: async () => (await ask('GET', `/sources/${from}`)).json as Record<string, unknown>,
    flows: async () =>
      ((await ask('GET', '/flows')).json as Listed).items.map(
        ({ id, state, name }) => `${id} ${state} ${name}`,
      ),
    kept: () =>
      api.store.read('shop', async (view) => [
        await view.flows({ limit: 99, removed: true }),
        (await view.auditTrail({ limit: 999 })).filter(({ action }) => action.startsWith('flow.')),
      ]),
    close: async () => {
      await n8n.close();
      await api.store.close();
    },
  };
};
