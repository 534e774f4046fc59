import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { StoreError } from '@plumbline/store';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { announcement, createLog, type Running, readSettings, SettingsError, serve } from '../src/index.ts';
import { chatbot, profile } from './shop.ts';

let folder: string;
const open: Running[] = [];
const lines: string[] = [];
const log = createLog((line) => void lines.push(line));

const start = async (port = 0, patience = 1_000): Promise<Running> => {
  const running = await serve({ dataFolder: folder, port, log, patience });
  open.push(running);
  return running;
};
const ask = (
  { url }: Running,
  key: string | null,
  method: string,
  path: string,
  json?: unknown,
): Promise<Response> =>
  fetch(url + path, {
    method,
    headers: {
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-serve-'));
  lines.length = 0;
});
afterEach(async () => {
  for (const running of open.splice(0)) await running.close();
  rmSync(folder, { recursive: true });
});

it('shows an admin key at the first start only, and finds its data at the second', async () => {
  const first = await start();
  const { adminKey: key } = first;
  expect(announcement(first).join('\n')).toContain(key);
  expect((await ask(first, key, 'POST', '/v1/businesses', { id: 'shop', name: 'Shop' })).status).toBe(201);
  const shop = '/v1/businesses/shop';
  expect((await ask(first, key, 'PUT', `${shop}/profile`, profile('Shop'))).status).toBe(201);
  const flow = { workflow: chatbot('chat'), state: 'published' };
  expect((await ask(first, key, 'PUT', `${shop}/flows/n8n/chat`, flow)).status).toBe(201);
  await first.idle();
  const before = await (await ask(first, key, 'GET', `${shop}/flows/n8n/chat`)).json();
  expect(before).toMatchObject({ standing: 'blocked', evaluation: { state: 'done' } });
  await first.close();

  const second = await start();
  expect(second.adminKey).toBeNull();
  expect(announcement(second).join('\n')).not.toContain('admin key');
  expect(await (await ask(second, key, 'GET', `${shop}/flows/n8n/chat`)).json()).toEqual(before);
  expect(lines.join('')).not.toContain(key);
});

it('takes the next free port, and says so', async () => {
  const other: Server = createServer();
  await new Promise<void>((resolve) => other.listen({ host: '127.0.0.1', port: 0 }, resolve));
  const { port } = other.address() as AddressInfo;
  const running = await start(port);
  expect(running.port).toBeGreaterThan(port);
  expect(running.takenPort).toBe(port);
  expect(announcement(running).join('\n')).toContain(`Port ${port} is taken`);
  expect((await ask(running, null, 'GET', '/readyz')).status).toBe(200);
  await new Promise((resolve) => other.close(resolve));
});

it('lets one process have a data folder, and takes no harm from the attempt of another', async () => {
  const running = await start();
  await expect(serve({ dataFolder: folder, port: 0, log })).rejects.toBeInstanceOf(StoreError);
  expect((await ask(running, null, 'GET', '/readyz')).status).toBe(200);
});

it('needs no key for a check from this machine, over a real socket', async () => {
  const running = await start();
  expect((await ask(running, null, 'POST', '/v1/check', { workflow: chatbot('f') })).status).toBe(200);
  expect((await ask(running, null, 'GET', '/v1/checks')).status).toBe(401);
});

it('refuses a body that is too large before it has all arrived', async () => {
  const running = await start();
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(32)),
  });
  const reply = await fetch(`${running.url}/v1/check`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: endless,
    duplex: 'half',
  } as RequestInit);
  expect(reply.status).toBe(413);
  expect(await reply.json()).toMatchObject({ code: 'too-large' });
});

