import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Postgres, startPostgres } from '../../../scripts/services/postgres.ts';
import { answer, at, failedAnswer, flow, question } from '../src/contract/samples.ts';
import { byteOrder } from '../src/postgres/byte-order.ts';
import { openConnections } from '../src/postgres/connection.ts';
import { openPostgres } from '../src/postgres.ts';
import { latestSchema } from '../src/sql/migrations.ts';
import { firstSchema } from '../src/sql/schema-1.ts';
import { ask, newDatabase } from './databases.ts';

let postgres: Postgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const schemaOf = async (url: string): Promise<unknown> => ({
  columns: await ask(
    url,
    `select table_name, column_name, data_type, is_nullable, collation_name from information_schema.columns
     where table_schema = 'public' order by table_name, column_name`,
  ),
  indexes: await ask(url, `select indexdef from pg_indexes where schemaname = 'public' order by indexdef`),
  constraints: await ask(
    url,
    `select conrelid::regclass::text as of, contype, pg_get_constraintdef(oid) as is from pg_constraint
     where connamespace = 'public'::regnamespace order by 1, 2, 3`,
  ),
  version: await ask(url, 'select version from schema_version'),
});

/** A database as the first schema has it, with a business, its profile and its audit trail. */
const firstDatabase = async (): Promise<string> => {
  const url = await newDatabase(postgres);
  const connections = openConnections({ url, most: 1, patience: { connect: 5_000, answer: 5_000 } });
  const connection = await connections.take();
  await connection.run(
    'create table schema_version (version integer not null); insert into schema_version values (1)',
  );
  await firstSchema(connection.builder.withPlugin(byteOrder()));
  connection.release(false);
  await connections.close();
  await ask(
    url,
    `insert into businesses values ('a', 'Corner Bookshop', '${at(0)}');
     insert into profiles values ('a', 1, 'h', '{"profile":1,"name":"Corner","values":[]}', '${at(1)}', 'k');
     insert into audit values ('a', 'aud_1', '${at(1)}', 'k', 'profile.put', 'v1', '{}')`,
  );
  return url;
};

it('brings a database of the first schema up to date, with all that is in it', async () => {
  const url = await firstDatabase();
  for (let round = 0; round < 2; round += 1) {
    const store = await openPostgres({ url });
    await store.read('a', async (view) => {
      expect(await view.business()).toEqual({ id: 'a', name: 'Corner Bookshop', createdAt: at(0) });
      expect((await view.profile())?.profile.name).toBe('Corner');
      expect(await view.auditTrail({ limit: 9 })).toHaveLength(1);
      expect(await view.decisions({ limit: 9 })).toEqual([]);
    });
    await store.close();
  }
});

it('keeps what was answered, whatever is in it', async () => {
  const url = await firstDatabase();
  const about = question('a', 2, '{4:textA1:s3:a\tb}');
  const found = answer(flow('1'), about, 'tab\t, line\nand “quotes”');
  const failed = failedAnswer(flow('2'), about, 'out\tof\norder');
  const rows = [found, failed].map(({ id, closure, reader, result }) => [
    id,
    closure,
    reader,
    `${about.check}@${about.version} ${about.options}`,
    result.ok ? JSON.stringify(result.finding) : null,
    result.ok ? null : result.error,
    at(3),
  ]);
  for (const row of rows)
    await ask(
      url,
      `insert into answers (business, source, flow, closure, reader, question, finding, error, at)
       values ('a', 'n8n', $1, $2, $3, $4, $5, $6, $7)`,
      row,
    );
  const store = await openPostgres({ url });
  await store.read('a', async (view) => {
    expect(await view.answers([flow('1'), flow('2')], [about])).toEqual([found, failed]);
    expect((await view.gists([flow('1'), flow('2')], [about])).map(({ result }) => result.ok)).toEqual([
      true,
      false,
    ]);
  });
  await store.close();
});

it('gives the same tables as a fresh database', async () => {
  const migrated = await firstDatabase();
  const fresh = await newDatabase(postgres);
  for (const url of [migrated, fresh]) await (await openPostgres({ url })).close();
  expect(await schemaOf(migrated)).toEqual(await schemaOf(fresh));
  expect(await schemaOf(fresh)).toMatchObject({ version: [{ version: latestSchema }] });
});

it('sorts every text by its bytes', async () => {
  const url = await newDatabase(postgres);
  await (await openPostgres({ url })).close();
  const columns = await ask(
    url,
    `select distinct collation_name from information_schema.columns
     where table_schema = 'public' and data_type = 'text'`,
  );
  expect(columns).toEqual([{ collation_name: 'C' }]);
});

it('is brought up to date once, however many processes start at the same time', async () => {
  const url = await firstDatabase();
  const stores = await Promise.all(Array.from({ length: 6 }, () => openPostgres({ url, connections: 2 })));
  for (const store of stores) {
    await store.ready();
    await store.close();
  }
  expect(await ask(url, 'select version from schema_version')).toEqual([{ version: latestSchema }]);
});

it('leaves a database alone whose migration breaks, and one that a newer Plumbline has written', async () => {
  const broken = await firstDatabase();
  // Something stands where the migration wants to build.
  await ask(broken, 'create table outcomes (note text)');
  const before = await schemaOf(broken);
  await expect(openPostgres({ url: broken })).rejects.toThrow();
  expect(await schemaOf(broken)).toEqual(before);
  const newer = await newDatabase(postgres);
  await (await openPostgres({ url: newer })).close();
  await ask(newer, `update schema_version set version = ${latestSchema + 1}`);
  await expect(openPostgres({ url: newer })).rejects.toMatchObject({ code: 'newer-schema' });
});

it('refuses a database that cannot hold every text', async () => {
  await ask(
    postgres.url(),
    `create database latin encoding 'LATIN1' locale_provider libc locale 'C' template template0`,
  );
  await expect(openPostgres({ url: postgres.url('latin') })).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('UTF8'),
  });
});
