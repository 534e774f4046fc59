/** Makes the folder of a new check: `pnpm new:check <id>`. `--root <folder>` works on another checkout. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checksPath } from './check-registry.ts';
import { checkTemplate } from './check-template.ts';

const refuse = (why: string): never => {
  console.error(why);
  process.exit(2);
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { root: { type: 'string', default: join(import.meta.dirname, '..') } },
});
const root = resolve(values.root);
const [id, ...more] = positionals;
if (id === undefined || more.length > 0) {
  refuse(
    'Give one id: `pnpm new:check require-receipt`. It says what the check asks for: require-..., prefer-..., forbid-...',
  );
} else {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id) || id.length > 60) {
    refuse(
      `"${id}" is no id for a check: two or more words of small letters and digits, joined by single dashes, 60 characters at most, e.g. require-receipt.`,
    );
  }
  const folder = join(root, checksPath, id);
  if (!existsSync(join(root, checksPath)))
    refuse(`${root} is no checkout of Plumbline: it has no ${checksPath}.`);
  if (existsSync(folder))
    refuse(`${checksPath}/${id} exists already; choose another id or edit what is there.`);

  const core = JSON.parse(readFileSync(join(root, 'packages/core/package.json'), 'utf8')) as {
    version: string;
  };
  for (const [file, text] of checkTemplate(id, core.version)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
    console.log(`wrote ${checksPath}/${id}/${file}`);
  }
  const generated = spawnSync(process.execPath, [join(root, 'scripts/generate.ts')], { stdio: 'inherit' });
  if (generated.status !== 0) process.exit(3);
  console.log(`
It compiles, and its three examples come out right. What is marked TODO is yours to write:
  1. check.ts: the promise, whom it is asked of, and how the answer is found
  2. examples/: real flows; each says under meta.expects what it shows
  3. doc.md: why it matters, what the check cannot see, when not to use it
Then \`pnpm generate\` and \`pnpm verify\`. CONTRIBUTING.md explains each step.`);
}
