import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Installed } from './install.ts';

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown;
}

/** One n8n with a database of its own, with an owner and a key for its public API. */
export interface N8n {
  readonly url: string;
  /** The public API, e.g. `/workflows`. */
  readonly api: (method: string, path: string, body?: unknown) => Promise<Answer>;
  /** The API that the editor uses, as the owner, e.g. `/workflows`. */
  readonly editor: (method: string, path: string, body?: unknown) => Promise<Answer>;
  /** Every node type it knows, as the editor loads them. */
  readonly types: () => Promise<Answer>;
  /** Ends the process and starts it again over the same data. */
  readonly restart: () => Promise<void>;
  /** Ends the process and removes its data. */
  readonly close: () => Promise<void>;
  /** What it has logged last. */
  readonly said: () => string;
}

/** A port that is free now. */
export const freePort = async (): Promise<number> => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  server.close();
  await once(server, 'close');
  return port;
};

/** Asks until `good` holds of the answer; throws with the last one where it does not within a minute and a half. */
export const until = async <T>(
  what: string,
  ask: () => Promise<T>,
  good: (answer: T) => boolean,
): Promise<T> => {
  const end = performance.now() + 90_000;
  for (;;) {
    const answer = await ask();
    if (good(answer)) return answer;
    if (performance.now() > end) throw new Error(`${what} did not come about: ${JSON.stringify(answer)}`);
    await wait(200);
  }
};

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
  N8N_DISABLED_MODULES: 'mcp-registry',
};

const owner = {
  email: 'owner@shop.example',
  firstName: 'Maria',
  lastName: 'Lamp',
  password: 'Lamp-light-42',
};

const scopes = ['create', 'read', 'update', 'delete', 'list', 'activate', 'deactivate'].map(
  (verb) => `workflow:${verb}`,
);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const send = async (
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): Promise<Answer & { readonly cookie: string }> => {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(60_000),
  });
  const text = await response.text();
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0] ?? '')
    .join('; ');
  return { status: response.status, text, json: parsed(text), cookie };
};

/**
 * Starts n8n on loopback with a fresh user folder and waits until it answers. `extra` is added to its environment. It
 * is ended by its process id, also when the process of the tests goes away.
 */
export const startN8n = async (installed: Installed, extra: NodeJS.ProcessEnv = {}): Promise<N8n> => {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-n8n-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment: NodeJS.ProcessEnv = {
    ...quiet,
    PATH: process.env['PATH'],
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
  let child: ChildProcess | undefined;
  let said = '';
  const killed = (): void => void child?.kill('SIGKILL');
  const interrupted = (): void => {
    killed();
    process.exit(143);
  };
  process.on('exit', killed);
  process.on('disconnect', killed);
  process.on('SIGTERM', interrupted);

  const end = async (): Promise<void> => {
    const ending = child;
    child = undefined;
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = once(ending, 'exit');
    ending.kill('SIGTERM');
    const patience = setTimeout(() => ending.kill('SIGKILL'), 30_000);
    await gone;
    clearTimeout(patience);
  };

  const begin = async (): Promise<void> => {
    const main = join(installed.folder, 'node_modules/n8n/bin/n8n');
    const started = spawn(installed.node, [main, 'start'], {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    const hear = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-20_000);
    };
    started.stdout.on('data', hear);
    started.stderr.on('data', hear);
    // Its readiness route is green before the others exist.
    const settings = async (): Promise<unknown> => {
      if (started.exitCode !== null) throw new Error(`n8n ended with ${started.exitCode}:\n${said}`);
      return send(`${url}/rest/settings`, 'GET', {}, undefined).then(
        ({ json }) => json,
        () => undefined,
      );
    };
    await until('that n8n answers', settings, (json) => json !== undefined);
  };

  const close = async (): Promise<void> => {
    await end();
    process.off('exit', killed);
    process.off('disconnect', killed);
    process.off('SIGTERM', interrupted);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };

  try {
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
      types: () => send(`${url}/types/nodes.json`, 'GET', browser, undefined),
      restart: async () => {
        await end();
        await begin();
      },
      close,
      said: () => said,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
