import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fillDecisions } from '../src/contract/decision-samples.ts';
import { answer, at, failedAnswer, flow, question, talks } from '../src/contract/samples.ts';
import { noted } from '../src/contract/trail-samples.ts';
import { connect } from '../src/embedded/database.ts';
import { openEmbedded } from '../src/embedded.ts';
import type { NotedEntry, TrailEntry } from '../src/index.ts';
import { latestSchema, migrations } from '../src/sql/migrations.ts';

let parent = '';
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'plumbline-migration-'));
});
afterEach(() => rmSync(parent, { recursive: true }));

const schemaOf = (folder: string): unknown => {
  const db = new DatabaseSync(join(folder, 'plumbline.sqlite'));
  const rows = db.prepare('select type, name, sql from sqlite_schema order by name').all();
  const version = db.prepare('select version from schema_version').get();
  db.close();
  return { rows, version };
};

/** A folder as the first release left it, with a business, its profile and its audit trail. */
const firstFolder = async (): Promise<string> => {
  const folder = join(parent, 'first');
  mkdirSync(folder);
  const { plain, builder } = connect(join(folder, 'plumbline.sqlite'));
  plain.exec('create table schema_version (version integer not null); insert into schema_version values (1)');
  await migrations[0]?.(builder);
  plain.exec(`insert into businesses values ('a', 'Corner Bookshop', '${at(0)}')`);
  plain.exec(
    `insert into profiles values ('a', 1, 'h', '{"profile":1,"name":"Corner","values":[]}', '${at(1)}', 'k')`,
  );
  plain.exec(`insert into audit values ('a', 'aud_1', '${at(1)}', 'k', 'profile.put', 'v1', '{}')`);
  plain.close();
  return folder;
};

/** The same as a later release left it; to be filled, and closed. */
const folderAt = async (folder: string, schema: number): Promise<DatabaseSync> => {
  const { plain, builder } = connect(join(folder, 'plumbline.sqlite'));
  for (const migration of migrations.slice(1, schema)) await migration(builder);
  plain.exec(`update schema_version set version = ${schema}`);
  return plain;
};

it('brings a folder of the first schema up to date, with all that is in it', async () => {
  const folder = await firstFolder();
  expect(schemaOf(folder)).toMatchObject({ version: { version: 1 } });
  for (const round of ['first', 'again']) {
    const store = await openEmbedded({ folder });
    await store.read('a', async (view) => {
      expect(await view.business()).toEqual({ id: 'a', name: 'Corner Bookshop', createdAt: at(0) });
      expect((await view.profile())?.profile.name).toBe('Corner');
      expect(await view.auditTrail({ limit: 9 })).toHaveLength(1);
      expect(await view.decisions({ limit: 9 })).toHaveLength(round === 'first' ? 0 : 2);
    });
    if (round === 'first') await store.transaction('a', (tx) => fillDecisions(tx, 'mark'));
    await store.close();
  }
});

it('notes conversations of flows that were kept before there was a place for them', async () => {
  const folder = await firstFolder();
  const plain = await folderAt(folder, 2);
  plain.exec(
    `insert into flows values ('a', 'n8n', '1', 'published', 'Flow 1', 1, 'fp-1', 'closure-1', 'reader-1', '[]', 'content-1', '${at(2)}', '${at(2)}', null, '{"nodes":[]}')`,
  );
  plain.close();
  const store = await openEmbedded({ folder });
  await store.transaction('a', async (tx) => {
    expect(await tx.flow(flow('1'))).toEqual(flow('1'));
    expect(await tx.conversations('n8n', ['1'])).toEqual([]);
    await tx.putConversations(talks(flow('1'), [], ['email']));
    expect((await tx.listeners('n8n', 'email', 9)).map(({ id }) => id)).toEqual(['1']);
  });
  await store.close();
});

it('keeps deliveries of approvals under the ids that receivers know', async () => {
  const folder = await firstFolder();
  const plain = await folderAt(folder, 4);
  plain.exec(
    `insert into approvals values ('a', 'apr_1', 'dec_1', 'approved', '[]', '${at(9)}', 'con_1', 'https://n8n.example.org/1', '${at(2)}', '${at(3)}', 'Maria', 'k', null, null)`,
  );
  for (const [id, state, attempts] of [
    ['msg_1', 'waiting', 2],
    ['msg_2', 'failed', 11],
  ])
    plain.exec(
      `insert into deliveries values ('a', '${id}', 'apr_1', '${state}', ${attempts}, '${at(5)}', '${at(3)}', 'answered 503')`,
    );
  plain.close();
  const store = await openEmbedded({ folder });
  const kept = await store.read('a', (view) => view.deliveriesOf(['apr_1']));
  const same = {
    kind: 'resume',
    receiver: 'con_1',
    approval: 'apr_1',
    open: false,
    nextAt: at(5),
    createdAt: at(3),
    lastResult: 'answered 503',
  };
  expect(kept).toEqual([
    { id: 'msg_1', state: 'waiting', attempts: 2, ...same },
    { id: 'msg_2', state: 'parked', attempts: 11, ...same },
  ]);
  await store.close();
});

