import { beforeEach, expect, it } from 'vitest';
import {
  authenticateKey,
  createBusiness,
  createKey,
  deleteBusiness,
  ensureAdminKey,
  getBusiness,
  listBusinesses,
  listKeys,
  revokeKey,
} from '../src/index.ts';
import { type Service, secretOf, start } from './start.ts';

let service: Service;
beforeEach(async () => {
  service = await start();
});

it('makes a business once, under the id given or one of its own', async () => {
  const { system: ctx } = service;
  const made = await createBusiness({ ctx, input: { id: 'shop', name: ' The Shop ' } });
  expect(made).toEqual({ id: 'shop', name: 'The Shop', createdAt: '2026-01-05T09:00:00.000Z' });
  await expect(createBusiness({ ctx, input: { id: 'shop', name: 'x' } })).rejects.toMatchObject({
    code: 'conflict',
  });
  const other = await createBusiness({ ctx, input: { name: 'Another' } });
  expect(other.id).toMatch(/^biz-[a-z0-9]+$/);
  expect(await getBusiness({ ctx, input: { business: other.id } })).toEqual(other);
  const names = (await listBusinesses({ ctx, input: {} })).items.map((each) => each.name);
  expect(names.sort()).toEqual(['Another', 'The Shop']);
});

it('names what is wrong with the input', async () => {
  const wrong = createBusiness({ ctx: service.system, input: { id: 'Not a slug', name: '' } });
  await expect(wrong).rejects.toMatchObject({
    code: 'invalid-input',
    at: [
      { path: 'id', message: expect.stringContaining('small letters') },
      { path: 'name', message: expect.any(String) },
    ],
  });
});

it('lists businesses in pages', async () => {
  const { system: ctx } = service;
  for (const id of ['a', 'b', 'c']) await createBusiness({ ctx, input: { id, name: id } });
  const first = await listBusinesses({ ctx, input: { limit: 2 } });
  expect(first.items.map((each) => each.id)).toEqual(['a', 'b']);
  const rest = await listBusinesses({ ctx, input: { limit: 2, after: first.next ?? '' } });
  expect(rest.items.map((each) => each.id)).toEqual(['c']);
  expect(rest.next).toBeNull();
});

it('shows a bound key its own business only', async () => {
  const { system: ctx } = service;
  for (const id of ['a', 'b']) await createBusiness({ ctx, input: { id, name: id } });
  const own = await listBusinesses({ ctx: service.as('b', 'read'), input: {} });
  expect(own.items.map((each) => each.id)).toEqual(['b']);
});

it('deletes a business with its keys, and records it', async () => {
  const { system: ctx, store } = service;
  await createBusiness({ ctx, input: { id: 'shop', name: 'Shop' } });
  const secret = await secretOf(service, 'shop', 'read');
  await deleteBusiness({ ctx, input: { business: 'shop' } });
  const gone = { code: 'not-found' };
  await expect(getBusiness({ ctx, input: { business: 'shop' } })).rejects.toMatchObject(gone);
  await expect(deleteBusiness({ ctx, input: { business: 'shop' } })).rejects.toMatchObject(gone);
  await expect(authenticateKey({ ctx, input: { secret } })).rejects.toMatchObject({
    code: 'unauthenticated',
  });
  const trail = await store.read('shop', (view) => view.auditTrail({ limit: 10 }));
  expect(trail.map((row) => row.action)).toEqual(['business.delete', 'key.create', 'business.create']);
});

it('shows a secret once and keeps only its hash', async () => {
  const { system: ctx, store } = service;
  await createBusiness({ ctx, input: { id: 'shop', name: 'Shop' } });
  const { key, secret } = await createKey({
    ctx,
    input: { business: 'shop', name: 'n8n', scopes: ['read', 'gate'] },
  });
  expect(secret).toMatch(/^plb_[A-Za-z0-9_-]{43}$/);
  const kept = await store.read('shop', (view) => view.keys());
  expect(JSON.stringify(kept)).not.toContain(secret);
  expect(kept[0]?.hash).toBe(ctx.hash(secret));
  expect(await listKeys({ ctx, input: { business: 'shop' } })).toEqual({ items: [key] });
  expect(key).not.toHaveProperty('hash');
  const trail = await store.read('shop', (view) => view.auditTrail({ limit: 1 }));
  expect(trail[0]).toMatchObject({ action: 'key.create', actor: 'system', detail: { scopes: 'read gate' } });
});

it('recognises a key until it is revoked, and answers every wrong one alike', async () => {
  const { system: ctx } = service;
  await createBusiness({ ctx, input: { id: 'shop', name: 'Shop' } });
  const made = await createKey({ ctx, input: { business: 'shop', name: 'n8n', scopes: ['read'] } });
  const actor = await authenticateKey({ ctx, input: { secret: made.secret } });
  expect(actor).toEqual({ id: made.key.id, name: 'n8n', scope: 'shop', scopes: ['read'] });
  await revokeKey({ ctx, input: { business: 'shop', id: made.key.id } });
  const messages = new Set<string>();
  const wrong = [
    made.secret,
    undefined,
    '',
    'plb_',
    `plb_${'a'.repeat(43)}`,
    `${made.secret} `,
    'x'.repeat(100_000),
  ];
  for (const secret of wrong) {
    const error = await authenticateKey({ ctx, input: { secret } }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'unauthenticated' });
    messages.add(String(error));
  }
  expect(messages.size).toBe(1);
  const again = revokeKey({ ctx, input: { business: 'shop', id: made.key.id } });
  await expect(again).rejects.toMatchObject({ code: 'not-found' });
});

it('notes the last use of a key once a minute', async () => {
  const { system: ctx, pass } = service;
  await createBusiness({ ctx, input: { id: 'shop', name: 'Shop' } });
  const secret = await secretOf(service, 'shop', 'read');
  const lastUse = async () => (await listKeys({ ctx, input: { business: 'shop' } })).items[0]?.lastUsedAt;
  expect(await lastUse()).toBeNull();
  await authenticateKey({ ctx, input: { secret } });
  expect(await lastUse()).toBe('2026-01-05T09:00:00.000Z');
  pass(59_000);
  await authenticateKey({ ctx, input: { secret } });
  expect(await lastUse()).toBe('2026-01-05T09:00:00.000Z');
  pass(1_000);
  await authenticateKey({ ctx, input: { secret } });
  expect(await lastUse()).toBe('2026-01-05T09:01:00.000Z');
});

it('keeps admin for keys of the whole installation', async () => {
  const { system: ctx } = service;
  await createBusiness({ ctx, input: { id: 'shop', name: 'Shop' } });
  for (const [business, scopes] of [
    ['shop', ['admin']],
    [null, ['read']],
    ['shop', []],
  ] as const) {
    const making = createKey({ ctx, input: { business, name: 'k', scopes: [...scopes] } });
    await expect(making).rejects.toMatchObject({ code: 'invalid-input' });
  }
});

it('makes the first admin key once, and another only when none is left', async () => {
  const { system: ctx } = service;
  const first = await ensureAdminKey({ ctx });
  expect(await ensureAdminKey({ ctx })).toBeNull();
  const actor = await authenticateKey({ ctx, input: { secret: first?.secret } });
  const admin = { ...ctx, actor };
  await createBusiness({ ctx: admin, input: { id: 'shop', name: 'Shop' } });
  expect((await getBusiness({ ctx: admin, input: { business: 'shop' } })).name).toBe('Shop');
  await revokeKey({ ctx, input: { business: null, id: first?.key.id ?? '' } });
  expect(await ensureAdminKey({ ctx })).not.toBeNull();
});
