/** Writes the generated files: `pnpm generate`; `--check` only compares and exits 1 where one is stale. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const checksFolder = join(root, 'packages/core/src/checks');

const camel = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Folders that hold a check, found by path; there is no list to keep by hand. */
const checkIds = (): readonly string[] =>
  readdirSync(checksFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(checksFolder, entry.name, 'check.ts')))
    .map((entry) => entry.name)
    .sort();

const registry = (): string => {
  const ids = checkIds();
  const imports = ids.map((id) => `import { check as ${camel(id)} } from './${id}/check.ts';\n`).join('');
  const list = ids.map((id) => `  ${camel(id)},\n`).join('');
  return `// Generated from the folders beside this file: \`pnpm generate\`.\nimport type { Check } from './define.ts';\n${imports}\nexport const checks: readonly Check[] = [\n${list}];\n`;
};

const files: Readonly<Record<string, () => string>> = {
  'packages/core/src/checks/registry.gen.ts': registry,
};

const compare = process.argv.includes('--check');
let stale = 0;
for (const [path, make] of Object.entries(files)) {
  const text = make();
  const full = join(root, path);
  if (existsSync(full) && readFileSync(full, 'utf8') === text) continue;
  if (compare) {
    console.error(`${path} is out of date; run \`pnpm generate\`.`);
    stale += 1;
  } else {
    writeFileSync(full, text);
    console.log(`wrote ${path}`);
  }
}
process.exit(stale === 0 ? 0 : 1);
