import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLog, type Running, serve } from '../src/index.ts';
import { profile } from './shop.ts';

let folder: string;
let running: Running;
const lines: Record<string, unknown>[] = [];

const ask = (
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string,
): Promise<Response> =>
  fetch(running.url + path, { method, headers, ...(body === undefined ? {} : { body }) });

const asAdmin = (more: Record<string, string> = {}): Record<string, string> => ({
  authorization: `Bearer ${running.adminKey}`,
  'content-type': 'application/json',
  ...more,
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-direct-'));
  const log = createLog((line) => void lines.push(JSON.parse(line) as Record<string, unknown>));
  running = await serve({ dataFolder: folder, port: 0, log });
  await ask('POST', '/v1/businesses', asAdmin(), JSON.stringify({ id: 'shop', name: 'Shop' }));
  await ask('PUT', '/v1/businesses/shop/profile', asAdmin(), JSON.stringify(profile('Shop')));
});
afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true });
});

const question = JSON.stringify({ caller: 'zapier', action: 'message.send', dryRun: true });
const shop = '/v1/businesses/shop';

/** What differs from call to call by nature. */
const alike = (words: string): string =>
  words.replaceAll(/req_[0-9a-z]+/g, 'req').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time');

const answerOf = async (response: Response): Promise<unknown> => {
  const headers = Object.fromEntries(response.headers);
  const { date: _, ...kept } = headers;
  return {
    status: response.status,
    headers: JSON.parse(alike(JSON.stringify(kept))),
    body: alike(await response.text()),
  };
};

it.each<[string, string, Record<string, string>, string?]>([
  ['GET', '/healthz', {}],
  ['GET', shop, { key: 'yes' }],
  ['GET', shop, {}],
  ['GET', `${shop}?x=1&x=2`, { key: 'yes' }],
  ['GET', `${shop}/flows?limit=1`, { key: 'yes' }],
  ['GET', `${shop}/flows?limit=no`, { key: 'yes' }],
  ['GET', '/v1/businesses/~', { key: 'yes' }],
  ['GET', '/v1/businesses/none', { key: 'yes' }],
  ['GET', `${shop}/decision-log`, { key: 'yes' }],
  ['POST', `${shop}/decisions`, { key: 'yes' }, question],
  ['POST', `${shop}/decisions`, { key: 'yes', 'content-type': 'text/plain' }, question],
  ['POST', `${shop}/decisions`, { key: 'yes', 'content-encoding': 'gzip' }, question],
  ['POST', `${shop}/decisions`, { key: 'yes', 'x-request-id': 'mine' }, '{"caller": 1'],
  ['POST', `${shop}/decisions`, { key: 'yes' }, '{"caller": 1}'],
  ['POST', `${shop}/decisions`, { key: 'yes' }, ''],
  ['POST', `${shop}/decisions`, { authorization: 'Bearer wrong' }, question],
  ['POST', `${shop}/decisions`, { key: 'yes' }, `{"caller": "${'x'.repeat(5_000_001)}"}`],
  [
    'POST',
    `${shop}/decisions/batch`,
    { key: 'yes' },
    JSON.stringify({ requests: [{ caller: 'c', action: 'post.publish' }], dryRun: true }),
  ],
  ['DELETE', `${shop}/decisions/dec_none/contact`, { key: 'yes' }],
  ['PUT', shop, { key: 'yes' }, '{}'],
  ['OPTIONS', shop, {}],
  ['HEAD', '/healthz', {}],
  ['GET', `${shop}/nothing`, { key: 'yes' }],
  ['GET', '/', {}],
  ['GET', `${shop}/`, { key: 'yes' }],
])(
  'answers the same on the short way and on the long one: %s %s %j',
  async (method, path, { key, ...headers }, body) => {
    const given = key === undefined ? { 'content-type': 'application/json', ...headers } : asAdmin(headers);
    const short = await answerOf(await ask(method, path, given, body));
    // An encoded letter makes an address unusual, and means the same.
    const unusual = path.replace('/v1', '/%76%31').replace('/healthz', '/%68ealthz');
    expect(await answerOf(await ask(method, unusual, given, body))).toEqual(short);
  },
);

it('says that a body did not arrive completely, and goes on', async () => {
  const { port } = running;
  const half = `POST ${shop}/decisions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${running.adminKey}\r\ncontent-type: application/json\r\ncontent-length: 100\r\nx-request-id: cut\r\n\r\n{"caller"`;
  const socket = connect(port, '127.0.0.1');
  socket.end(half);
  await text(socket).catch(() => '');
  await expect.poll(() => lines.find((line) => line['request'] === 'cut')?.['code']).toBe('invalid-json');
  expect((await ask('POST', `${shop}/decisions`, asAdmin(), question)).status).toBe(200);
});

it('takes a body in pieces of a length that was not announced', async () => {
  const socket = connect(running.port, '127.0.0.1');
  socket.write(
    `POST ${shop}/decisions HTTP/1.1\r\nhost: x\r\nconnection: close\r\nauthorization: Bearer ${running.adminKey}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`,
  );
  const middle = 20;
  for (const piece of [question.slice(0, middle), question.slice(middle)])
    socket.write(`${piece.length.toString(16)}\r\n${piece}\r\n`);
  socket.write('0\r\n\r\n');
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 /);
});
