import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Postgres, startPostgres } from '../../../scripts/services/postgres.ts';
import { storeContract } from '../src/contract.ts';
import { openPostgres } from '../src/postgres.ts';
import { ask, newDatabase } from './databases.ts';

let postgres: Postgres;
let url = '';
beforeAll(async () => {
  postgres = await startPostgres();
  url = await newDatabase(postgres);
  await (await openPostgres({ url })).close();
});
afterAll(() => postgres.stop());

/** As empty as a new one, and much quicker: rows go one by one, where `truncate` makes every table anew. */
const empty = async (): Promise<void> => {
  const tables = await ask(
    url,
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'schema_version'`,
  );
  const deletes = tables.map(({ name }) => `delete from ${name}`).join('; ');
  await ask(url, `set session_replication_role = replica; ${deletes}`);
};

it.each(storeContract)('Postgres store: $name', async ({ run }) => {
  await empty();
  const store = await openPostgres({ url });
  try {
    await expect(run(store)).resolves.toBeUndefined();
  } finally {
    await store.close();
  }
});
