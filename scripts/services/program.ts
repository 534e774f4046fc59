/** Finds the programs that tests run beside Plumbline, or installs Debian's packages of them. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, globSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const isRunnable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

export interface Wanted {
  /** Names it goes by, the first that is there counts. */
  readonly names: readonly string[];
  /** Folders to look in besides the path, with wildcards; of several the last by version counts. */
  readonly folders: readonly string[];
  /** Debian's package. */
  readonly package: string;
}

const byVersion = (a: string, b: string): number => b.localeCompare(a, 'en', { numeric: true });

const find = ({ names, folders }: Wanted): string | undefined => {
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = [...folders.flatMap((folder) => globSync(folder).sort(byVersion)), ...path];
  return names
    .flatMap((name) => places.map((folder) => join(folder, name)))
    .find((candidate) => isRunnable(candidate));
};

/** Where the program is. Installs it where this is Debian and we are root, and says so; throws with the command otherwise. */
export const programOf = (wanted: Wanted): string => {
  const found = find(wanted);
  if (found !== undefined) return found;
  const name = wanted.names[0] ?? '';
  const command = `apt-get update && apt-get install --yes --no-install-recommends ${wanted.package}`;
  if (process.getuid?.() === 0 && isRunnable('/usr/bin/apt-get')) {
    process.stderr.write(`Installing Debian's package ${wanted.package}, for ${name}.\n`);
    // One after another: tests that run beside each other need different packages at the same time.
    spawnSync('/usr/bin/flock', [join(tmpdir(), 'plumbline-packages.lock'), '/bin/sh', '-c', command], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const installed = find(wanted);
    if (installed !== undefined) return installed;
  }
  throw new Error(
    `These tests need ${wanted.names.join(' or ')}. Install it, on Debian as root by: ${command}`,
  );
};
