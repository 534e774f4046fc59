import { createHash } from 'node:crypto';
import { createInProcessQueue } from '@plumbline/queue/in-process';
import {
  type BareContext,
  type Caretaker,
  type Context,
  createCaretaker,
  createDesk,
  createIds,
  createKey,
  createPolicies,
  createReconciler,
  type Reconciler,
  systemActor,
} from '@plumbline/service';
import type { KeyScope, Store } from '@plumbline/store';
import { openEmbedded } from '@plumbline/store/embedded';
import { createVault } from '@plumbline/store/vault';
import { createApp } from '../src/app.ts';
import { createLog } from '../src/log.ts';

export interface Ask {
  readonly key?: string | undefined;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly text?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  /** Address of the socket the request comes from. */
  readonly from?: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown;
}

/** The API over a real store in memory, with a clock and randomness that the test holds. */
export interface Api {
  readonly store: Store;
  readonly ctx: Context;
  readonly reconciler: Reconciler;
  readonly caretaker: Caretaker;
  readonly logged: Record<string, unknown>[];
  readonly fetch: (request: Request) => Response | Promise<Response>;
  readonly ask: (method: string, path: string, ask?: Ask) => Promise<Reply>;
  /** Secret of a new key; with null an admin key. */
  readonly keyFor: (business: string | null, ...scopes: KeyScope[]) => Promise<string>;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** `change` puts something else in place of a part, e.g. a hash function that throws. */
export const startApi = async (change: Partial<BareContext> = {}): Promise<Api> => {
  const store = await openEmbedded({ folder: ':memory:' });
  let drawn = 0;
  const clock = (): Date => new Date(Date.UTC(2026, 0, 5, 9));
  const random = (bytes: number): Uint8Array => {
    drawn += 1;
    return createHash('sha512').update(`${drawn}`).digest().subarray(0, bytes);
  };
  const logged: Record<string, unknown>[] = [];
  const parts = {
    store,
    clock,
    random,
    id: createIds(clock, random),
    hash: (text: string) => createHash('sha256').update(text).digest('hex'),
    log: createLog((line) => void logged.push(JSON.parse(line)), clock),
    vault: createVault(new Uint8Array(32).fill(7)),
    policies: createPolicies(),
    desk: createDesk(),
    send: async () => ({ ok: true, status: 200 }) as const,
    look: async () => ({ ok: false, why: 'unreachable', reason: 'no answer' }) as const,
    retention: 30 * 24 * 60 * 60 * 1000,
  };
  const never = { later: () => undefined };
  const queue = createInProcessQueue(never);
  const reconciler = createReconciler({ ...parts, tend: () => undefined }, { ...never, queue });
  await reconciler.start();
  const caretaker = createCaretaker({ ...parts, wake: reconciler.wake }, never);
  const bare: BareContext = { ...parts, wake: reconciler.wake, tend: caretaker.tend };
  const ctx: Context = { ...bare, actor: systemActor };
  const app = createApp({ ctx: { ...bare, ...change } });
  return {
    store,
    ctx,
    reconciler,
    caretaker,
    logged,
    fetch: app.fetch,
    ask: async (method, path, { key, json, text, headers, from } = {}) => {
      const body = json === undefined ? text : JSON.stringify(json);
      const init = {
        method,
        headers: {
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body }),
      };
      const environment = from === undefined ? {} : { incoming: { socket: { remoteAddress: from } } };
      const response = await app.request(path, init, environment);
      const answered = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        text: answered,
        json: parsed(answered),
      };
    },
    keyFor: async (business, ...scopes) =>
      (await createKey({ ctx, input: { business, name: 'k', scopes } })).secret,
  };
};
