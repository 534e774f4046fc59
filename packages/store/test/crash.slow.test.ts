import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openEmbedded } from '../src/embedded.ts';
import { startWriter } from './child.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-crash-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Ids of the pairs in the folder; fails where only half of one is there. */
const pairsIn = async (path: string): Promise<ReadonlySet<string>> => {
  const store = await openEmbedded({ folder: path });
  const [rows, decisions, contacts] = await store.read('a', async (view) => [
    await view.auditTrail({ limit: 1_000_000 }),
    await view.decisions({ limit: 1_000_000 }),
    await view.contactUse({ recipients: ['ann', 'bob', 'cleo'], since: '', channels: null }),
  ]);
  await store.close();
  expect(contacts.reduce((sum, { used }) => sum + used, 0)).toBe(decisions.length);
  const halves = new Map<string, number>();
  const ids = [...rows.map((row) => row.subject), ...decisions.map((each) => each.actor)];
  for (const id of ids) halves.set(id, (halves.get(id) ?? 0) + 1);
  expect([...halves].filter(([, count]) => count !== 2)).toEqual([]);
  return new Set(halves.keys());
};

it.each([
  ['audit', 1],
  ['audit', 20],
  ['decisions', 20],
] as const)(
  'loses nothing acknowledged when killed during writes: %s, %i at a time',
  async (what, parallel) => {
    const acknowledged = new Set<string>();
    // Each round is killed at another place, in front of, in and behind a commit of many.
    for (const lines of [2, 30, 77, 181, 400]) {
      const writer = startWriter(folder, { parallel, what });
      await writer.until(lines);
      await writer.end('SIGKILL');
      expect(writer.lines.length).toBeGreaterThanOrEqual(lines);
      for (const line of writer.lines) if (line !== 'open') acknowledged.add(line);
      const kept = await pairsIn(folder);
      expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([]);
    }
    expect(acknowledged.size).toBeGreaterThan(600);
  },
);

it.each(['audit', 'decisions'] as const)(
  'says so when no more can be written, and keeps what was acknowledged: %s',
  async (what) => {
    // In blocks of 512 bytes: 2 MB a file.
    const writer = startWriter(folder, { parallel: 5, limit: '-f 4096', what });
    await writer.end();
    expect(writer.lines.at(-1)).toMatch(/^(full|unavailable) /);
    const acknowledged = writer.lines.slice(1, -1).filter((line) => /^\d/.test(line));
    expect(acknowledged.length).toBeGreaterThan(50);
    const kept = await pairsIn(folder);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  },
);
