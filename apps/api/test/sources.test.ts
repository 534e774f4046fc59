import { createSourceWatch } from '@plumbline/service';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { look } from '../src/server/look.ts';
import { json, row, startN8n } from './scripted-n8n.ts';
import { reachable } from './shop.ts';
import { openSourcedShop, type SourcedShop, secret } from './sourced-shop.ts';

let shop: SourcedShop;
beforeEach(async () => {
  shop = await openSourcedShop();
});
afterEach(() => shop.close());

const atRest = { active: false, activeVersionId: null, activeVersion: null };

describe('reading an n8n', () => {
  it('takes in what runs, and the draft beside it', async () => {
    const { nodes, connections } = reachable('b');
    shop.n8n.rows[1] = row('b', { nodes, connections, versionId: 'newer' });
    shop.n8n.rows[2] = row('c', atRest);
    const { url } = shop.n8n;
    expect(await shop.source()).toMatchObject({ state: 'never', url, source: 'n8n', lastReadAt: null });
    expect(await shop.sync()).toMatchObject({
      source: { state: 'ok', flows: 3, failures: 0, detail: null, lastReadAt: '2026-01-05T09:00:00.000Z' },
      changed: 3,
      unchanged: 0,
      closed: 0,
      unreadable: 0,
    });
    expect(await shop.flows()).toEqual([
      'a published Flow a',
      'b draft Flow b',
      'b published Flow b',
      'c draft Flow c',
    ]);
    const published = await shop.api.store.read('shop', (view) =>
      view.flow({ source: 'n8n', id: 'b', state: 'published' }),
    );
    expect(published?.workflow).not.toContain('Ask a colleague');
    expect(published?.workflow).not.toContain('never kept');
  });

  it('asks with the key, and shows it nowhere', async () => {
    await shop.sync();
    expect([...shop.n8n.keys]).toEqual([secret]);
    const shown = [await shop.source(), (await shop.ask('GET', '/sources')).json];
    const raw = await shop.api.store.read('shop', (view) => view.source(shop.from));
    expect(JSON.stringify([shown, raw, shop.api.logged])).not.toContain(secret);
  });

  it('writes nothing where nothing has changed', async () => {
    await shop.sync();
    const before = await shop.kept();
    expect(await shop.sync()).toMatchObject({ changed: 0, unchanged: 3, closed: 0 });
    expect(await shop.kept()).toEqual(before);
    expect(shop.n8n.asked).toHaveLength(2);
  });

  it('sweeps again where the pages may have missed some', async () => {
    const { n8n } = shop;
    n8n.page = 2;
    n8n.rows.push(row('d'), row('e'));
    // A row goes before the second page is read: what moves up is missed by this sweep.
    n8n.script = ({ url }) => {
      if (url?.includes('cursor=2') && n8n.rows.length === 5) n8n.rows.shift();
      return false;
    };
    expect(await shop.sync()).toMatchObject({ source: { state: 'ok' } });
    expect((await shop.flows()).map((each) => each[0])).toEqual(['b', 'c', 'd', 'e']);
  });

  it('asks for what runs where the list leaves it out, and knows an n8n without published versions', async () => {
    const { n8n } = shop;
    const { activeVersion: _, ...without } = row('b', { versionId: 'newer' });
    n8n.rows[1] = without;
    n8n.script = ({ url }, out) =>
      url?.startsWith('/api/v1/workflows/b') === true && json(out, 200, row('b'));
    const { activeVersion: __, activeVersionId: ___, ...old } = row('c');
    n8n.rows[2] = old;
    expect(await shop.sync()).toMatchObject({ changed: 3 });
    expect(await shop.flows()).toEqual(['a published Flow a', 'b published Flow b', 'c published Flow c']);
  });

  it('does not let one workflow that cannot be read hold up the others', async () => {
    shop.n8n.rows.push(row('x'.repeat(300)), row('d'));
    expect(await shop.sync()).toMatchObject({ changed: 4, unreadable: 1, source: { state: 'ok' } });
  });
});

it('takes another key, with which it is read from then on', async () => {
  await shop.sync();
  const before = await shop.kept();
  const changed = await shop.ask('PUT', `/sources/${shop.from}/key`, { key: 'n8n_api_new' });
  expect(changed).toMatchObject({ status: 200, json: { id: shop.from, nextAt: shop.clock().toISOString() } });
  expect(JSON.stringify([changed.json, shop.api.logged])).not.toContain('n8n_api_new');
  shop.n8n.keys.clear();
  await shop.sync();
  expect([...shop.n8n.keys]).toEqual(['n8n_api_new']);
  expect(await shop.kept()).toEqual(before);
  expect((await shop.ask('PUT', `/sources/${shop.from}/key`, { key: 'two words' })).status).toBe(400);
  expect((await shop.ask('PUT', '/sources/none/key', { key: 'n8n_api_new' })).status).toBe(404);
});

it('takes the place of another one only where that is said, and closes what it does not have', async () => {
  await shop.sync();
  const another = await startN8n(row('b'), row('new'));
  const body = { kind: 'n8n', url: another.url, key: 'n8n_api_other', allowPrivate: true };
  expect((await shop.ask('POST', '/sources', body)).status).toBe(409);
  const { status, json: added } = await shop.ask('POST', '/sources', { ...body, replace: true });
  expect({ status, added }).toMatchObject({ status: 201, added: { url: another.url, state: 'never' } });
  expect((await shop.ask('GET', '/sources')).json).toMatchObject({ items: [{ url: another.url }] });
  expect((await shop.ask('GET', `/sources/${shop.from}`)).status).toBe(404);
  const { id } = added as { id: string };
  const synced = await shop.ask('POST', `/sources/${id}/sync`);
  expect(synced.json).toMatchObject({ changed: 1, unchanged: 1, closed: 2 });
  expect(await shop.flows()).toEqual(['b published Flow b', 'new published Flow new']);
  await another.close();
});

