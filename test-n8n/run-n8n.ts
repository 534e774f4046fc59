import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { type Child, startChild } from './child.ts';
import { type Answer, type Api, send } from './http.ts';
import type { Installed } from './install.ts';
import { installNodes } from './node-package.ts';
import { freePort, until } from './wait.ts';

/** One n8n with a database of its own, with an owner and a key for its public API. */
export interface N8n {
  readonly url: string;
  /** The public API, e.g. `/workflows`. */
  readonly api: Api;
  /** The API that the editor uses, as the owner, e.g. `/workflows`. */
  readonly editor: Api;
  /** Every node type it knows, as the editor loads them. */
  readonly types: () => Promise<Answer>;
  /** Ends the process and starts it again over the same data. */
  readonly restart: () => Promise<void>;
  /** Ends the process and removes its data. */
  readonly close: () => Promise<void>;
  /** What it has logged last. */
  readonly said: () => string;
}

/** Everything by which n8n would reach out, switched off. */
const quiet = {
  N8N_DIAGNOSTICS_ENABLED: 'false',
  N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
  N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
  N8N_DYNAMIC_BANNERS_ENABLED: 'false',
  N8N_TEMPLATES_ENABLED: 'false',
  N8N_PERSONALIZATION_ENABLED: 'false',
  N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
  N8N_VERIFIED_PACKAGES_ENABLED: 'false',
  N8N_AI_ENABLED: 'false',
  N8N_LICENSE_SERVER_URL: 'http://127.0.0.1:9',
};

/** What only a newer n8n has; an older one does not start with the name of a module that it does not know. */
const quietToo = ({ version }: Installed): NodeJS.ProcessEnv =>
  Number(version.split('.')[1]) < 40 ? {} : { N8N_DISABLED_MODULES: 'mcp-registry' };

/** Whoever signs in. */
export const owner = {
  email: 'owner@shop.example',
  firstName: 'Maria',
  lastName: 'Lamp',
  password: 'Lamp-light-42',
};

const scopes = [
  ...['create', 'read', 'update', 'delete', 'list', 'activate', 'deactivate'].map(
    (verb) => `workflow:${verb}`,
  ),
  ...['read', 'list'].map((verb) => `execution:${verb}`),
];

/**
 * Starts n8n on loopback with a fresh user folder and waits until it answers. `extra` is added to its environment; with
 * `packed` the nodes of that file are installed.
 */
export const startN8n = async (
  installed: Installed,
  extra: NodeJS.ProcessEnv = {},
  packed?: string,
): Promise<N8n> => {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-n8n-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env: NodeJS.ProcessEnv = {
    ...quiet,
    ...quietToo(installed),
    PATH: [dirname(installed.node), process.env['PATH']].join(delimiter),
    HOME: folder,
    N8N_USER_FOLDER: folder,
    DB_TYPE: 'sqlite',
    N8N_LISTEN_ADDRESS: '127.0.0.1',
    N8N_PORT: String(port),
    N8N_RUNNERS_BROKER_PORT: String(await freePort()),
    WEBHOOK_URL: `${url}/`,
    N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
    N8N_SECURE_COOKIE: 'false',
    ...extra,
  };
  let child: Child | undefined;

  const begin = async (): Promise<void> => {
    const main = join(installed.folder, 'node_modules/n8n/bin/n8n');
    const started = startChild(installed.node, [main, 'start'], { cwd: folder, env });
    child = started;
    // Its readiness route is green before the others exist, and those answer 503 before its database is ready.
    const settings = async (): Promise<unknown> => {
      if (started.ended() !== null) throw new Error(`n8n ended with ${started.ended()}:\n${started.said()}`);
      return send(`${url}/rest/settings`, 'GET', {}).then(
        ({ status, json }) => (status === 200 ? json : undefined),
        () => undefined,
      );
    };
    await until('that n8n answers', settings, (json) => json !== undefined);
  };

  const close = async (): Promise<void> => {
    await child?.end();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
    if (packed !== undefined) await installNodes(folder, packed);
    await begin();
    const setUp = await send(`${url}/rest/owner/setup`, 'POST', {}, owner);
    if (setUp.status !== 200) throw new Error(`the owner could not be set up: ${setUp.text}`);
    const browser = { cookie: setUp.cookie, 'browser-id': 'plumbline-tests' };
    const wish = { label: 'tests', expiresAt: null, scopes };
    const made = await send(`${url}/rest/api-keys`, 'POST', browser, wish);
    const key = (made.json as { data?: { rawApiKey?: string } } | undefined)?.data?.rawApiKey;
    if (key === undefined) throw new Error(`no API key was made: ${made.status} ${made.text}`);
    return {
      url,
      api: (method, path, body) => send(`${url}/api/v1${path}`, method, { 'x-n8n-api-key': key }, body),
      editor: (method, path, body) => send(`${url}/rest${path}`, method, browser, body),
      types: () => send(`${url}/types/nodes.json`, 'GET', browser),
      restart: async () => {
        await child?.end();
        await begin();
      },
      close,
      said: () => child?.said() ?? '',
    };
  } catch (error) {
    await close();
    throw error;
  }
};
