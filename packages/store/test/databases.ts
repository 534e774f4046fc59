import { Client } from 'pg';
import type { Postgres } from '../../../scripts/services/postgres.ts';

/** Runs statements on a database of the cluster and gives the rows of the last one. */
export const ask = async (
  url: string,
  text: string,
  parameters?: readonly unknown[],
): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const results: unknown = await client.query(text, parameters === undefined ? undefined : [...parameters]);
    const last: unknown = Array.isArray(results) ? results.at(-1) : results;
    return (last as { readonly rows: readonly Readonly<Record<string, unknown>>[] }).rows;
  } finally {
    await client.end();
  }
};

let made = 0;

/** Address of a new empty database. */
export const newDatabase = async (postgres: Postgres): Promise<string> => {
  made += 1;
  const name = `store_${made}`;
  await ask(postgres.url(), `create database ${name}`);
  return postgres.url(name);
};
