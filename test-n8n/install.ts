/** Puts a version of n8n into a cache folder outside the workspace, by its committed lockfile, ready to start. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

export interface Installed {
  readonly version: string;
  readonly folder: string;
  /** The Node that runs it, and that its database module was built for. */
  readonly node: string;
}

/** Why n8n cannot be had on this machine; `message` is for whoever started the tests. */
class CannotInstall extends Error {}

const recipe = join(import.meta.dirname, 'n8n-2.41');
const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'] as const;
const say = (line: string): void => void process.stdout.write(`n8n: ${line}\n`);

/** Settings that a surrounding `pnpm run` adds must not steer the installation of something else. */
const environment = (extra: NodeJS.ProcessEnv): NodeJS.ProcessEnv => {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_(?:package|lifecycle)_|pnpm_(?!config_registry|home))/i.test(name),
  );
  const path = [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter);
  return { ...Object.fromEntries(own), PATH: path, CI: '1', ...extra };
};

interface Ran {
  readonly code: number;
  readonly said: string;
}

const run = (
  command: string,
  args: readonly string[],
  cwd: string,
  extra: NodeJS.ProcessEnv = {},
): Promise<Ran> =>
  new Promise((done) => {
    const child = spawn(command, args, { cwd, env: environment(extra), stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const hear = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-6000);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (error) => done({ code: 127, said: error.message }));
    child.on('close', (code) => done({ code: code ?? 1, said }));
  });

const must = async (what: string, result: Promise<Ran>): Promise<void> => {
  const { code, said } = await result;
  if (code !== 0) throw new CannotInstall(`${what} failed with exit code ${code}:\n${said.trim()}`);
};

/** Folder with `include/node` of the Node that runs this; its package carries the headers. */
const headers = (): string => {
  try {
    const node = createRequire(import.meta.url).resolve('node/package.json');
    const platform = `node-${process.platform}-${process.arch}/package.json`;
    const folder = dirname(createRequire(node).resolve(platform));
    if (existsSync(join(folder, 'include/node/node_api.h'))) return folder;
  } catch {
    // Said below.
  }
  throw new CannotInstall(
    `The headers of Node ${process.version} are not beside it, so the database module of n8n cannot be built. Run \`pnpm install\` first.`,
  );
};

const tools = ['g++', 'make', 'python3'] as const;

const missingTools = async (cwd: string): Promise<readonly string[]> => {
  const found = await Promise.all(tools.map((tool) => run(tool, ['--version'], cwd)));
  return tools.filter((_, at) => found[at]?.code !== 0);
};

const ensureTools = async (cwd: string): Promise<void> => {
  const missing = await missingTools(cwd);
  if (missing.length === 0) {
    say(`compilers found: ${tools.join(', ')}`);
    return;
  }
  say(`${missing.join(', ')} missing; installing from Debian's packages`);
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  const need = `The database module of n8n is built from source, which needs ${missing.join(', ')}; apt-get`;
  await must(`${need} update`, run('apt-get', ['update'], cwd, quiet));
  const install = ['install', '-y', '--no-install-recommends', ...missing];
  await must(`${need} install`, run('apt-get', install, cwd, quiet));
};

const pnpm = (...args: string[]): readonly string[] => ['--yes', 'pnpm@12', ...args];

const load = "require(require.resolve('sqlite3', { paths: [require.resolve('n8n')] }))";

const build = async (folder: string): Promise<void> => {
  if ((await run(process.execPath, ['-e', load], folder)).code === 0) return;
  await ensureTools(folder);
  say('building its database module');
  const settings = { npm_config_nodedir: headers(), npm_config_build_from_source: 'true' };
  await must('Building sqlite3', run('npx', pnpm('rebuild', 'sqlite3'), folder, settings));
  await must('Loading the database module that was built', run(process.execPath, ['-e', load], folder));
};

/** n8n, installed once per lockfile and Node. Takes minutes the first time. Throws `CannotInstall`. */
export const ensureN8n = async (): Promise<Installed> => {
  const texts = files.map((file) => readFileSync(join(recipe, file), 'utf8'));
  const { dependencies } = JSON.parse(texts[0] ?? '') as { dependencies: { n8n: string } };
  const version = dependencies.n8n;
  const cache = process.env['PLUMBLINE_N8N_CACHE'] ?? join(homedir(), '.cache/plumbline');
  const folder = join(cache, `n8n-${version}`);
  const mark = join(folder, 'installed');
  const wanted = createHash('sha256')
    .update([...texts, process.version, process.arch].join('\n'))
    .digest('hex');
  const ready = { version, folder, node: process.execPath };
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) {
    say(`${version} is installed`);
    return ready;
  }
  const started = performance.now();
  say(`installing ${version}`);
  mkdirSync(folder, { recursive: true });
  rmSync(mark, { force: true });
  for (const file of files) copyFileSync(join(recipe, file), join(folder, file));
  const install = pnpm('install', '--frozen-lockfile', '--ignore-scripts');
  await must(`Installing n8n ${version}`, run('npx', install, folder));
  await build(folder);
  writeFileSync(mark, wanted);
  say(`${version} installed in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  return ready;
};
