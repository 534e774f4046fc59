/** Builds the database module of n8n from source, once for a machine. */
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CannotInstall, must, run, say } from './command.ts';

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
  const need = `The database module of n8n is built from source, which needs ${missing.join(', ')}; fetching them`;
  await must(need, run('apt-get', ['update'], cwd, quiet));
  const install = ['install', '-y', '--no-install-recommends', ...missing];
  await must(need, run('apt-get', install, cwd, quiet));
};

/**
 * Folder with `include/node` of a Node. The package that it came in carries the headers, but where pnpm has installed it
 * before it puts it in place without them; then the package is fetched once more, into `cache`.
 */
const headersOf = async (node: string, cache: string): Promise<string> => {
  const home = dirname(dirname(node));
  const name = `node-${process.platform}-${process.arch}`;
  const version = await must('Asking Node for its version', run(node, ['-e', versionOf], cache));
  const fetched = join(cache, `headers-${version}`);
  const places = [home, join(home, 'node_modules', name), join(fetched, 'node_modules', name)];
  const find = (): string | undefined =>
    places.find((each) => existsSync(join(each, 'include/node/node_api.h')));
  const found = find();
  if (found !== undefined) return found;
  say('its headers are not beside Node; fetching them');
  mkdirSync(fetched, { recursive: true });
  const install = ['install', '--no-save', '--ignore-scripts', '--prefix', fetched, `${name}@${version}`];
  await must('Fetching the headers of Node', run('npm', install, fetched));
  const place = find();
  if (place === undefined) throw new CannotInstall(`${name}@${version} holds no headers.`);
  return place;
};

const load = "require(require.resolve('sqlite3', { paths: [require.resolve('n8n')] }))";
const find =
  "process.stdout.write(require.resolve('sqlite3/package.json', { paths: [require.resolve('n8n')] }))";
const versionOf = 'process.stdout.write(process.versions.node)';
const numberOf = 'process.stdout.write(require(process.argv[1]).version)';

/**
 * Makes the database module of the n8n in `folder` load in `node`. It speaks Node's stable native interface, so one that
 * was built before is taken from `cache` whichever Node it was built with. Throws `CannotInstall`.
 */
export const ensureDatabaseModule = async (folder: string, node: string, cache: string): Promise<void> => {
  const loads = async (): Promise<boolean> => (await run(node, ['-e', load], folder)).code === 0;
  const description = await must('Finding sqlite3', run(node, ['-e', find], folder));
  const version = await must('Reading it', run(node, ['-e', numberOf, description], folder));
  const built = join(dirname(description), 'build/Release/node_sqlite3.node');
  const kept = join(cache, `sqlite3-${version}-${process.platform}-${process.arch}.node`);
  if (!existsSync(built) && existsSync(kept)) {
    mkdirSync(dirname(built), { recursive: true });
    copyFileSync(kept, built);
    say('its database module was built before');
  }
  if (!(await loads())) {
    const headers = await headersOf(node, cache);
    await ensureTools(folder);
    say('building its database module');
    const settings = { npm_config_nodedir: headers, npm_config_build_from_source: 'true' };
    const rebuild = ['--yes', 'pnpm@12', 'rebuild', 'sqlite3'];
    await must('Building sqlite3', run('npx', rebuild, folder, settings));
    await must('Loading the database module that was built', run(node, ['-e', load], folder));
  }
  copyFileSync(built, kept);
};
