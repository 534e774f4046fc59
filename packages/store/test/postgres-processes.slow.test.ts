import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Postgres, startPostgres } from '../../../scripts/services/postgres.ts';
import { at, auditRow, business, flow, key, profile } from '../src/contract/samples.ts';
import { installation, type Store } from '../src/port.ts';
import { openPostgres } from '../src/postgres.ts';
import { ask, newDatabase } from './databases.ts';

let postgres: Postgres;
let url = '';
const open: Store[] = [];
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());
beforeEach(async () => {
  url = await newDatabase(postgres);
});
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

/** A store as another process has it: nothing but the database in common. */
const opened = async (connections = 4): Promise<Store> => {
  const store = await openPostgres({ url, connections });
  open.push(store);
  return store;
};

/** Ends every connection of others to the database, as an administrator or a failing network does. */
const cut = (): Promise<unknown> =>
  ask(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );

it('does not let a key live on that another process has revoked', async () => {
  const [one, other] = [await opened(), await opened()];
  await one.transaction(installation, (tx) => tx.addKey(key('k')));
  for (let n = 0; n < 3; n += 1)
    expect(await one.findKeyByHash('hash of k')).toMatchObject({ revokedAt: null });
  await other.transaction(installation, (tx) => tx.revokeKey('k', at(5)));
  expect(await one.findKeyByHash('hash of k')).toMatchObject({ revokedAt: at(5) });
});

it('counts exactly over several processes: versions have no gaps', async () => {
  const stores = [await opened(), await opened(), await opened()];
  const [first] = stores;
  if (first === undefined) throw new Error('No store.');
  await business(first, 'a');
  const versions = await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      (stores[n % 3] ?? first).transaction('a', async (tx) => {
        const latest = await tx.profile();
        const added = await tx.addProfile({
          hash: `h${n}`,
          profile: profile(`p${n}`),
          createdAt: at(n),
          createdBy: 'x',
        });
        expect(added.version).toBe((latest?.version ?? 0) + 1);
        return added.version;
      }),
    ),
  );
  expect(versions.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
});

it('lets a business be written while another is busy, with no connection to spare', async () => {
  const store = await opened(2);
  await business(store, 'a');
  await business(store, 'b');
  const gate = Promise.withResolvers<void>();
  const began = Promise.withResolvers<void>();
  const slow = store.transaction('a', async () => {
    began.resolve();
    await gate.promise;
  });
  await began.promise;
  const line = Array.from({ length: 20 }, (_, n) => store.transaction('a', (tx) => tx.putFlow(flow(`${n}`))));
  await store.transaction('b', (tx) => tx.putFlow(flow('theirs')));
  gate.resolve();
  await slow;
  await Promise.all(line);
  expect(await store.read('a', (view) => view.flows({ limit: 100 }))).toHaveLength(20);
});

it('writes all or nothing when the connection is cut, says so, and goes on by itself', async () => {
  const store = await opened();
  await business(store, 'a');
  const half = store.transaction('a', async (tx) => {
    await tx.putFlow(flow('1'));
    await cut();
    await tx.putFlow(flow('2'));
  });
  await expect(half).rejects.toMatchObject({ name: 'StoreError', code: 'unavailable' });
  // Cut after the last statement: the commit itself finds nobody.
  const late = store.transaction('a', async (tx) => {
    await tx.putFlow(flow('3'));
    await cut();
  });
  await expect(late).rejects.toMatchObject({ name: 'StoreError', code: 'unavailable' });
  await store.transaction('a', (tx) => tx.putFlow(flow('4')));
  expect((await store.read('a', (view) => view.flows({ limit: 9 }))).map(({ id }) => id)).toEqual(['4']);
});

it('keeps nothing of a transaction in which a statement failed, even where the caller looks away', async () => {
  const store = await opened();
  await business(store, 'a');
  await store.transaction('a', (tx) => tx.addAudit(auditRow('1')));
  const silent = store.transaction('a', async (tx) => {
    await tx.putFlow(flow('1'));
    await tx.addAudit(auditRow('1')).catch(() => undefined);
  });
  await expect(silent).rejects.toThrow('duplicate key');
  expect(await store.read('a', (view) => view.flows({ limit: 9 }))).toEqual([]);
  await store.transaction('a', (tx) => tx.putFlow(flow('2')));
});

it('runs a transaction again that lost against another one', async () => {
  const store = await opened();
  await business(store, 'a');
  await business(store, 'b');
  const both = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let runs = 0;
  // Each holds what the other wants next, across two businesses: Postgres ends one of them.
  const crossed = async (own: 0 | 1) =>
    store.transaction(own === 0 ? 'a' : 'b', async (tx) => {
      runs += 1;
      await tx.addKey(key(own === 0 ? 'x' : 'y'));
      both[own]?.resolve();
      await both[1 - own]?.promise;
      await tx.addKey({ ...key(`second ${own}`), hash: `hash of ${own === 0 ? 'y' : 'x'}` });
    });
  const results = await Promise.allSettled([crossed(0), crossed(1)]);
  expect(runs).toBeGreaterThan(2);
  // Of two who want one hash, one is left, whole.
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await ask(url, 'select count(*)::int as n from keys')).toEqual([{ n: 2 }]);
});

it('comes back by itself after the database was stopped', async () => {
  const store = await opened();
  await business(store, 'a');
  for (const how of ['in-order', 'crashed'] as const) {
    await store.transaction('a', (tx) => tx.putFlow(flow(how)));
    const restarting = postgres.restart(how);
    // Whatever comes of writes meanwhile: kept, or a clear word.
    const meanwhile = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => store.transaction('a', (tx) => tx.putFlow(flow(`${how}-${n}`)))),
    );
    for (const result of meanwhile)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'unavailable' });
    await restarting;
    await store.transaction('a', (tx) => tx.putFlow(flow(`after ${how}`)));
  }
  const kept = (await store.read('a', (view) => view.flows({ limit: 99 }))).map(({ id }) => id);
  expect(kept).toEqual(expect.arrayContaining(['after crashed', 'after in-order', 'crashed', 'in-order']));
});

it('says what to do where it cannot be opened', async () => {
  const away = { code: 'unavailable', message: expect.stringContaining('does not answer') };
  await expect(openPostgres({ url: 'postgres://plumbline@127.0.0.1:1/x' })).rejects.toMatchObject(away);
  const none = { code: 'unavailable', message: expect.stringContaining('does not exist') };
  await expect(openPostgres({ url: postgres.url('nowhere') })).rejects.toMatchObject(none);
  await ask(url, 'create role guest login; revoke create on schema public from public');
  const guest = url.replace('plumbline@', 'guest@');
  await expect(openPostgres({ url: guest })).rejects.toMatchObject({ code: 'read-only' });
});

it('keeps names as they are, whatever characters they hold', async () => {
  const store = await opened();
  const names = ['a\0b', '\uffff', '\uffff0', '\uffff1\0', '', '\u{1f4d6} Ä'];
  await business(store, 'a', names.join('|'));
  for (const id of names) await store.transaction('a', (tx) => tx.putFlow(flow(id, { name: id })));
  const kept = await store.read('a', (view) => view.flows({ limit: 99 }));
  expect(kept.map(({ id }) => id).sort()).toEqual([...names].sort());
  expect(kept.every(({ id, name }) => id === name)).toBe(true);
  const found = await store.read('a', (view) =>
    Promise.all(names.map((id) => view.flow({ source: 'n8n', id, state: 'published' }))),
  );
  expect(found.map((each) => each?.id)).toEqual(names);
  expect((await store.listBusinesses({ limit: 1 }))[0]?.name).toBe(names.join('|'));
});
