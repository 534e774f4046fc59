import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { root } from './steps.ts';

const reportSchema = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
    ruleSetUsed: z.object({
      forbidden: z.array(z.object({ name: z.string(), comment: z.string().min(30) })),
    }),
  }),
});

/** A workspace that breaks every rule once: file -> what it imports and the rule it breaks. */
const wrong: Readonly<Record<string, { readonly imports: string; readonly breaks: string }>> = {
  'packages/core/src/one.ts': { imports: './two.ts', breaks: 'no-cycles' },
  'packages/core/src/disk.ts': { imports: 'node:fs', breaks: 'core-is-pure' },
  'packages/core/src/reader.ts': { imports: '../../n8n/src/index.ts', breaks: 'core-stands-alone' },
  'packages/core/src/checks/require-x/check.ts': {
    imports: '../../profile/schema.ts',
    breaks: 'findings-know-no-profile',
  },
  'packages/core/src/evaluate/run-check.ts': { imports: './assess.ts', breaks: 'findings-know-no-profile' },
  'packages/n8n/src/keeps.ts': { imports: '../../store/src/index.ts', breaks: 'n8n-knows-core-only' },
  'packages/store/src/decides.ts': { imports: '../../service/src/index.ts', breaks: 'store-knows-core-only' },
  'packages/n8n-nodes-plumbline/src/borrows.ts': {
    imports: '../../core/src/index.ts',
    breaks: 'nodes-stand-alone',
  },
  'packages/service/src/builds.ts': {
    imports: '../../store/src/embedded.ts',
    breaks: 'service-takes-the-port',
  },
  'packages/service/src/serves.ts': {
    imports: '../../../apps/api/src/index.ts',
    breaks: 'packages-know-no-app',
  },
  'apps/api/src/prints.ts': { imports: '../../cli/src/index.ts', breaks: 'api-knows-no-cli' },
  'apps/cli/src/reaches.ts': { imports: '../../../packages/core/src/one.ts', breaks: 'doors-only' },
  'apps/cli/src/tested.ts': { imports: '../test/one.ts', breaks: 'no-tests-in-the-product' },
  'packages/service/src/settings.ts': { imports: 'node:process', breaks: 'only-apps-touch-the-process' },
  'apps/cli/src/borrows.ts': { imports: 'undeclared', breaks: 'declared-dependencies' },
  'apps/cli/src/lost.ts': { imports: './nowhere.ts', breaks: 'nothing-unresolved' },
};

const right: Readonly<Record<string, string>> = {
  'packages/core/src/profile/schema.ts': './words.ts',
  'packages/n8n/src/index.ts': './read.ts',
  'apps/cli/src/disk.ts': 'node:fs',
  'apps/cli/src/settings.ts': 'node:process',
  'apps/cli/test/one.ts': '../src/disk.ts',
};

const leaves = [
  'packages/core/src/index.ts',
  'packages/core/src/evaluate/assess.ts',
  'packages/core/src/profile/words.ts',
  'packages/n8n/src/read.ts',
  'packages/store/src/index.ts',
  'packages/store/src/embedded.ts',
  'packages/service/src/index.ts',
  'apps/api/src/index.ts',
  'apps/cli/src/index.ts',
  'node_modules/undeclared/index.js',
];

const copy = mkdtempSync(join(tmpdir(), 'plumbline-boundaries-'));
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), text);
};
let report: z.output<typeof reportSchema>['summary'];

beforeAll(() => {
  for (const name of ['.dependency-cruiser.mjs', 'tsconfig.base.json'])
    cpSync(join(root, name), join(copy, name));
  put('package.json', '{ "name": "workspace", "private": true, "type": "module" }');
  put(
    'node_modules/undeclared/package.json',
    '{ "name": "undeclared", "version": "1.0.0", "main": "index.js" }',
  );
  put('packages/core/src/two.ts', "import './one.ts';\n");
  for (const path of leaves) put(path, 'export const here = 1;\n');
  for (const [path, to] of Object.entries(right)) put(path, `import '${to}';\n`);
  for (const [path, { imports }] of Object.entries(wrong)) put(path, `import '${imports}';\n`);
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'packages', 'apps'];
  const { stdout } = spawnSync(process.execPath, [program, ...args], { cwd: copy, encoding: 'utf8' });
  report = reportSchema.parse(JSON.parse(stdout)).summary;
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

it.each(Object.entries(wrong))('%s is refused', (path, { breaks }) => {
  expect(report.violations.filter((each) => each.from === path).map((each) => each.rule.name)).toContain(
    breaks,
  );
});

it.each(Object.keys(right))('%s is allowed', (path) => {
  expect(report.violations.filter((each) => each.from === path)).toEqual([]);
});

it('tries every rule there is, and each says why', () => {
  const tried = new Set(Object.values(wrong).map((each) => each.breaks));
  expect(report.ruleSetUsed.forbidden.map((rule) => rule.name).sort()).toEqual([...tried].sort());
});
