import { beforeAll, describe, expect, it } from 'vitest';
import { bodyLimit } from '../src/request/body.ts';
import { routes } from '../src/routes/table.ts';
import { paramsOf, pathOf } from './requests.ts';
import { chatbot, openShop, type Shop } from './shop.ts';
import { type Api, startApi } from './start-api.ts';

let api: Api;
let shop: Shop;
let admin: string;
beforeAll(async () => {
  api = await startApi();
  shop = await openShop(api, 'shop', 'Corner');
  admin = await api.keyFor(null, 'admin');
});

const json = { 'content-type': 'application/json' };
const paths = [...new Set(routes.map((route) => route.path))];

describe('methods', () => {
  it.each(paths)('%s names the methods it takes', async (path) => {
    const methods = routes.filter((route) => route.path === path).map((route) => route.method.toUpperCase());
    const refused = await api.ask('PATCH', pathOf(path, paramsOf(shop)));
    expect(refused.status).toBe(405);
    expect(refused.json).toMatchObject({ code: 'method-not-allowed' });
    const allowed = refused.headers.get('allow')?.split(', ') ?? [];
    expect(allowed.toSorted()).toEqual(
      ['OPTIONS', ...(methods.includes('GET') ? ['HEAD'] : []), ...methods].toSorted(),
    );
    const options = await api.ask('OPTIONS', pathOf(path, paramsOf(shop)), {
      headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST' },
    });
    expect(options.status).toBe(204);
    expect([...options.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('answers HEAD like GET without the body', async () => {
    const head = await api.ask('HEAD', '/v1/businesses/shop/profile', { key: admin });
    expect(head.status).toBe(200);
    expect(head.text).toBe('');
    expect(head.headers.get('etag')).toBe(shop.etag);
  });

  it('says that nothing is at an unknown address', async () => {
    const reply = await api.ask('GET', '/v1/nothing', { key: admin });
    expect(reply.json).toMatchObject({ status: 404, code: 'not-found', type: '/docs#problem-not-found' });
  });
});

describe('request ids', () => {
  it('keeps one that is well-formed', async () => {
    const reply = await api.ask('GET', '/v1/checks', { headers: { 'x-request-id': 'n8n-run.17' } });
    expect(reply.headers.get('x-request-id')).toBe('n8n-run.17');
    expect(reply.json).toMatchObject({ requestId: 'n8n-run.17' });
  });

  it.each(['a b', 'a"b', 'x'.repeat(101), '<script>'])('makes one in place of %s', async (given) => {
    const reply = await api.ask('GET', '/healthz', { headers: { 'x-request-id': given } });
    expect(reply.headers.get('x-request-id')).toMatch(/^req_[a-z0-9]+$/);
  });
});

describe('the log', () => {
  it('has one line a request, with neither content nor secrets', async () => {
    api.logged.length = 0;
    await api.ask('PUT', '/v1/businesses/shop/flows/n8n/quiet-flow', {
      key: shop.key,
      json: { workflow: chatbot('quiet-flow', 'A private name'), state: 'draft' },
      headers: { 'x-request-id': 'one' },
    });
    const lines = api.logged.filter((line) => line['event'] === 'request');
    expect(lines).toEqual([
      {
        time: '2026-01-05T09:00:00.000Z',
        level: 'info',
        event: 'request',
        request: 'one',
        method: 'PUT',
        route: '/v1/businesses/{business}/flows/{source}/{id}',
        status: 201,
        ms: expect.any(Number),
        actor: shop.keyId,
      },
    ]);
    const all = JSON.stringify(api.logged);
    for (const secret of ['A private name', 'quiet-flow', shop.key]) expect(all).not.toContain(secret);
  });
});

describe('keys', () => {
  it.each(['', 'Bearer', 'Bearer plb_short', `Basic ${'x'.repeat(20)}`, 'Bearer plb_a plb_b'])(
    'refuses %s',
    async (authorization) => {
      const reply = await api.ask('GET', '/v1/checks', { headers: { authorization } });
      expect(reply.status).toBe(401);
      expect(reply.headers.get('www-authenticate')).toBe('Bearer realm="plumbline"');
    },
  );

  it('takes the scheme in any case', async () => {
    const reply = await api.ask('GET', '/v1/checks', { headers: { authorization: `bearer ${shop.key}` } });
    expect(reply.status).toBe(200);
  });

  it('lets a revoked key in no more', async () => {
    const { json: made } = await api.ask('POST', '/v1/businesses/shop/keys', {
      key: admin,
      json: { name: 'for a day', scopes: ['read'] },
    });
    const { key, secret } = made as { key: { id: string }; secret: string };
    expect((await api.ask('GET', '/v1/businesses/shop', { key: secret })).status).toBe(200);
    await api.ask('DELETE', `/v1/businesses/shop/keys/${key.id}`, { key: admin });
    expect((await api.ask('GET', '/v1/businesses/shop', { key: secret })).status).toBe(401);
  });

  it('does not let a secret stay in a cache', async () => {
    const reply = await api.ask('POST', '/v1/keys', { key: admin, json: { name: 'second' } });
    expect(reply.headers.get('cache-control')).toBe('no-store');
  });
});

describe('POST /v1/check', () => {
  const workflow = { json: { workflow: chatbot('f') } };

  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])('needs no key from %s', async (from) => {
    expect((await api.ask('POST', '/v1/check', { ...workflow, from })).status).toBe(200);
  });

  it.each(['10.0.0.7', '::ffff:10.0.0.7', '1127.0.0.1', '::11', undefined])(
    'needs one from %s, whatever its headers say',
    async (from) => {
      const headers = { host: 'localhost', 'x-forwarded-for': '127.0.0.1', forwarded: 'for=127.0.0.1' };
      const socket = from === undefined ? {} : { from };
      expect((await api.ask('POST', '/v1/check', { ...workflow, ...socket, headers })).status).toBe(401);
    },
  );

  it('counts what came through a proxy on this machine as remote', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    const reply = await api.ask('POST', '/v1/check', { ...workflow, from: '127.0.0.1', headers });
    expect(reply.status).toBe(401);
  });

  it('refuses a wrong key also where none is needed', async () => {
    const reply = await api.ask('POST', '/v1/check', { ...workflow, from: '127.0.0.1', key: 'plb_wrong' });
    expect(reply.status).toBe(401);
  });

  it('opens no other route to this machine', async () => {
    expect((await api.ask('GET', '/v1/checks', { from: '127.0.0.1' })).status).toBe(401);
  });
});

describe('bodies', () => {
  const send = (text: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) =>
    api.ask('POST', '/v1/businesses', { key: admin, text, headers: { ...json, ...headers } });

  it('says where JSON breaks', async () => {
    const reply = await send('{\n  "name": "a",\n  oops\n}');
    expect(reply.json).toMatchObject({ status: 400, code: 'invalid-json', line: 3, column: 3 });
  });

  it.each([
    ['nothing', ''],
    ['text that is not UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
  ])('refuses %s', async (_, body) => {
    expect((await send(body)).json).toMatchObject({ status: 400, code: 'invalid-json' });
  });

  it('refuses what nests too deeply to walk', async () => {
    const deep = `{"name":"deep","x":${'['.repeat(600)}${']'.repeat(600)}}`;
    expect((await send(deep)).json).toMatchObject({ status: 400, code: 'invalid-input' });
    const text = JSON.stringify({ name: '['.repeat(150), id: 'brackets-in-text' });
    expect((await send(text)).status).toBe(201);
  });

  it('refuses other media and other encodings', async () => {
    for (const type of [
      'text/plain',
      'application/jsonp',
      'application/json; charset=latin1',
      'multipart/form-data',
    ]) {
      expect((await send('{}', { 'content-type': type })).status).toBe(415);
    }
    expect((await send('{}', { 'content-encoding': 'gzip' })).status).toBe(415);
    const named = { 'content-type': 'application/json; charset=UTF-8', 'content-encoding': 'identity' };
    expect((await send('{"name":"Named"}', named)).status).toBe(201);
  });

  it('reads up to the limit and not a byte more', async () => {
    const padded = (size: number): string => `{"name":"Big"}${' '.repeat(size - 14)}`;
    expect((await send(padded(bodyLimit))).status).toBe(201);
    expect((await send(padded(bodyLimit + 1))).status).toBe(413);
    expect((await send('{}', { 'content-length': `${bodyLimit + 1}` })).status).toBe(413);
  });
});

describe('queries', () => {
  it('refuses a parameter that is given twice', async () => {
    const reply = await api.ask('GET', '/v1/businesses?limit=1&limit=2', { key: admin });
    expect(reply.json).toMatchObject({ status: 400, problems: [{ path: 'limit' }] });
  });

  it('gives pages that join up', async () => {
    for (const id of ['page-a', 'page-b', 'page-c']) {
      await api.ask('POST', '/v1/businesses', { key: admin, json: { id, name: id } });
    }
    const ids: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const after: string = next === '' ? '' : `&after=${encodeURIComponent(next)}`;
      const { json: page } = await api.ask('GET', `/v1/businesses?limit=2${after}`, { key: admin });
      const read = page as { items: { id: string }[]; next: string | null };
      ids.push(...read.items.map((each) => each.id));
      next = read.next;
    }
    expect(ids).toEqual(ids.toSorted());
    expect(ids).toEqual(expect.arrayContaining(['page-a', 'page-b', 'page-c', 'shop']));
  });
});
