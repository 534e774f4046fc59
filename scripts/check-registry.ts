import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

/** Text of docs.gen.ts: the prose of every check, so that it is at hand where the folders are not. */
export const docsText = (root: string, ids: readonly string[]): string => {
  const entries = ids.flatMap((id) => {
    const file = join(root, checksPath, id, 'doc.md');
    return existsSync(file)
      ? [`  ${JSON.stringify(id)}: ${JSON.stringify(readFileSync(file, 'utf8'))},\n`]
      : [];
  });
  return `// Generated from the folders beside this file: \`pnpm generate\`.\n/** Prose about each check, Markdown, by id. */\nexport const checkDocs: Readonly<Record<string, string>> = {\n${entries.join('')}};\n`;
};
