/** Puts a version of n8n into a cache folder outside the workspace, by its committed lockfile, ready to start. */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { CannotInstall, must, run, say } from './command.ts';
import { ensureDatabaseModule } from './database-module.ts';

export interface Installed {
  readonly version: string;
  readonly folder: string;
  /** The Node that runs it. */
  readonly node: string;
}

/** Folders beside this file that say which n8n it is. */
export type Recipe = 'n8n-2.8' | 'n8n-2.41';

interface Description {
  readonly dependencies: { readonly n8n: string };
  /** The Node to run it with, by platform, where it is not the one that runs the tests. */
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'] as const;

const nodeOf = (folder: string, { optionalDependencies }: Description): string => {
  if (optionalDependencies === undefined) return realpathSync(process.execPath);
  const name = `node-${process.platform}-${process.arch}`;
  const binary = join(folder, 'node_modules', name, 'bin/node');
  if (existsSync(binary)) return realpathSync(binary);
  throw new CannotInstall(
    `The registry has no \`${name}\` among ${Object.keys(optionalDependencies).join(', ')}, so this n8n has no Node here.`,
  );
};

/** n8n, installed once per lockfile and Node. Takes minutes the first time. Throws `CannotInstall`. */
export const ensureN8n = async (recipe: Recipe): Promise<Installed> => {
  const from = join(import.meta.dirname, recipe);
  const texts = files.map((file) => readFileSync(join(from, file), 'utf8'));
  const description = JSON.parse(texts[0] ?? '') as Description;
  const version = description.dependencies.n8n;
  const cache = process.env['PLUMBLINE_N8N_CACHE'] ?? join(homedir(), '.cache/plumbline');
  const folder = join(cache, `n8n-${version}`);
  const mark = join(folder, 'installed');
  const wanted = createHash('sha256')
    .update([...texts, process.version, process.arch].join('\n'))
    .digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) {
    say(`${version} is installed`);
    return { version, folder, node: nodeOf(folder, description) };
  }
  const started = performance.now();
  say(`installing ${version}`);
  mkdirSync(folder, { recursive: true });
  rmSync(mark, { force: true });
  for (const file of files) copyFileSync(join(from, file), join(folder, file));
  const install = ['--yes', 'pnpm@12', 'install', '--frozen-lockfile', '--ignore-scripts'];
  await must(`Installing n8n ${version}`, run('npx', install, folder));
  const node = nodeOf(folder, description);
  await ensureDatabaseModule(folder, node, cache);
  writeFileSync(mark, wanted);
  say(`${version} installed in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  return { version, folder, node };
};
