import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openEmbedded } from '../src/embedded.ts';
import { latestSchema } from '../src/sql/migrations.ts';
import { startWriter } from './child.ts';

let folder = '';
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'plumbline-store-')), 'data');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const file = (): string => join(folder, 'plumbline.sqlite');

const filled = async (): Promise<void> => {
  const store = await openEmbedded({ folder });
  await store.transaction('a', async (tx) => {
    await tx.createBusiness({ name: 'A', createdAt: '2026-01-01T00:00:00.000Z' });
    for (let n = 0; n < 400; n += 1) {
      await tx.addAudit({ id: `${n}`, at: '', actor: 'x'.repeat(400), action: '', subject: '', detail: {} });
    }
  });
  await store.close();
};

it('makes the folder, keeps it to its owner, and finds its data again', async () => {
  await filled();
  const store = await openEmbedded({ folder });
  await store.transaction('a', (tx) => tx.noteKeyUse('none', ''));
  for (const name of readdirSync(folder))
    expect([name, statSync(join(folder, name)).mode & 0o077]).toEqual([name, 0]);
  expect(readdirSync(folder)).toContain('plumbline.sqlite-wal');
  expect(statSync(folder).mode & 0o077).toBe(0);
  expect((await store.listBusinesses({ limit: 5 })).map((each) => each.id)).toEqual(['a']);
  await store.close();
});

it('lets one process in and names it to the second', async () => {
  const writer = startWriter(folder);
  await writer.until(2);
  await expect(openEmbedded({ folder })).rejects.toMatchObject({
    code: 'locked',
    message: expect.stringContaining(`process ${writer.pid}`),
  });
  await writer.end('SIGKILL');
  // The lock went with the process.
  const store = await openEmbedded({ folder });
  await expect(openEmbedded({ folder })).rejects.toMatchObject({ code: 'locked' });
  await store.close();
  await (await openEmbedded({ folder })).close();
});

it.each(['', 'data'])(
  'says so when a file is where the folder or its parent should be: %j',
  async (below) => {
    const taken = join(folder, '..', 'taken');
    writeFileSync(taken, '');
    await expect(openEmbedded({ folder: join(taken, below) })).rejects.toMatchObject({
      code: 'read-only',
      message: expect.stringContaining('is no folder'),
    });
  },
);

it('says so when the folder cannot be written', async () => {
  await filled();
  const root = process.getuid?.() === 0;
  // Root may write anywhere, so the writer becomes somebody else.
  const nobody = 65_534;
  if (root) {
    chmodSync(join(folder, '..'), 0o755);
    chmodSync(folder, 0o755);
  } else chmodSync(folder, 0o500);
  const writer = startWriter(folder, root ? { user: nobody } : {});
  await writer.end();
  if (!root) chmodSync(folder, 0o700);
  expect(writer.lines).toHaveLength(1);
  expect(writer.lines[0]).toMatch(/^read-only .*cannot be written.*data/);
});

it('says so when the file is damaged', async () => {
  await filled();
  const bytes = readFileSync(file());
  bytes.fill(0x5a, 8192, bytes.length - 4096);
  writeFileSync(file(), bytes);
  await expect(openEmbedded({ folder })).rejects.toMatchObject({ code: 'corrupt' });
  // Nothing was repaired or thrown away by guessing.
  expect(readFileSync(file()).equals(bytes)).toBe(true);
});

it('says so when the file is no database', async () => {
  mkdirSync(folder);
  writeFileSync(file(), 'These are my notes about the shop. '.repeat(200));
  await expect(openEmbedded({ folder })).rejects.toMatchObject({ code: 'corrupt' });
  expect(readFileSync(file(), 'utf8')).toContain('my notes');
});

it('looks at every index after an unclean end', async () => {
  await filled();
  const db = new DatabaseSync(file());
  db.exec(`create table other (id text); insert into other values ('needle'); create index i on other (id)`);
  db.close();
  // The index now says something else than its table: a quick look does not see it, a thorough one does.
  const bytes = readFileSync(file());
  bytes.write('noodle', bytes.lastIndexOf('needle'));
  writeFileSync(file(), bytes);
  await (await openEmbedded({ folder })).close();
  writeFileSync(join(folder, 'lock.pid'), '1\n');
  await expect(openEmbedded({ folder })).rejects.toMatchObject({ code: 'corrupt' });
  // And again, until it has been put right.
  await expect(openEmbedded({ folder })).rejects.toMatchObject({ code: 'corrupt' });
});

it('refuses data of a newer Plumbline and leaves it alone', async () => {
  await filled();
  const db = new DatabaseSync(file());
  db.exec(`update schema_version set version = ${latestSchema + 1}`);
  db.close();
  await expect(openEmbedded({ folder })).rejects.toMatchObject({
    code: 'newer-schema',
    message: expect.stringContaining('Update Plumbline'),
  });
  const again = new DatabaseSync(file());
  expect(again.prepare('select version from schema_version').get()).toEqual({ version: latestSchema + 1 });
  again.close();
});

it('writes ahead', async () => {
  await filled();
  const db = new DatabaseSync(file());
  expect(db.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
  db.close();
});
