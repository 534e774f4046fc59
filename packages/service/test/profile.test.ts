import { beforeEach, expect, it } from 'vitest';
import { createBusiness, getProfile, putProfile } from '../src/index.ts';
import { profileAt, type Service, start } from './start.ts';

let service: Service;
beforeEach(async () => {
  service = await start();
  await createBusiness({ ctx: service.system, input: { id: 'shop', name: 'Shop' } });
});

const put = (profile: unknown, ifMatch?: string) =>
  putProfile({
    ctx: service.system,
    input: { business: 'shop', profile, ...(ifMatch === undefined ? {} : { ifMatch }) },
  });
const get = (version?: number) =>
  getProfile({
    ctx: service.system,
    input: { business: 'shop', ...(version === undefined ? {} : { version }) },
  });

it('keeps every version, numbers them, and answers pending', async () => {
  await expect(get()).rejects.toMatchObject({ code: 'not-found' });
  const first = await put(profileAt('warn'));
  expect(first).toMatchObject({ outcome: 'created', version: 1, createdBy: 'system' });
  expect(first.evaluation).toEqual({ state: 'pending', href: '/v1/businesses/shop/matrix' });
  const second = await put(profileAt('block'));
  expect(second).toMatchObject({ outcome: 'updated', version: 2 });
  expect(second.etag).not.toBe(first.etag);
  expect((await get()).profile.values[0]?.commitments[0]?.enforcement).toBe('block');
  expect((await get(1)).profile.values[0]?.commitments[0]?.enforcement).toBe('warn');
  expect((await get(1)).etag).toBe(first.etag);
  await expect(get(3)).rejects.toMatchObject({ code: 'not-found' });
  expect(service.woken).toEqual(['shop', 'shop']);
});

it('makes no version of the same content, whatever the order of its keys', async () => {
  const first = await put(profileAt('warn'));
  const turned = Object.fromEntries(Object.entries(profileAt('warn')).reverse());
  expect(await put(turned)).toMatchObject({ outcome: 'unchanged', version: 1, etag: first.etag });
  const trail = await service.store.read('shop', (view) => view.auditTrail({ limit: 10 }));
  expect(trail.filter((row) => row.action === 'profile.put')).toHaveLength(1);
});

it('changes only the version that was read, where If-Match says so', async () => {
  await expect(put(profileAt('warn'), '*')).rejects.toMatchObject({ code: 'precondition-failed' });
  const { etag } = await put(profileAt('warn'));
  await put(profileAt('approve'), etag);
  for (const stale of [etag, '"x"', '', `W/${etag}`]) {
    await expect(put(profileAt('block'), stale)).rejects.toMatchObject({ code: 'precondition-failed' });
  }
  const current = await get();
  expect(current.version).toBe(2);
  expect(await put(profileAt('block'), `"x", ${current.etag}`)).toMatchObject({ version: 3 });
  expect(await put(profileAt('observe'), '*')).toMatchObject({ version: 4 });
});

it('lets one of two win who change the same version', async () => {
  const { etag } = await put(profileAt('warn'));
  const outcomes = await Promise.allSettled([put(profileAt('block'), etag), put(profileAt('approve'), etag)]);
  expect(outcomes.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await get()).version).toBe(2);
});

it('names every place that is wrong, and keeps nothing', async () => {
  const wrong = structuredClone(profileAt('warn', 'no-such-check')) as Record<string, unknown>;
  await expect(put(wrong)).rejects.toMatchObject({
    code: 'invalid-profile',
    at: [
      { path: 'values[0].commitments[0].checks[1].check', message: expect.stringContaining('no-such-check') },
    ],
  });
  for (const other of [undefined, null, 'text', 7, [], {}, { ...profileAt('warn'), extra: 1 }]) {
    await expect(put(other)).rejects.toMatchObject({ code: 'invalid-profile' });
  }
  await expect(get()).rejects.toMatchObject({ code: 'not-found' });
});