describe('what is gone', () => {
  beforeEach(async () => {
    await shop.sync();
  });

  it('is closed and not forgotten: deleted, archived, no longer running; and opened again', async () => {
    const { n8n } = shop;
    n8n.rows.splice(0, 3, row('b', { isArchived: true }), row('c', atRest));
    expect(await shop.sync()).toMatchObject({ closed: 2, changed: 1, source: { flows: 1 } });
    expect(await shop.flows()).toEqual(['c draft Flow c']);
    const all = await shop.api.store.read('shop', (view) => view.flows({ limit: 9, removed: true }));
    expect(new Set(all.map(({ id }) => id))).toEqual(new Set(['a', 'b', 'c']));
    n8n.rows.splice(0, 1, row('b'), row('a'));
    await shop.sync();
    expect(await shop.flows()).toEqual(['a published Flow a', 'b published Flow b', 'c draft Flow c']);
  });

  it('is not what the list merely leaves out, nor what cannot be asked for', async () => {
    const { n8n } = shop;
    const short = { data: n8n.rows.slice(1), nextCursor: null };
    n8n.script = ({ url }, out) => url?.includes('limit=') === true && json(out, 200, short);
    expect(await shop.sync()).toMatchObject({ closed: 0, unchanged: 3, source: { state: 'ok' } });
    n8n.script = ({ url }, out) =>
      url?.includes('limit=') ? json(out, 200, short) : json(out, 502, { message: 'down' });
    expect(await shop.sync()).toMatchObject({ closed: 0, source: { state: 'failing' } });
    n8n.script = ({ url }, out) => {
      if (url?.includes('limit=')) return json(out, 200, short);
      out.writeHead(404).end('<html>nothing here</html>');
      return true;
    };
    expect(await shop.sync()).toMatchObject({ closed: 0, source: { state: 'malformed' } });
    expect(await shop.flows()).toHaveLength(3);
  });
});

describe('watching', () => {
  const watcher = () =>
    createSourceWatch({ ...shop.api.ctx, look, clock: shop.clock }, { later: () => undefined });

  it('reads what is due, once, however many processes watch', async () => {
    const { n8n } = shop;
    await Promise.all([watcher().round(), watcher().round()]);
    expect(n8n.asked).toHaveLength(1);
    expect(await shop.flows()).toHaveLength(3);
    await watcher().round();
    expect(n8n.asked).toHaveLength(1);
    shop.pass(73_000);
    n8n.rows.pop();
    await watcher().round();
    expect(await shop.flows()).toHaveLength(2);
  });

  it('notes nothing of what it breaks off itself, and leaves it due', async () => {
    const watch = watcher();
    shop.n8n.script = () => {
      void watch.stop();
      return true;
    };
    await watch.round();
    expect(await shop.source()).toMatchObject({ state: 'never', nextAt: '2026-01-05T09:00:00.000Z' });
  });

  it('goes on after a fault of ours', async () => {
    const other = { kind: 'n8n', url: shop.n8n.url, key: secret, allowPrivate: true, name: 'other' };
    await shop.ask('POST', '/sources', other);
    await shop.api.store.transaction('shop', async (tx) => {
      const first = await tx.source(shop.from);
      if (first === undefined) throw new Error('there is no source');
      await tx.removeSource(shop.from);
      await tx.addSource({ ...first, key: 'not sealed by us' });
    });
    await watcher().round();
    expect(await shop.flows()).toHaveLength(3);
    expect(shop.api.logged.map((each) => each['event'])).toContain('source-failed');
  });
});

describe('whom it may reach', () => {
  it('is nobody in a private network, unless an admin says so', async () => {
    const given = { kind: 'n8n', url: shop.n8n.url, key: secret, name: 'second' };
    expect((await shop.ask('POST', '/sources', given)).json).toMatchObject({ code: 'address-refused' });
    const url = `${shop.n8n.url}/api/v1/workflows`;
    for (const each of [url, url.replace('127.0.0.1', 'localhost')])
      expect(await look({ url: each, headers: {}, allowPrivate: false })).toMatchObject({
        ok: false,
        why: 'unreachable',
        reason: expect.stringContaining('private network'),
      });
    expect(shop.n8n.asked).toEqual([]);
  });

  it('is up to an admin, under one name each', async () => {
    const key = await shop.api.keyFor('shop', 'read', 'write', 'decide', 'gate');
    const given = { kind: 'n8n', url: 'https://n8n.example.org', key: secret };
    const own = (method: string, path: string, body?: unknown) =>
      shop.api.ask(method, `/v1/businesses/shop/sources${path}`, {
        key,
        ...(body === undefined ? {} : { json: body }),
      });
    expect((await own('POST', '', given)).status).toBe(403);
    expect((await own('POST', `/${shop.from}/sync`)).status).toBe(403);
    expect((await own('DELETE', `/${shop.from}`)).status).toBe(403);
    expect((await own('GET', '')).status).toBe(200);
    expect((await shop.ask('POST', '/sources', given)).json).toMatchObject({ code: 'conflict' });
  });

  it('is read no more once it is taken away, and its flows stay', async () => {
    await shop.sync();
    expect((await shop.ask('DELETE', `/sources/${shop.from}`)).status).toBe(204);
    expect((await shop.ask('POST', `/sources/${shop.from}/sync`)).status).toBe(404);
    expect(await shop.flows()).toHaveLength(3);
  });
});
