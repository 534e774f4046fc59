import { beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop } from './shop.ts';
import { type Api, startApi } from './start-api.ts';

let api: Api;
let shop: Shop;
let admin: string;
beforeAll(async () => {
  api = await startApi();
  shop = await openShop(api, 'shop', 'Corner');
  await openShop(api, 'other', 'Other');
  admin = await api.keyFor(null, 'admin');
});

describe('who a key is', () => {
  it('is told to any key, however little it may do', async () => {
    const key = await api.keyFor('shop', 'gate');
    expect((await api.ask('GET', '/v1/me', { key })).json).toEqual({
      key: { id: expect.stringMatching(/^key_/), name: 'k', scopes: ['gate'] },
      business: { id: 'shop', name: 'Corner shop' },
    });
  });

  it('is no business for an admin key', async () => {
    const { json } = await api.ask('GET', '/v1/me', { key: admin });
    expect(json).toMatchObject({ key: { scopes: ['admin'] }, business: null });
  });
});

describe('`~` in a path', () => {
  it('stands for the business of the key', async () => {
    const named = await api.ask('GET', '/v1/businesses/shop/flows', { key: shop.key });
    const own = await api.ask('GET', '/v1/businesses/~/flows', { key: shop.key });
    expect(own.status).toBe(200);
    expect(own.json).toEqual(named.json);
  });

  it('stands for none with an admin key, and lets nobody in without a key', async () => {
    expect((await api.ask('GET', '/v1/businesses/~', { key: admin })).status).toBe(404);
    expect((await api.ask('GET', '/v1/businesses/~')).status).toBe(401);
  });
});
