import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the run-time rules lie, relative to the checkout. */
export const rulesPath = 'packages/core/src/rules';

const camel = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Folders that hold a rule, found by path. Sorted. */
export const ruleIds = (root: string): readonly string[] =>
  readdirSync(join(root, rulesPath), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, rulesPath, entry.name, 'rule.ts')))
    .map((entry) => entry.name)
    .sort();

/** Text of registry.gen.ts of the rules. */
export const ruleRegistryText = (ids: readonly string[]): string => {
  const imports = ids.map((id) => `import { rule as ${camel(id)} } from './${id}/rule.ts';\n`).join('');
  const list = ids.map((id) => `  ${camel(id)},\n`).join('');
  return `// Generated from the folders beside this file: \`pnpm generate\`.\nimport type { Rule } from './define.ts';\n${imports}\nexport const rules: readonly Rule[] = [\n${list}];\n`;
};
