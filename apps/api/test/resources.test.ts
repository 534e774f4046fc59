import { beforeAll, describe, expect, it } from 'vitest';
import { chatbot, openShop, profile, type Shop } from './shop.ts';
import { type Api, startApi } from './start-api.ts';

let api: Api;
let shop: Shop;
let admin: string;
beforeAll(async () => {
  api = await startApi();
  shop = await openShop(api, 'shop', 'Corner');
  admin = await api.keyFor(null, 'admin');
});

describe('names in addresses', () => {
  it('takes any id, however it has to be written', async () => {
    const id = 'a/b %2F ü?#"<';
    const path = `/v1/businesses/shop/flows/n8n/${encodeURIComponent(id)}`;
    const put = await api.ask('PUT', path, {
      key: shop.key,
      json: { workflow: chatbot(id), state: 'published' },
    });
    expect(put.status).toBe(201);
    const href = (put.json as { evaluation: { href: string } }).evaluation.href;
    expect(put.headers.get('location')).toBe(href);
    expect((await api.ask('GET', href, { key: shop.key })).json).toMatchObject({ id });
  });
});

describe('the profile', () => {
  const path = '/v1/businesses/versions/profile';
  const put = (name: string, headers: Readonly<Record<string, string>> = {}) =>
    api.ask('PUT', path, { key: admin, json: profile(name), headers });

  it('keeps every version, and lets nobody overwrite what they have not seen', async () => {
    await api.ask('POST', '/v1/businesses', { key: admin, json: { id: 'versions', name: 'Versions' } });
    expect((await api.ask('GET', path, { key: admin })).status).toBe(404);
    const first = await put('One', { 'if-none-match': '*' });
    expect(first.status).toBe(201);
    expect(first.json).toMatchObject({ version: 1, evaluation: { state: 'pending' } });
    const tag = first.headers.get('etag') ?? '';
    expect((await put('Two', { 'if-none-match': '*' })).status).toBe(412);
    const second = await put('Two', { 'if-match': tag });
    expect(second.status).toBe(200);
    expect(second.json).toMatchObject({ version: 2 });
    const late = await put('Three', { 'if-match': tag });
    expect(late.json).toMatchObject({ status: 412, code: 'precondition-failed' });
    expect((await put('Two')).json).toMatchObject({ version: 2 });
    const old = await api.ask('GET', `${path}?version=1`, { key: admin });
    expect(old.json).toMatchObject({ version: 1, profile: { name: 'One' } });
    const current = await api.ask('GET', path, { key: admin });
    expect(current.headers.get('etag')).toBe(second.headers.get('etag'));
  });
});

describe('a flow', () => {
  const path = '/v1/businesses/shop/flows/n8n/chat';
  const put = (headers: Readonly<Record<string, string>> = {}, name = 'Chat') =>
    api.ask('PUT', path, {
      key: shop.key,
      json: { workflow: chatbot('chat', name), state: 'published' },
      headers,
    });

  it('is judged later, or before the answer where that is preferred', async () => {
    const later = await put();
    expect(later.status).toBe(201);
    expect(later.headers.has('preference-applied')).toBe(false);
    expect(later.json).toMatchObject({ revision: 1, evaluation: { state: 'pending', href: path } });
    const now = await put({ prefer: 'respond-async, wait=10' }, 'Chat, renamed');
    expect(now.status).toBe(200);
    expect(now.headers.get('preference-applied')).toBe('wait=10');
    expect(now.json).toMatchObject({ revision: 2, evaluation: { state: 'done' } });
    const shown = await api.ask('GET', path, { key: shop.key });
    expect(shown.json).toMatchObject({
      name: 'Chat, renamed',
      standing: 'blocked',
      findings: [{ check: 'require-human-escalation', verdict: 'fail' }],
    });
    await api.reconciler.idle();
    const matrix = await api.ask('GET', '/v1/businesses/shop/matrix', { key: shop.key });
    expect(matrix.json).toMatchObject({ evaluation: { missing: 0, failed: 0 } });
  });

  it.each(['wait', 'wait=soon', 'wait=-1', 'wait=99999', 'unwait=5'])(
    'does not wait for %s',
    async (prefer) => {
      expect((await put({ prefer })).headers.has('preference-applied')).toBe(false);
    },
  );
});
