import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Postgres, startPostgres } from '../../../scripts/services/postgres.ts';
import { createLog, type Running, SettingsError, serve } from '../src/index.ts';
import { chatbot, profile, question } from './shop.ts';

let postgres: Postgres;
const open: Running[] = [];
beforeAll(async () => {
  postgres = await startPostgres();
});
afterEach(async () => {
  for (const running of open.splice(0)) await running.close();
});
afterAll(() => postgres.stop());

const vaultKey = Buffer.alloc(32, 1).toString('base64');
const start = async (key: string | undefined = vaultKey): Promise<Running> => {
  const running = await serve({
    dataFolder: '/nowhere',
    databaseUrl: postgres.url(),
    vaultKey: key,
    port: 0,
    log: createLog(() => undefined),
  });
  open.push(running);
  return running;
};
const ask = async ({ url }: Running, key: string | null, method: string, path: string, json?: unknown) => {
  const response = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  return { status: response.status, json: (await response.json().catch(() => null)) as unknown };
};

it('is one Plumbline in two processes, and answers 503 while the database is away', async () => {
  const [one, other] = await Promise.all([start(), start()]);
  if (one === undefined || other === undefined) throw new Error('Not started.');
  // One admin key, whichever came first.
  const keys = [one.adminKey, other.adminKey].filter((key) => key !== null);
  expect(keys).toHaveLength(1);
  const admin = keys[0] ?? '';
  expect((await ask(one, admin, 'POST', '/v1/businesses', { id: 'shop', name: 'Shop' })).status).toBe(201);
  expect((await ask(other, admin, 'PUT', '/v1/businesses/shop/profile', profile('Shop'))).status).toBe(201);
  const flow = { workflow: chatbot('chat'), state: 'published' };
  expect((await ask(one, admin, 'PUT', '/v1/businesses/shop/flows/n8n/chat', flow)).status).toBe(201);
  await one.idle();
  await other.idle();
  const seen = await ask(other, admin, 'GET', '/v1/businesses/shop/flows/n8n/chat');
  expect(seen.json).toMatchObject({ standing: 'blocked', evaluation: { state: 'done' } });

  // A key that one revokes opens nothing at the other.
  const made = await ask(one, admin, 'POST', '/v1/businesses/shop/keys', { name: 'x', scopes: ['read'] });
  const { key, secret } = made.json as { key: { id: string }; secret: string };
  expect((await ask(other, secret, 'GET', '/v1/businesses/shop')).status).toBe(200);
  expect((await ask(one, admin, 'DELETE', `/v1/businesses/shop/keys/${key.id}`)).status).toBeLessThan(300);
  expect((await ask(other, secret, 'GET', '/v1/businesses/shop')).status).toBe(401);

  await postgres.without(async () => {
    const asked = await Promise.all(
      Array.from({ length: 20 }, () =>
        ask(one, admin, 'POST', '/v1/businesses/shop/decisions', question('ann@example.org')),
      ),
    );
    expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([503]));
    expect(asked[0]?.json).toMatchObject({ code: 'unavailable' });
    expect((await fetch(`${one.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${one.url}/healthz`)).status).toBe(200);
  });
  expect((await fetch(`${one.url}/readyz`)).status).toBe(200);
  expect((await ask(other, admin, 'GET', '/v1/businesses/shop')).status).toBe(200);
});

it('refuses to start without the vault key, and with another one', async () => {
  const without = serve({ dataFolder: '/nowhere', databaseUrl: postgres.url(), port: 0 });
  await expect(without).rejects.toThrow(SettingsError);
  await expect(without).rejects.toThrow(/PLUMBLINE_VAULT_KEY/);
  await expect(start(Buffer.alloc(32, 2).toString('base64'))).rejects.toThrow(/another vault key/);
});
