import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isPrivate } from '@plumbline/service';
import { afterEach, expect, it } from 'vitest';
import { send } from '../src/server/send.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const listen = async (listener: RequestListener): Promise<number> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

const call = (url: string, allowPrivate: boolean) =>
  send({
    url,
    body: '{"a":1}',
    headers: { 'content-type': 'application/json', 'webhook-id': 'm' },
    allowPrivate,
  });

it('posts what it is given', async () => {
  let seen: unknown;
  const port = await listen((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk;
    });
    request.on('end', () => {
      seen = { method: request.method, url: request.url, id: request.headers['webhook-id'], body };
      response.writeHead(202).end('x'.repeat(100_000));
    });
  });
  expect(await call(`http://127.0.0.1:${port}/hook?a=1`, true)).toEqual({ ok: true, status: 202 });
  expect(seen).toEqual({ method: 'POST', url: '/hook?a=1', id: 'm', body: '{"a":1}' });
});

it('follows no redirect', async () => {
  const paths: unknown[] = [];
  const port = await listen((request, response) => {
    paths.push(request.url);
    response.writeHead(307, { location: '/elsewhere' }).end();
  });
  expect(await call(`http://127.0.0.1:${port}/hook`, true)).toEqual({ ok: true, status: 307 });
  expect(paths).toEqual(['/hook']);
});

it.each(['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0', '2130706433', '0x7f.1'])(
  'does not call %s, unless an admin allows private addresses',
  async (host) => {
    let called = false;
    const port = await listen((_, response) => {
      called = true;
      response.end();
    });
    expect(await call(`http://${host}:${port}/`, false)).toMatchObject({ ok: false, refused: true });
    expect(called).toBe(false);
  },
);

it.each([
  '10.1.2.3',
  '100.64.0.1',
  '127.8.8.8',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:10.0.0.1',
  '::ffff:a00:1',
  '64:ff9b::a00:1',
  '2002:a00:1::',
  'fd00::1',
  'fe80::1',
  'ff02::1',
  'no address',
])('counts %s as private', (address) => {
  expect(isPrivate(address)).toBe(true);
});

it.each(['1.1.1.1', '172.32.0.1', '192.169.0.1', '2606:4700::1111'])('counts %s as public', (address) => {
  expect(isPrivate(address)).toBe(false);
});

it('says in a word why there was no answer', async () => {
  const port = await listen((_, response) => response.destroy());
  expect(await call(`http://127.0.0.1:${port}/`, true)).toMatchObject({ ok: false, refused: false });
  expect(await call('http://127.0.0.1:9/', true)).toEqual({
    ok: false,
    refused: false,
    reason: 'no answer: ECONNREFUSED',
  });
});
