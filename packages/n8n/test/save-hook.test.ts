import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { saveHook, type WhenDown, whenDownChoices } from '../src/index.ts';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly key: string;
  readonly body: Readonly<Record<string, unknown>>;
}
type Reply = { readonly status: number; readonly text: string } | 'silence';
type Hook = (this: unknown, ...given: readonly unknown[]) => Promise<void> | void;
type Hooks = Readonly<Record<string, Readonly<Record<string, readonly Hook[]>>>>;

const folder = mkdtempSync(join(tmpdir(), 'plumbline-hook-'));
const everything: Asked[] = [];
let reply: Reply = { status: 200, text: '{}' };
let server: Server;

const textOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
};

beforeAll(async () => {
  server = createServer((request, response) => {
    void textOf(request).then((text) => {
      const { method = '', url: path = '', headers } = request;
      everything.push({ method, path, key: headers.authorization ?? '', body: JSON.parse(text) });
      if (reply === 'silence') return;
      response.writeHead(reply.status, { 'content-type': 'application/json' }).end(reply.text);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  reply = { status: 200, text: '{}' };
});

let loaded = 0;
/** What the file loaded last has asked; earlier ones may still report. */
const asked = (): readonly Asked[] => everything.filter(({ path }) => path.includes(`/flows/n8n-${loaded}/`));
/** The file as n8n would load it, with this environment. */
const load = (whenDown: WhenDown, environment: Readonly<Record<string, string>> = {}): Hooks => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  vi.stubEnv('PLUMBLINE_URL', `http://127.0.0.1:${port}/`);
  vi.stubEnv('PLUMBLINE_KEY', 'plb_key');
  vi.stubEnv('PLUMBLINE_BUSINESS', 'the shop');
  vi.stubEnv('PLUMBLINE_SOURCE', `n8n-${loaded + 1}`);
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  loaded += 1;
  const file = join(folder, `hook-${loaded}.cjs`);
  writeFileSync(file, saveHook(whenDown));
  const hooks = createRequire(import.meta.url)(file) as Hooks;
  vi.unstubAllEnvs();
  return hooks;
};

const candidate = { id: 'a/b', name: 'Chat', nodes: [{ id: '1' }], connections: {}, pinData: { a: [1] } };
const running = { nodes: [{ id: '0' }], connections: {} };
const rows = {
  findOne: async () => ({ ...candidate, settings: {}, activeVersion: running }),
  find: async () => [{ id: 'a/b' }],
};
const context = { dbCollections: { Workflow: rows } };
const run = async (hooks: Hooks, hook: string, given: unknown = candidate): Promise<void> => {
  for (const each of hooks['workflow']?.[hook] ?? []) await each.call(context, given);
};

describe.each(whenDownChoices)('the hook, --when-down %s', (whenDown) => {
  it('hands over what is to be published and what is live, and nothing beside', async () => {
    reply = { status: 200, text: JSON.stringify({ answer: 'publish', message: '' }) };
    await run(load(whenDown), 'activate');
    expect(asked()).toMatchObject([
      {
        method: 'POST',
        path: `/v1/businesses/the%20shop/flows/n8n-${loaded}/a%2Fb/gate`,
        key: 'Bearer plb_key',
      },
    ]);
    expect(asked()[0]?.body).toEqual({
      workflow: { id: 'a/b', name: 'Chat', nodes: [{ id: '1' }], connections: {}, settings: {} },
      live: { id: 'a/b', name: 'Chat', ...running, settings: {} },
    });
  });

  it('throws the words of a refusal, on one line', async () => {
    reply = { status: 200, text: JSON.stringify({ answer: 'refuse', message: 'Not\n\u202epublished' }) };
    await expect(run(load(whenDown), 'activate')).rejects.toThrow(/^Not published$/);
  });

  it('takes no profile for no refusal', async () => {
    reply = { status: 200, text: JSON.stringify({ answer: 'no-policy', message: '' }) };
    await expect(run(load(whenDown), 'activate')).resolves.toBeUndefined();
  });

  const noVerdict: Readonly<Record<string, Reply>> = {
    'a fault': { status: 500, text: '{"code":"internal"}' },
    'a wrong key': { status: 401, text: '{}' },
    'a word it does not know': { status: 200, text: '{"answer":"perhaps","message":""}' },
    'a refusal without words': { status: 200, text: '{"answer":"refuse"}' },
    'an error': { status: 200, text: '{"answer":"error","message":"a check failed"}' },
    'no JSON': { status: 200, text: '<html>' },
    'nothing at all': { status: 200, text: 'null' },
    silence: 'silence',
  };
  it.each(Object.keys(noVerdict))('takes %s for no verdict, and does as was chosen', async (name) => {
    reply = noVerdict[name] ?? 'silence';
    const publishing = run(load(whenDown), 'activate');
    if (whenDown === 'publish') await expect(publishing).resolves.toBeUndefined();
    else await expect(publishing).rejects.toThrow(/^Not published: Plumbline gave no verdict \(/);
    expect(asked()).toHaveLength(1);
  });

  it.each(['PLUMBLINE_URL', 'PLUMBLINE_KEY', 'PLUMBLINE_BUSINESS'])(
    'names %s where it is not set',
    async (name) => {
      const publishing = run(load(whenDown, { [name]: '' }), 'activate');
      if (whenDown === 'publish') await expect(publishing).resolves.toBeUndefined();
      else await expect(publishing).rejects.toThrow(`${name} not set in the environment of n8n`);
      expect(asked()).toEqual([]);
    },
  );

  it('reports a save afterwards, with both versions', async () => {
    await run(load(whenDown), 'afterUpdate');
    await vi.waitFor(() => expect(asked()).toHaveLength(1), { timeout: 5000 });
    expect(asked()[0]).toMatchObject({
      method: 'PUT',
      path: `/v1/businesses/the%20shop/flows/n8n-${loaded}/a%2Fb/report`,
      body: { live: { nodes: [{ id: '0' }] }, draft: { nodes: [{ id: '1' }] } },
    });
  });

  it('reports again what could not be reported', async () => {
    reply = { status: 503, text: '{}' };
    await run(load(whenDown), 'afterCreate');
    await vi.waitFor(() => expect(asked()).toHaveLength(1), { timeout: 5000 });
    reply = { status: 200, text: '' };
    await vi.waitFor(() => expect(asked()).toHaveLength(2), { timeout: 8000 });
  });
});
