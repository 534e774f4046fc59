import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLog, SettingsError, serve } from '../src/index.ts';
import { createRandomPool } from '../src/server/random-pool.ts';

let folder = '';
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'plumbline-key-')), 'data');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const quiet = createLog(() => undefined);
const open = (vaultKey?: string) => serve({ dataFolder: folder, port: 0, log: quiet, vaultKey });
const startAndStop = async (vaultKey?: string): Promise<void> => (await open(vaultKey)).close();

it('makes a key of its own, for its owner only, and finds it again', async () => {
  await startAndStop();
  const path = join(folder, 'vault.key');
  const key = readFileSync(path, 'utf8');
  expect(Buffer.from(key, 'base64')).toHaveLength(32);
  expect(statSync(path).mode & 0o077).toBe(0);
  await startAndStop();
  expect(readFileSync(path, 'utf8')).toBe(key);
  // The same key from outside will do as well.
  rmSync(path);
  await startAndStop(key);
});

it('does not start with another key: those who opted out would not be recognised', async () => {
  await startAndStop();
  rmSync(join(folder, 'vault.key'));
  const before = readdirSync(folder);
  await expect(startAndStop()).rejects.toThrow(SettingsError);
  await expect(startAndStop()).rejects.toThrow('is missing');
  expect(readdirSync(folder)).toEqual(before);
  await expect(startAndStop(Buffer.alloc(32).toString('base64'))).rejects.toThrow('another vault key');
  writeFileSync(join(folder, 'vault.key'), 'not a key');
  await expect(startAndStop()).rejects.toThrow('holds no key');
});

it('goes on with the key of a first start that was broken off', async () => {
  await startAndStop();
  const path = join(folder, 'vault.key');
  const key = readFileSync(path, 'utf8');
  renameSync(path, `${path}.new`);
  await startAndStop();
  expect(readFileSync(path, 'utf8')).toBe(key);
  expect(readdirSync(folder)).not.toContain('vault.key.new');
});

it('makes another where one was not written to its end', async () => {
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(join(folder, 'vault.key.new'), 'half', { mode: 0o600 });
  await startAndStop();
  expect(Buffer.from(readFileSync(join(folder, 'vault.key'), 'utf8'), 'base64')).toHaveLength(32);
});

it('never hands out the same random bytes twice', () => {
  const random = createRandomPool();
  const seen = new Set<string>();
  for (let n = 0; n < 5_000; n += 1) seen.add(Buffer.from(random(10)).toString('hex'));
  expect(seen.size).toBe(5_000);
  expect(random(10_000)).toHaveLength(10_000);
  const kept = random(10);
  const copy = Uint8Array.from(kept);
  random(4_000);
  expect(kept).toEqual(copy);
});
