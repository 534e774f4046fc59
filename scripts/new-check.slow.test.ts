import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countTests } from './count-tests.ts';
import { root } from './steps.ts';

const id = 'require-word-of-thanks';
let copy = '';
let folder = '';

const run = (program: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: copy, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
};
const tool = (name: string, ...args: string[]) => run(join(copy, 'node_modules/.bin', name), ...args);
const newCheck = (...args: string[]) =>
  run(process.execPath, join(root, 'scripts/new-check.ts'), '--root', copy, ...args);

/** Runs what guards the checks and gives the names of the tests that fail for the new one. */
const guard = (): readonly string[] => {
  const file = join(copy, 'report.json');
  tool('vitest', 'run', 'packages/n8n/test/check-', '--reporter=json', `--outputFile=${file}`);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  expect(countTests(report, true).passed).toBeGreaterThan(10);
  // Whether the others hold is for their own tests to say.
  const others = readdirSync(join(copy, 'packages/core/src/checks')).filter((name) => name !== id);
  return report.testResults
    .flatMap((each: { assertionResults: { status: string; fullName: string }[] }) => each.assertionResults)
    .filter((test: { status: string }) => test.status !== 'passed')
    .map((test: { fullName: string }) => test.fullName)
    .filter((name: string) => !others.some((other) => name.startsWith(`${other} `)));
};

/** A copy of this checkout, its packages linked to each other as pnpm links them. */
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'plumbline-new-check-'));
  folder = join(copy, 'packages/core/src/checks', id);
  for (const name of [
    'package.json',
    'tsconfig.base.json',
    'vitest.config.ts',
    'biome.json',
    '.gitignore',
    'scripts',
  ]) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  const asPnpmLinks = {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path: string) => !path.endsWith('/dist'),
  };
  for (const name of ['packages', 'apps', 'node_modules/@plumbline']) {
    cpSync(join(root, name), join(copy, name), asPnpmLinks);
  }
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== '@plumbline')
      symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  }
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

it.each([
  [[], 'Give one id'],
  [['require-a', 'require-b'], 'Give one id'],
  [['Require-Receipt'], 'is no id'],
  [['receipt'], 'is no id'],
  [['require--receipt'], 'is no id'],
  [['../escape-me'], 'is no id'],
])('refuses %j and writes nothing', (args, why) => {
  expect(newCheck(...args)).toMatchObject({ status: 2, output: expect.stringContaining(why) });
  expect(readdirSync(join(copy, 'packages/core/src/checks'))).not.toContain('receipt');
});

it('makes a check that compiles, is registered and has a page', () => {
  expect(newCheck(id)).toMatchObject({ status: 0, output: expect.stringContaining('yours to write') });
  expect(readFileSync(join(copy, 'packages/core/src/checks/registry.gen.ts'), 'utf8')).toContain(id);
  expect(readFileSync(join(copy, `docs/checks/${id}.md`), 'utf8')).toContain('### Prefer');
  expect(tool('tsc', '--noEmit', '-p', 'packages/core')).toEqual({ status: 0, output: '' });
  expect(tool('biome', 'check', folder)).toMatchObject({
    status: 0,
    output: expect.stringContaining('No fixes applied'),
  });
});

it('is refused by the guard only for the texts that say what to write', () => {
  expect(guard()).toEqual([
    `${id} leaves nothing to be written in its code`,
    `${id} has a doc that says why it matters and what it cannot see`,
  ]);
});

it('refuses to write over a check', () => {
  expect(newCheck(id)).toMatchObject({ status: 2, output: expect.stringContaining('exists already') });
});

it('passes once the texts are written', () => {
  const code = readFileSync(join(folder, 'check.ts'), 'utf8');
  writeFileSync(join(folder, 'check.ts'), code.replaceAll('TODO: ', ''));
  writeFileSync(
    join(folder, 'doc.md'),
    `Somebody who has paid and hears nothing wonders whether it worked. A word of thanks costs nothing and is what people
remember of a small shop, long after they have forgotten the price.

Limits: thanks said in a language that is not on the list is missed, and so is a picture that says it. What a mailing
service adds to a message by itself does not stand in the file, and the check answers with a question then.

Do not use it for messages that carry bad news, where thanks would sound like mockery.
`,
  );
  expect(guard()).toEqual([]);
});

it('takes a check away again when its folder goes', () => {
  rmSync(folder, { recursive: true });
  expect(run(process.execPath, join(copy, 'scripts/generate.ts')).status).toBe(0);
  expect(existsSync(join(copy, `docs/checks/${id}.md`))).toBe(false);
  expect(run(process.execPath, join(copy, 'scripts/generate.ts'), '--check').status).toBe(0);
});
