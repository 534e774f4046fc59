import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { must, run } from '../test-n8n/command.ts';
import { buildNodes, nodesPackage } from './build-nodes.ts';
import { root } from './steps.ts';

const recipe = join(root, 'test-n8n/node-tools');
const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'];

/** n8n's own tools in a folder outside the workspace, installed once per lockfile. */
const ensureTools = async (): Promise<string> => {
  const texts = files.map((file) => readFileSync(join(recipe, file), 'utf8'));
  const wanted = createHash('sha256').update(texts.join('\n')).digest('hex');
  const cache = process.env['PLUMBLINE_N8N_CACHE'] ?? join(homedir(), '.cache/plumbline');
  const folder = join(cache, 'node-tools');
  const mark = join(folder, 'installed');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return folder;
  mkdirSync(folder, { recursive: true });
  rmSync(mark, { force: true });
  for (const file of files) cpSync(join(recipe, file), join(folder, file));
  const install = ['--yes', 'pnpm@12', 'install', '--frozen-lockfile', '--ignore-scripts'];
  await must("Installing n8n's tools", run('npx', install, folder));
  writeFileSync(mark, wanted);
  return folder;
};

// Where it says `test`, n8n's rules take every file for one of their own samples.
const asUsual = { NODE_ENV: 'production' };

let tools: string;
let copy: string;

beforeAll(async () => {
  tools = await ensureTools();
  buildNodes();
  copy = join(tools, 'package');
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy);
  for (const part of ['package.json', 'README.md', 'credentials', 'nodes', 'src', 'dist'])
    cpSync(join(nodesPackage, part), join(copy, part), { recursive: true });
  writeFileSync(
    join(copy, 'eslint.config.mjs'),
    "import { config } from '@n8n/node-cli/eslint';\nexport default config;\n",
  );
  const base = JSON.parse(readFileSync(join(root, 'tsconfig.base.json'), 'utf8')) as object;
  writeFileSync(join(tools, 'tsconfig.base.json'), JSON.stringify(base));
  const own = readFileSync(join(nodesPackage, 'tsconfig.json'), 'utf8').replace('../../', '../');
  writeFileSync(join(copy, 'tsconfig.json'), own.replace(', "test"', ''));
});

it("passes n8n's lint, in strict mode", async () => {
  const manifest = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8')) as { n8n: object };
  expect(manifest.n8n).toMatchObject({ strict: true });
  const { code, said } = await run(
    process.execPath,
    [join(tools, 'node_modules/@n8n/node-cli/bin/n8n-node.mjs'), 'lint'],
    copy,
    // Its own linter, and not the one of whichever package manager has started the tests.
    {
      ...asUsual,
      npm_config_user_agent: '',
      PATH: [join(tools, 'node_modules/.bin'), dirname(process.execPath), process.env['PATH']].join(
        delimiter,
      ),
    },
  );
  // What it said stands beside the code: a tool that breaks says why.
  expect(code, said).toBe(0);
  expect(said).not.toMatch(/problems?/);
});

it.each([
  ['what is written', 'SOURCE_FILE_PATTERNS'],
  ['all that is published', 'undefined'],
])('passes the scan of community packages: %s', async (_, patterns) => {
  const scan = `import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';
console.log(JSON.stringify(await analyzePackage(${JSON.stringify(copy)}, ${patterns})));`;
  writeFileSync(join(tools, 'scan.mjs'), scan);
  const said = await must('The scan', run(process.execPath, [join(tools, 'scan.mjs')], tools, asUsual));
  expect(JSON.parse(said)).toEqual({ passed: true });
});

it('has the types of the newest n8n too', async () => {
  const compiler = join(tools, 'node_modules/typescript/bin/tsc');
  const { said } = await run(process.execPath, [compiler, '--noEmit', '-p', 'tsconfig.json'], copy);
  expect(said).toBe('');
});
