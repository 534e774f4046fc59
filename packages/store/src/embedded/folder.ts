import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../error.ts';

/** The data folder as this process holds it. */
export interface Folder {
  readonly file: string;
  /** The process before did not close it: it was killed, or the machine went down. */
  readonly wasLeftOpen: boolean;
  /** `clean`: the data was closed in good order, so the next start need not look as closely. */
  readonly release: (clean: boolean) => void;
}

const ownerOnly = 0o600;

/** Makes a file that only its owner reads before SQLite does: its helper files take over the mode. */
const touch = (path: string): void => {
  closeSync(openSync(path, 'a', ownerOnly));
  chmodSync(path, ownerOnly);
};

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
};

/** Level by level: `recursive` never ends in a place that takes no folders, such as one the system makes up. */
const makeFolder = (path: string): void => {
  const isFolder = (): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  if (isFolder()) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process may have been first.
    if (!isFolder()) throw error;
  }
};

/**
 * Takes the folder for this process, making it if need be. The lock is SQLite's own on a file beside the data: the
 * system lets go of it when the process ends, however it ends. Throws `locked` with the pid of the holder.
 */
export const takeFolder = (path: string): Folder => {
  makeFolder(resolve(path));
  accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  const lockFile = join(path, 'lock.sqlite');
  const pidFile = join(path, 'lock.pid');
  touch(lockFile);
  const lock = new DatabaseSync(lockFile, { timeout: 0 });
  try {
    // A rollback journal would be left behind by a kill; the lock file never holds anything.
    lock.exec('pragma journal_mode=off; pragma locking_mode=exclusive; begin exclusive');
  } catch (error) {
    lock.close();
    throw new StoreError(
      'locked',
      `The data folder ${path} is in use by process ${read(pidFile) ?? '(unknown)'}. Stop that one, or choose another folder.`,
      { cause: error },
    );
  }
  const wasLeftOpen = read(pidFile) !== undefined;
  writeFileSync(pidFile, `${process.pid}\n`, { mode: ownerOnly });
  const file = join(path, 'plumbline.sqlite');
  touch(file);
  return {
    file,
    wasLeftOpen,
    release: (clean) => {
      if (clean || !wasLeftOpen) rmSync(pidFile, { force: true });
      lock.close();
    },
  };
};