it('gathers answers that stood in a row each, however many there are', async () => {
  const folder = await firstFolder();
  const { plain } = connect(join(folder, 'plumbline.sqlite'));
  const put = plain.prepare(
    `insert into answers (business, source, flow, closure, reader, question, finding, error, at) values ('a', 'n8n', ?, ?, 'reader-1', ?, ?, ?, '${at(4)}')`,
  );
  const ids = Array.from({ length: 450 }, (_, n) => `${n}`);
  const [one, other] = [question('a'), question('b', 2, '{8:minimumd2;}')];
  for (const id of ids) {
    const found = answer(flow(id), one);
    put.run(
      id,
      flow(id).closure,
      'a@1 {}',
      found.result.ok ? JSON.stringify(found.result.finding) : null,
      null,
    );
    put.run(id, flow(id).closure, 'b@2 {8:minimumd2;}', null, 'out of order');
  }
  plain.close();
  const store = await openEmbedded({ folder });
  await store.read('a', async (view) => {
    const kept = await view.answers(
      ids.map((id) => flow(id)),
      [one, other],
    );
    expect(kept).toHaveLength(2 * ids.length);
    for (const id of ['0', '199', '200', '449'])
      expect(kept.filter((each) => each.id === id)).toEqual([
        { ...answer(flow(id), one), at: at(4) },
        { ...failedAnswer(flow(id), other, 'out of order'), at: at(4) },
      ]);
  });
  await store.close();
});

it('goes on with a trail whose entries held all that they stood on', async () => {
  const folder = await firstFolder();
  const plain = await folderAt(folder, 9);
  const { saidHash, askedHash: _, snapshot, ...entry } = noted('trl_1');
  const { standing, cells, faults, questions, failed, ...basis } = snapshot;
  plain
    .prepare('insert into trail_said values (?, ?, ?)')
    .run('a', saidHash, JSON.stringify({ standing, cells, faults, questions, failed }));
  plain
    .prepare('insert into trail values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(
      'a',
      'trl_1',
      'n8n',
      '1',
      'published',
      1,
      entry.name,
      entry.at,
      JSON.stringify(basis),
      saidHash,
      'same',
      1,
      JSON.stringify(entry.causes),
    );
  plain
    .prepare('insert into trail_heads values (?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run('a', 'n8n', '1', 'published', 1, 'trl_1', snapshot.closure, snapshot.reader, '[1,"hash-1",["a@1"]]');
  plain.close();
  const store = await openEmbedded({ folder });
  const next = noted('trl_2', { number: 2, askedHash: 'asked-2' });
  await store.transaction('a', async (tx) => {
    const [last] = await tx.lastNoted([flow('1')]);
    expect(last).toMatchObject({ entry: 'trl_1', number: 1, saidHash, snapshot });
    expect(await tx.appendTrail([next])).toEqual(new Set(['trl_2']));
  });
  const shown = ({ askedHash, saidHash, ...rest }: NotedEntry): TrailEntry => rest;
  expect(await store.read('a', (view) => view.trail(flow('1'), { limit: 9 }))).toEqual([
    shown(next),
    shown(noted('trl_1')),
  ]);
  await store.close();
});

it('still counts the contacts that there were before they had places', async () => {
  const folder = await firstFolder();
  const plain = await folderAt(folder, 2);
  const put = plain.prepare(`insert into contacts values ('a', ?, ?, 'email', ?, ?)`);
  // The first eight characters of two of them are the same.
  for (const [n, recipient] of ['annabella-1', 'annabella-2', 'bob', 'bob', 'bob'].entries())
    put.run(`d${n}`, recipient, at(n), n === 4 ? 'released' : 'used');
  plain.close();
  const store = await openEmbedded({ folder });
  await store.transaction('a', async (tx) => {
    const used = async (recipients: readonly string[]): Promise<unknown> =>
      tx.contactUse({ recipients, since: '', channels: null });
    expect(await used(['annabella-1', 'bob'])).toEqual([
      { recipient: 'annabella-1', used: 1, oldest: at(0) },
      { recipient: 'bob', used: 2, oldest: at(2) },
    ]);
    expect(await tx.releaseContact('d2')).toBe(true);
    expect(await used(['bob'])).toEqual([{ recipient: 'bob', used: 1, oldest: at(3) }]);
  });
  await store.close();
});

it('gives the same tables as a fresh folder', async () => {
  const migrated = await firstFolder();
  const fresh = join(parent, 'fresh');
  for (const folder of [migrated, fresh]) await (await openEmbedded({ folder })).close();
  expect(schemaOf(migrated)).toEqual(schemaOf(fresh));
  expect(schemaOf(fresh)).toMatchObject({ version: { version: latestSchema } });
});

it('leaves a folder alone whose migration breaks', async () => {
  const folder = await firstFolder();
  const db = new DatabaseSync(join(folder, 'plumbline.sqlite'));
  // Something stands where the migration wants to build.
  db.exec('create table outcomes (note text)');
  db.close();
  const before = schemaOf(folder);
  await expect(openEmbedded({ folder })).rejects.toThrow();
  expect(schemaOf(folder)).toEqual(before);
});
