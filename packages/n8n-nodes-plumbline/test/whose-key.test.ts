import { createKey } from '@plumbline/service';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { whoseKey } from '../src/whose-key.ts';
import { openPlumbline, type Plumbline, senderTo } from './plumbline.ts';

let plumbline: Plumbline;
beforeAll(async () => {
  plumbline = await openPlumbline();
});
afterAll(() => plumbline.close());

const told = async (key: string) =>
  whoseKey(await senderTo(plumbline.url, key)({ method: 'GET', path: '/v1/me' }));

it('names the business of a key that may ask', async () => {
  expect(whoseKey(await plumbline.send({ method: 'GET', path: '/v1/me' }))).toEqual({
    good: true,
    message: 'Connected to The Corner Bookshop.',
  });
});

it('says what is wrong with a key', async () => {
  const { ctx } = plumbline;
  const reader = await createKey({ ctx, input: { business: 'shop', name: 'r', scopes: ['read'] } });
  expect(await told(reader.secret)).toMatchObject({
    good: false,
    message: expect.stringContaining('lacks the scope decide'),
  });
  const admin = await createKey({ ctx, input: { business: null, name: 'a', scopes: ['admin'] } });
  expect(await told(admin.secret)).toMatchObject({
    good: false,
    message: expect.stringContaining('admin key'),
  });
  expect(await told('plb_wrong')).toMatchObject({
    good: false,
    message: expect.stringContaining('mistyped'),
  });
});

it.each([
  ['a page', { status: 200, body: '<html></html>' }],
  ['nothing there', { status: 404, body: {} }],
  ['another program', { status: 200, body: { key: 'x', business: { name: 'x' } } }],
  ['a fault', { status: 500, body: undefined }],
])('does not take %s for Plumbline', (_, reply) => {
  expect(whoseKey(reply)).toMatchObject({ good: false, message: expect.stringContaining('not Plumbline') });
});
