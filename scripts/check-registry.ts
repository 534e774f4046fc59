import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the checks lie, relative to the checkout. */
export const checksPath = 'packages/core/src/checks';

const camel = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Folders that hold a check, found by path; there is no list to keep by hand. Sorted. */
export const checkIds = (root: string): readonly string[] =>
  readdirSync(join(root, checksPath), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, checksPath, entry.name, 'check.ts')))
    .map((entry) => entry.name)
    .sort();

/** Text of registry.gen.ts. */
export const registryText = (ids: readonly string[]): string => {
  const imports = ids.map((id) => `import { check as ${camel(id)} } from './${id}/check.ts';\n`).join('');
  const list = ids.map((id) => `  ${camel(id)},\n`).join('');
  return `// Generated from the folders beside this file: \`pnpm generate\`.\nimport type { Check } from './define.ts';\n${imports}\nexport const checks: readonly Check[] = [\n${list}];\n`;
};
