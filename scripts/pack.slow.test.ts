import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { checkReportSchema, checks } from '@plumbline/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './steps.ts';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly description?: string;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const folders = globSync(['packages/*', 'apps/*'], { cwd: root })
  .map((folder) => join(root, folder))
  .filter((folder) => manifestIn(folder).private !== true)
  // The nodes are installed into n8n, which brings what they need: proven there.
  .filter((folder) => !('n8n' in manifestIn(folder)));
const manifests = folders.map(manifestIn);

const work = mkdtempSync(join(tmpdir(), 'plumbline-pack-'));
const shop = join(work, 'shop');

/** Like a stranger's terminal: this Node first, nothing of the workspace on the path. */
const environment = {
  ...process.env,
  PATH: [
    dirname(process.execPath),
    ...(process.env['PATH'] ?? '').split(delimiter).filter((each) => !each.startsWith(root)),
  ].join(delimiter),
  TURBO_TELEMETRY_DISABLED: '1',
  NO_COLOR: '1',
};
const run = (cwd: string, program: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, env: environment, encoding: 'utf8' });
  return { status, stdout, stderr };
};
const must = (cwd: string, program: string, ...args: string[]): string => {
  const done = run(cwd, program, ...args);
  if (done.status !== 0) throw new Error(`${program} ${args.join(' ')}\n${done.stdout}\n${done.stderr}`);
  return done.stdout;
};

beforeAll(() => {
  // What an earlier build left behind must not be packed.
  for (const folder of folders) rmSync(join(folder, 'dist'), { recursive: true, force: true });
  must(root, 'npx', '--yes', 'pnpm@12', 'build');
  for (const folder of folders) must(folder, 'npx', '--yes', 'pnpm@12', 'pack', '--pack-destination', work);
  mkdirSync(shop);
  writeFileSync(join(shop, 'package.json'), '{ "name": "shop", "private": true, "type": "module" }\n');
  const tarballs = readdirSync(work).filter((name) => name.endsWith('.tgz'));
  must(shop, 'npm', 'install', '--no-audit', '--no-fund', ...tarballs.map((name) => join(work, name)));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe.each(manifests)('$name', ({ name, version, license, description, dependencies }) => {
  const installed = join(shop, 'node_modules', name);

  it('is installed in this version, and says what it is', () => {
    expect(manifestIn(installed)).toMatchObject({ name, version, license: 'MIT', description });
    expect(license).toBe('MIT');
    expect(description).toMatch(/\.$/);
  });

  it('asks the registry for real versions', () => {
    const asked = manifestIn(installed).dependencies ?? {};
    expect(Object.keys(asked)).toEqual(Object.keys(dependencies ?? {}));
    for (const range of Object.values(asked)) expect(range).toMatch(/^[\^~]?\d+\.\d+\.\d+$/);
  });

  it('carries what runs, and neither sources nor tests', () => {
    const files = globSync('**/*', { cwd: installed, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name);
    expect(files).toContain('LICENSE');
    expect(files.filter((file) => file.endsWith('.js')).length).toBeGreaterThan(0);
    expect(files.filter((file) => /\.test\.|\.map$|(?<!\.d)\.ts$|\.tsbuildinfo$/.test(file))).toEqual([]);
  });
});

const doors = manifests.flatMap(({ name, exports }) =>
  Object.keys(exports ?? {}).map((path) => name + path.slice(1)),
);

// A thread only makes sense as one: it is started by its address.
const threads = doors.filter((door) => door.endsWith('-thread'));

it.each(threads)('%s can be found to be started', (door) => {
  const code = `console.log((await import('node:fs')).statSync(new URL(import.meta.resolve('${door}'))).size)`;
  expect(Number(must(shop, process.execPath, '--input-type=module', '-e', code))).toBeGreaterThan(0);
});

it.each(doors.filter((door) => !threads.includes(door)))('%s can be imported', (door) => {
  const code = `import('${door}').then((all) => console.log(Object.keys(all).length))`;
  expect(Number(must(shop, process.execPath, '-e', code))).toBeGreaterThan(0);
});

it('has types that a strict project takes', () => {
  writeFileSync(
    join(shop, 'use.ts'),
    `import { builtInProfile, type Judgement, judge } from '@plumbline/core';
import { readWorkflow } from '@plumbline/n8n';
const read = readWorkflow({ nodes: [], connections: {} });
export const answer: Judgement | null = read.ok ? judge(read.flow, builtInProfile(), (text) => text) : null;
`,
  );
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024'];
  expect(must(shop, process.execPath, compiler, ...flags, 'use.ts')).toBe('');
});

describe('plumbline, installed', () => {
  const { version } = manifestIn(join(root, 'apps/cli'));

  it('says its version', () => {
    expect(must(shop, 'npx', 'plumbline', '--version').trim()).toBe(version);
  });

  it('judges a flow', () => {
    const [flow] = globSync('packages/core/src/checks/*/examples/fail-*.json', { cwd: root });
    expect(flow).toBeDefined();
    const { status, stdout, stderr } = run(
      shop,
      'npx',
      'plumbline',
      'check',
      join(root, flow ?? ''),
      '--format',
      'json',
    );
    expect(status, stderr).toBe(1);
    const report = checkReportSchema.parse(JSON.parse(stdout));
    expect(report.flows.map((each) => each.findings.some((finding) => finding.verdict === 'fail'))).toEqual([
      true,
    ]);
  });

  it('explains a check', () => {
    const [check] = checks;
    expect(must(shop, 'npx', 'plumbline', 'explain', check?.meta.id ?? '')).toContain(check?.meta.title);
  });

  it('serves, and stops when told to', async () => {
    const program = join(shop, 'node_modules/plumbline/dist/main.js');
    const args = [program, 'serve', '--port', '0', '--data', join(work, 'data')];
    const child = spawn(process.execPath, args, {
      cwd: shop,
      env: environment,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = once(child, 'exit');
    let said = '';
    let url: string | undefined;
    for await (const part of child.stdout) {
      said += String(part);
      url = /(http:\/\/\S+)\/docs/.exec(said)?.[1];
      if (url !== undefined) break;
    }
    expect(url, said).toBeDefined();
    const response = await fetch(`${url}/v1/check`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ workflow: { nodes: [], connections: {} } }),
    });
    expect(response.status).toBe(200);
    expect(await (await fetch(`${url}/`)).text()).toContain('src="page/main.js"');
    expect((await fetch(`${url}/page/main.js`)).status).toBe(200);
    child.kill('SIGINT');
    expect((await ended)[0]).toBe(0);
  });
});
