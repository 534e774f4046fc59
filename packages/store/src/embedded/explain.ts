import { StoreError, type StoreErrorCode } from '../error.ts';

/** SQLite's own result codes (sqlite.org/rescode.html), by their lowest byte. */
const codes: Readonly<Record<number, readonly [StoreErrorCode, string]>> = {
  3: ['read-only', 'The data folder may not be opened. Let the user that runs Plumbline own it.'],
  5: ['unavailable', 'The data is busy. Try again.'],
  8: [
    'read-only',
    'The data folder cannot be written. Let the user that runs Plumbline own it, on a disk that is writable.',
  ],
  10: ['unavailable', 'The disk does not answer as it should. Look at the system log.'],
  11: ['corrupt', 'The data file is damaged. Put back a backup; Plumbline does not repair it by guessing.'],
  13: ['full', 'No more can be written: the disk is full, or a size limit is reached. Make room.'],
  14: ['read-only', 'The data file cannot be opened. Let the user that runs Plumbline own the data folder.'],
  26: ['corrupt', 'The data file is no Plumbline data. Choose another data folder, or put back a backup.'],
};

const codeOf = (error: unknown): number | undefined => {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
};

/** A `StoreError` in place of what SQLite or the file system threw; anything else stays as it is. */
export const explained = (error: unknown, where: string): unknown => {
  if (error instanceof StoreError) return error;
  const known = codes[codeOf(error) ?? -1];
  if (known !== undefined) return new StoreError(known[0], `${known[1]} (${where})`, { cause: error });
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new StoreError(
      'read-only',
      `The data folder cannot be written: ${where}. Let the user that runs Plumbline own it.`,
      { cause: error },
    );
  }
  if (code === 'EEXIST' || code === 'ENOTDIR' || code === 'ENOENT') {
    return new StoreError(
      'read-only',
      `${where} is no folder, or lies in something that is none. Choose another data folder.`,
      { cause: error },
    );
  }
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new StoreError('full', `No room left for data: ${where}.`, { cause: error });
  }
  return error;
};
