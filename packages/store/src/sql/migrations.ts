import { type Kysely, sql } from 'kysely';
import { StoreError } from '../error.ts';
import { firstSchema } from './schema-1.ts';
import { decisionsSchema } from './schema-2.ts';
import { conversationsSchema } from './schema-3.ts';
import { judgingSchema } from './schema-4.ts';
import { eventsSchema } from './schema-5.ts';
import { handoversSchema } from './schema-6.ts';
import { trailSchema } from './schema-7.ts';
import { sourcesSchema } from './schema-8.ts';
import { sheetsSchema } from './schema-9.ts';
import { gistsSchema } from './schema-10.ts';
import { placesSchema } from './schema-11.ts';
import type { Tables } from './tables.ts';

/** Forward only; the position is the schema's number, from 1. A published one is never edited. */
export const migrations: readonly ((db: Kysely<Tables>) => Promise<void>)[] = [
  firstSchema,
  decisionsSchema,
  conversationsSchema,
  judgingSchema,
  eventsSchema,
  handoversSchema,
  trailSchema,
  sourcesSchema,
  sheetsSchema,
  gistsSchema,
  placesSchema,
];

export const latestSchema = migrations.length;

const versionOf = async (db: Kysely<Tables>): Promise<number> => {
  await sql`create table if not exists schema_version (version integer not null)`.execute(db);
  const { rows } = await sql<{ version: number }>`select version from schema_version`.execute(db);
  return rows[0]?.version ?? 0;
};

/**
 * Brings a database to the latest schema. The caller holds a transaction and keeps others out. Gives the schema found.
 * Throws `newer-schema` for a database that a newer Plumbline has written.
 */
export const migrate = async (db: Kysely<Tables>): Promise<number> => {
  const found = await versionOf(db);
  if (found > latestSchema) {
    throw new StoreError(
      'newer-schema',
      `The data was written by a newer Plumbline (schema ${found}, this one knows ${latestSchema}). Update Plumbline.`,
    );
  }
  for (const migration of migrations.slice(found)) await migration(db);
  if (found === 0) await sql`insert into schema_version (version) values (${latestSchema})`.execute(db);
  else if (found < latestSchema) await sql`update schema_version set version = ${latestSchema}`.execute(db);
  return found;
};
