import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { clientOf } from './client.ts';
import { type Plumbline, plumbline } from './plumbline.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { chanceOf, stage } from './seed.ts';
import { type Shop, shopOf } from './shop.ts';
import { profiles } from './workflows.ts';

/** Root may write anywhere, so where we are root somebody without rights runs it. */
const user = process.getuid?.() === 0 ? 65_534 : undefined;

let parent = '';
let folder = '';
let receiver: Receiver;
const open: Plumbline[] = [];
beforeEach(async () => {
  parent = mkdtempSync(join(tmpdir(), 'plumbline-chaos-'));
  folder = join(parent, 'data');
  mkdirSync(folder);
  if (user !== undefined) for (const path of [parent, folder]) chownSync(path, user, user);
  receiver = await startReceiver();
});
afterEach(async () => {
  for (const each of open.splice(0)) await each.kill();
  await receiver.close();
  rmSync(parent, { recursive: true });
});

const prepared = async (): Promise<Plumbline> => {
  const made = await plumbline({ command: ['serve'], env: { PLUMBLINE_DATA: folder }, user });
  open.push(made);
  return made;
};
const shopIn = async (server: Plumbline, flows: number): Promise<Shop> => {
  await server.start();
  const shop = shopOf(clientOf(server.url, server.adminKey() ?? ''));
  await stage(`${flows} flows put`, () => shop.open(flows, receiver));
  return shop;
};

/** What lies in the file fits together: SQLite says so, and every change has its audit row. */
const fileIsWhole = (): void => {
  const db = new DatabaseSync(join(folder, 'plumbline.sqlite'), { readOnly: true });
  try {
    expect(db.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    expect(db.prepare('pragma foreign_key_check').all()).toEqual([]);
    const halves = db
      .prepare(
        `select f.id from flows f left join audit a on a.business = f.business and a.action = 'flow.put'
         and a.subject = f.source || '/' || f.id group by f.id, f.revision having count(a.id) <> f.revision`,
      )
      .all();
    expect(halves).toEqual([]);
  } finally {
    db.close();
  }
};

it('loses nothing acknowledged when it is killed during writes, again and again', async () => {
  const chance = chanceOf('embedded killed');
  const server = await prepared();
  const shop = await shopIn(server, 300);
  await stage('8 rounds', async () => {
    for (let round = 0; round < 8; round += 1) {
      await shop.ask(Math.min(round + 1, profiles - 1));
      const working = shop.work(60, chance);
      await shop.work(chance.below(30), chance);
      await server.kill();
      await server.start();
      await working;
    }
  });
  await stage('caught up', () => shop.isWhole(240));
  await server.stop();
  fileIsWhole();
});

it('says so when a file may not grow any more, keeps what was acknowledged, and goes on once it may', async () => {
  const chance = chanceOf('embedded full');
  const server = await prepared();
  const shop = await shopIn(server, 100);
  await server.stop();
  // In blocks of 512 bytes: 4 MB a file.
  await server.start('-f 8192');
  const seen = new Map<number | null, number>();
  for (let round = 0; (seen.get(503) ?? 0) < 20 && round < 80; round += 1)
    for (const [status, times] of await shop.work(100, chance))
      seen.set(status, (seen.get(status) ?? 0) + times);
  expect(seen.get(503) ?? 0).toBeGreaterThan(0);
  expect([...seen.keys()].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  // It still reads.
  const { status } = await clientOf(server.url, server.adminKey() ?? '').ask('GET', '/v1/businesses/shop');
  expect(status).toBe(200);
  await server.kill();
  await server.start();
  await stage('caught up', () => shop.isWhole(240));
  await server.stop();
  fileIsWhole();
});

it('starts on no folder that it cannot write, and leaves it alone', async () => {
  const server = await prepared();
  const shop = await shopIn(server, 20);
  await server.stop();
  if (user !== undefined) chownSync(folder, 0, 0);
  chmodSync(folder, 0o555);
  await expect(server.start()).rejects.toThrow(/cannot be written/);
  chmodSync(folder, 0o755);
  if (user !== undefined) chownSync(folder, user, user);
  await server.start();
  await shop.isWhole(60);
  await server.stop();
  fileIsWhole();
});

it('lets one process have the folder, and the second does not disturb it', async () => {
  const chance = chanceOf('embedded twice');
  const server = await prepared();
  const shop = await shopIn(server, 50);
  const second = await prepared();
  const working = shop.work(200, chance);
  for (let tried = 0; tried < 3; tried += 1)
    await expect(second.start()).rejects.toThrow(/in use by process/);
  expect([...(await working).keys()]).toEqual([200]);
  await shop.isWhole(60);
  await server.stop();
  // Whoever waits may have it now.
  await second.start();
  await second.stop();
  fileIsWhole();
});
