import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProfileInput } from '@plumbline/core';
import { type Child, startChild } from './child.ts';
import { type Api, ok, send } from './http.ts';
import { freePort, until } from './wait.ts';

export const business = 'shop';

interface Request {
  readonly method: string;
  readonly route: string;
  readonly status: number;
}

/** One Plumbline in a process and a data folder of its own, with one business. */
export interface Plumbline {
  readonly url: string;
  /** As its administrator, e.g. `/v1/businesses`. */
  readonly admin: Api;
  /** Puts the promises of the business. */
  readonly promise: (profile: ProfileInput) => Promise<void>;
  /** A new key of the business. */
  readonly key: (...scopes: string[]) => Promise<string>;
  /** Requests it has answered since it was started last, in order. */
  readonly requests: () => readonly Request[];
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Starts it again over the same data at the same address. */
  readonly start: () => Promise<void>;
  /** Ends it and removes its data. */
  readonly close: () => Promise<void>;
}

const main = join(import.meta.dirname, '../apps/api/src/main.ts');

const requestsIn = (said: string): readonly Request[] =>
  said.split('\n').flatMap((line) => {
    if (!line.startsWith('{')) return [];
    const entry = JSON.parse(line) as Partial<Request> & { readonly message?: string };
    const { method, route, status } = entry;
    return method === undefined || route === undefined || status === undefined
      ? []
      : [{ method, route, status }];
  });

export const startPlumbline = async (): Promise<Plumbline> => {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-n8n-api-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    PORT: `${port}`,
    PLUMBLINE_DATA: join(folder, 'data'),
  };
  let child: Child | undefined;
  const start = async (): Promise<void> => {
    const started = startChild(process.execPath, [main], { cwd: folder, env });
    child = started;
    await until(
      'that Plumbline listens',
      async () => {
        if (started.ended() !== null) throw new Error(`Plumbline ended: ${started.said()}`);
        return started.said();
      },
      (said) => said.includes(`API   ${url}/v1`),
    );
  };
  const close = async (): Promise<void> => {
    await child?.end();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await start();
    const secret = /^ {2}(plb_\S+)$/m.exec(child?.said() ?? '')?.[1];
    if (secret === undefined) throw new Error('it gave no admin key');
    const admin: Api = (method, path, body) =>
      send(`${url}${path}`, method, { authorization: `Bearer ${secret}` }, body);
    ok(await admin('POST', '/v1/businesses', { id: business, name: 'The Corner Bookshop' }));
    return {
      url,
      admin,
      promise: async (profile) => {
        ok(await admin('PUT', `/v1/businesses/${business}/profile`, profile));
      },
      key: async (...scopes) => {
        const made = ok(await admin('POST', `/v1/businesses/${business}/keys`, { name: 'n8n', scopes }));
        return (made as { readonly secret: string }).secret;
      },
      requests: () => requestsIn(child?.said() ?? ''),
      kill: async () => child?.end('SIGKILL'),
      start,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
