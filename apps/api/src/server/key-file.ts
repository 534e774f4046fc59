import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vaultKeyLength } from '@plumbline/store/vault';
import { SettingsError } from './settings-error.ts';

const name = 'vault.key';

const decoded = (text: string, where: string): Uint8Array => {
  const bytes = Buffer.from(text.trim(), 'base64');
  if (bytes.length === vaultKeyLength) return bytes;
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

/**
 * The key that content and recipients are kept under: the one given, or that of the data folder, made at the first
 * start and readable by its owner only. Without it the content in a copy of the data cannot be read.
 */
export const vaultKey = (
  folder: string,
  given: string | undefined,
  random: (bytes: number) => Uint8Array,
): Uint8Array => {
  if (given !== undefined) return decoded(given, 'PLUMBLINE_VAULT_KEY');
  const path = join(folder, name);
  const found = read(path);
  if (found !== undefined) return decoded(found, path);
  const key = random(vaultKeyLength);
  // `wx`: never over one that is there, which would make everything unreadable that was kept under it.
  writeFileSync(path, `${Buffer.from(key).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  return key;
};
