import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { at, business } from '../src/contract/samples.ts';
import { type Connection, connect } from '../src/embedded/database.ts';
import { type Contact, createPlacing } from '../src/embedded/placing.ts';
import { openEmbedded } from '../src/embedded.ts';

let folder = '';
let connection: Connection;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-placing-'));
  const store = await openEmbedded({ folder });
  await business(store, 'a');
  await store.close();
  connection = connect(join(folder, 'plumbline.sqlite'));
});
afterEach(() => {
  connection.plain.close();
  rmSync(folder, { recursive: true });
});

const exec = (text: string): void => connection.plain.exec(text);

const added = (...recipients: readonly string[]): readonly Contact[] => {
  const insert = connection.plain.prepare(
    `insert into contacts (business, decision, recipient, channel, at, state) values ('a', ?, ?, 'email', '${at(0)}', 'used')`,
  );
  return recipients.map((recipient, n) => ({
    start: recipient,
    number: Number(insert.run(`${recipient}-${n}`, recipient).lastInsertRowid),
  }));
};

const places = (): unknown => {
  const rows = connection.plain.prepare('select start, contact from contact_places order by contact').all();
  return rows.map((row) => [row['start'], row['contact']]);
};
const placedUpTo = (): unknown =>
  connection.plain.prepare('select last from contacts_placed').get()?.['last'];

it('lets contacts gather, and then gives some their places with each commit', () => {
  const placing = createPlacing(connection.plain, 3);
  placing.add(added('ann', 'bob'), 1);
  placing.place(9)();
  expect(places()).toEqual([]);
  placing.add(added('cleo', 'abe'), 2);
  placing.place(1)();
  // Those that come meanwhile are of the next generation.
  placing.add(added('dora'), 3);
  expect([places(), placedUpTo(), placing.placed()]).toEqual([[['ann', 1]], 0, 0]);
  placing.place(9)();
  expect(places()).toEqual([
    ['ann', 1],
    ['bob', 2],
    ['cleo', 3],
    ['abe', 4],
  ]);
  expect([placedUpTo(), placing.placed()]).toEqual([4, 2]);
});

it('gives places anew that were not kept', () => {
  const placing = createPlacing(connection.plain, 2);
  placing.add(added('ann', 'bob'), 1);
  exec('begin');
  placing.place(9);
  exec('rollback');
  expect([places(), placedUpTo(), placing.placed()]).toEqual([[], 0, 0]);
  placing.place(9)();
  expect([places(), placedUpTo(), placing.placed()]).toEqual([
    [
      ['ann', 1],
      ['bob', 2],
    ],
    2,
    1,
  ]);
});

it('gathers those first that another has left without a place', () => {
  createPlacing(connection.plain, 2).add(added('ann', 'bob'), 7);
  const placing = createPlacing(connection.plain, 2);
  placing.place(9)();
  // Which orders these came with is not known here.
  expect([places(), placedUpTo(), placing.placed()]).toEqual([
    [
      ['ann', 1],
      ['bob', 2],
    ],
    2,
    0,
  ]);
});

it('gives no place to a contact that is gone, nor a second to one that has got it', () => {
  const placing = createPlacing(connection.plain, 3);
  placing.add(added('ann', 'bob', 'cleo'), 1);
  exec(`insert into contact_places values ('bob', 'a', 2); update contacts_placed set last = 3`);
  exec('delete from contacts where number = 3');
  placing.place(9)();
  expect([places(), placedUpTo()]).toEqual([
    [
      ['ann', 1],
      ['bob', 2],
    ],
    3,
  ]);
  // A number is not given again, which would make another's contact of a place.
  expect(added('dora')).toEqual([{ start: 'dora', number: 4 }]);
});