it('finishes a request under way before it closes, and is not held up by idle connections', async () => {
  // Nobody is cut off by running out of patience here.
  const running = await start(0, 3_600_000);
  const idle = connect(running.port, '127.0.0.1');
  idle.on('error', () => undefined);
  await fetch(`${running.url}/healthz`);
  const body = JSON.stringify({ workflow: chatbot('f') });
  const busy = connect(running.port, '127.0.0.1');
  busy.write(
    `POST /v1/check HTTP/1.1\r\nhost: shop\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nexpect: 100-continue\r\n\r\n`,
  );
  // The server is inside the request now: it has asked for the body.
  await new Promise((resolve) => busy.once('data', resolve));
  const closed = running.close();
  busy.write(body);
  expect(await text(busy)).toMatch(/^HTTP\/1.1 200 OK\r\n/);
  await closed;
  await expect(fetch(`${running.url}/healthz`)).rejects.toThrow();
  expect(lines.at(-1)).toContain('"closed"');
});

it('says which setting it cannot do', async () => {
  const elsewhere = serve({ dataFolder: folder, port: 0, host: '203.0.113.1', log });
  await expect(elsewhere).rejects.toThrow(/^HOST is "203.0.113.1"/);
  // It has let go of the data folder.
  expect((await ask(await start(), null, 'GET', '/readyz')).status).toBe(200);
});

it('reads its settings from the environment', () => {
  expect(readSettings({})).toEqual({
    port: 4777,
    host: '127.0.0.1',
    dataFolder: '.plumbline',
    databaseUrl: undefined,
    vaultKey: undefined,
    retentionDays: 30,
    redisUrl: undefined,
  });
  expect(readSettings({ PORT: '80', HOST: '0.0.0.0', PLUMBLINE_DATA: '/data' })).toMatchObject({
    port: 80,
    host: '0.0.0.0',
    dataFolder: '/data',
  });
  for (const PORT of ['http', '-1', '70000', '4777.5']) {
    expect(() => readSettings({ PORT })).toThrow(SettingsError);
  }
  expect(readSettings({ REDIS_URL: 'rediss://:secret@cache:6380/1' }).redisUrl).toContain('cache');
  expect(() => readSettings({ REDIS_URL: 'http://:secret@cache' })).toThrow(/^REDIS_URL is no address/);
  expect(() => readSettings({ REDIS_URL: 'http://:secret@cache' })).not.toThrow(/secret/);
  expect(readSettings({ DATABASE_URL: 'postgresql://me:secret@db/x' }).databaseUrl).toContain('@db/x');
  const notPostgres = { DATABASE_URL: 'mysql://me:secret@db/x' };
  expect(() => readSettings(notPostgres)).toThrow(/^DATABASE_URL is no address/);
  expect(() => readSettings(notPostgres)).not.toThrow(/secret/);
  const smtp = { PLUMBLINE_SMTP_URL: 'smtp://me:secret@mail.example:587' };
  const from = 'Plumbline <plumbline@shop.example>';
  expect(readSettings({ ...smtp, PLUMBLINE_MAIL_FROM: from }).mail).toEqual({
    smtpUrl: smtp.PLUMBLINE_SMTP_URL,
    from,
  });
  for (const wrong of ['', 'me', 'a@b\r\nBcc: c@d.example', 'A <a@b> <c@d>'])
    expect(() => readSettings({ ...smtp, PLUMBLINE_MAIL_FROM: wrong })).toThrow(/^PLUMBLINE_MAIL_FROM must/);
  expect(() => readSettings({ PLUMBLINE_SMTP_URL: 'http://me:secret@mail' })).toThrow(/no address of a mail/);
  expect(() => readSettings({ PLUMBLINE_SMTP_URL: 'http://me:secret@mail' })).not.toThrow(/secret/);
  expect(readSettings({ PLUMBLINE_URL: 'https://plumbline.shop.example' }).baseUrl).toContain('shop');
  expect(() => readSettings({ PLUMBLINE_URL: 'javascript:alert(1)' })).toThrow(/^PLUMBLINE_URL is no/);
  expect(readSettings({ PLUMBLINE_RETENTION_DAYS: '7' }).retentionDays).toBe(7);
  for (const PLUMBLINE_RETENTION_DAYS of ['0', '-1', 'a month']) {
    expect(() => readSettings({ PLUMBLINE_RETENTION_DAYS })).toThrow(SettingsError);
  }
});
