import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vaultKeyLength } from '@plumbline/store/vault';
import { SettingsError } from './settings-error.ts';

const name = 'vault.key';

const bytesOf = (text: string): Uint8Array | undefined => {
  const bytes = Buffer.from(text.trim(), 'base64');
  return bytes.length === vaultKeyLength ? bytes : undefined;
};

const decoded = (text: string, where: string): Uint8Array => {
  const bytes = bytesOf(text);
  if (bytes !== undefined) return bytes;
  throw new SettingsError(`${where} holds no key: ${vaultKeyLength} bytes in base64 are needed.`);
};

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};

export interface VaultKey {
  readonly key: Uint8Array;
  /** There was none, so this one was made: nothing can have been kept under it yet. */
  readonly isNew: boolean;
  /** Takes it for good: what is kept from now on is kept under it. */
  readonly keep: () => void;
  /** Leaves nothing of a new one behind. */
  readonly drop: () => void;
}

const nothing = (): void => undefined;

/**
 * The key that content and recipients are kept under: the one given, or that of the data folder, made at the first
 * start and readable by its owner only. Without it the content in a copy of the data cannot be read. A new one lies beside
 * its place until `keep`, so that one never stands there which the data were not kept under; a start that is broken
 * off in between goes on with it.
 */
export const vaultKey = (
  folder: string,
  given: string | undefined,
  random: (bytes: number) => Uint8Array,
): VaultKey => {
  const known = (key: Uint8Array): VaultKey => ({ key, isNew: false, keep: nothing, drop: nothing });
  if (given !== undefined) return known(decoded(given, 'PLUMBLINE_VAULT_KEY'));
  const path = join(folder, name);
  const found = read(path);
  if (found !== undefined) return known(decoded(found, path));
  const beside = `${path}.new`;
  // One that was not written to its end was never used.
  const begun = bytesOf(read(beside) ?? '');
  const key = begun ?? random(vaultKeyLength);
  if (begun === undefined)
    writeFileSync(beside, `${Buffer.from(key).toString('base64')}\n`, { mode: 0o600, flush: true });
  return {
    key,
    isNew: true,
    keep: () => renameSync(beside, path),
    drop: () => rmSync(beside, { force: true }),
  };
};
