import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Running, serve } from '@plumbline/api';
import { createBusiness, createKey, putProfile } from '@plumbline/service';
import type { Send } from '../src/exchange.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

const profile = {
  profile: 1,
  name: 'The Corner Bookshop',
  values: [
    {
      id: 'customer-intimacy',
      title: 'Customer intimacy',
      commitments: [
        {
          id: 'rarely',
          promise: 'Nobody hears from us more than once a month',
          enforcement: 'block',
          rules: [{ rule: 'contact-limit', options: { most: 1, days: 30 } }],
        },
        {
          id: 'read',
          promise: 'Nothing of a model goes out unread',
          enforcement: 'approve',
          rules: [{ rule: 'reviewed-ai-text' }],
        },
      ],
    },
  ],
} as const;

/** A real Plumbline on loopback, and the requests of a node to it. */
export interface Plumbline {
  readonly ctx: Running['ctx'];
  readonly url: string;
  readonly send: Send;
  /** How many requests were made. */
  readonly made: () => number;
  readonly close: () => Promise<void>;
}

/** As n8n makes requests: JSON both ways, two seconds, any status is a reply. */
export const senderTo =
  (url: string, key: string): Send =>
  async ({ method, path, body }) => {
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(2_000),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? '' : JSON.parse(text) };
  };

/** Opens it with one business and a key that may only `decide`. */
export const openPlumbline = async (): Promise<Plumbline> => {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-nodes-'));
  const running = await serve({ dataFolder: folder, port: 0, log: silent });
  const { ctx, url } = running;
  await createBusiness({ ctx, input: { id: 'shop', name: 'The Corner Bookshop' } });
  await putProfile({ ctx, input: { business: 'shop', profile: structuredClone(profile) as never } });
  const { secret } = await createKey({ ctx, input: { business: 'shop', name: 'n8n', scopes: ['decide'] } });
  const send = senderTo(url, secret);
  let made = 0;
  return {
    ctx,
    url,
    send: (call) => {
      made += 1;
      return send(call);
    },
    made: () => made,
    close: async () => {
      await running.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
