import { DatabaseError } from 'pg';
import { StoreError, type StoreErrorCode } from '../error.ts';

/** By SQLSTATE, or its first two characters, which are its class (postgresql.org/docs/current/errcodes-appendix.html). */
const codes: Readonly<Record<string, readonly [StoreErrorCode, string]>> = {
  '08': ['unavailable', 'The connection to the database broke. Try again.'],
  '25006': ['read-only', 'The database takes no writes: it is a standby. Let DATABASE_URL name the primary.'],
  '25P03': ['unavailable', 'The write took too long and was given up. Try again.'],
  '28': [
    'unavailable',
    'The database does not let this user in. Look at the name and password in DATABASE_URL.',
  ],
  '3D000': ['unavailable', 'The database that DATABASE_URL names does not exist. Create it.'],
  '40001': ['unavailable', 'Others wrote the same at the same time. Try again.'],
  '40P01': ['unavailable', 'Others wrote the same at the same time. Try again.'],
  '42501': ['read-only', 'The user in DATABASE_URL may not do this. Let it own the schema.'],
  '53': ['unavailable', 'The database has no room for another connection, or no memory. Try again.'],
  '53100': ['full', 'No more can be written: the disk of the database is full. Make room.'],
  '55P03': ['unavailable', 'Others kept this business busy for too long. Try again.'],
  '57': ['unavailable', 'The database is being stopped or started. Try again.'],
  XX: ['corrupt', 'The database says that its data are damaged. Put back a backup.'],
};

const sqlState = (error: unknown): string | undefined =>
  error instanceof DatabaseError ? error.code : undefined;

/** The same transaction, run again, may well succeed: it lost against another one. */
export const isCollision = (error: unknown): boolean => {
  const state = sqlState(error);
  return state === '40001' || state === '40P01';
};

/** A `StoreError` in place of what Postgres said of itself; anything else stays as it is. */
export const explained = (error: unknown): unknown => {
  const state = sqlState(error);
  if (state === undefined) return error;
  const known = codes[state] ?? codes[state.slice(0, 2)];
  return known === undefined ? error : new StoreError(known[0], known[1], { cause: error });
};

/** What a call to the driver failed by: its own words for what the server says, `unavailable` for all else. */
export const failedCall = (error: unknown): unknown =>
  error instanceof DatabaseError
    ? error
    : new StoreError(
        'unavailable',
        'The database does not answer. A write under way may have been kept or not: try again.',
        { cause: error },
      );
