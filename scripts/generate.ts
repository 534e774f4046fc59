/**
 * Writes the generated files: `pnpm generate`; `--check` only compares and exits 1 where one is stale.
 * To add a file: return its path and text from `files` below.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkIds, checksPath, docsText, registryText } from './check-registry.ts';
import { ruleIds, ruleRegistryText, rulesPath } from './rule-registry.ts';

const root = join(import.meta.dirname, '..');
const compare = process.argv.includes('--check');
let stale = 0;

/** Writes one file, or says that it is stale. `null` means that there must be none. */
const put = (path: string, text: string | null): void => {
  const full = join(root, path);
  const now = existsSync(full) ? readFileSync(full, 'utf8') : null;
  if (now === text) return;
  if (compare) {
    console.error(`${path} is out of date; run \`pnpm generate\`.`);
    stale += 1;
    return;
  }
  mkdirSync(dirname(full), { recursive: true });
  if (text === null) rmSync(full);
  else writeFileSync(full, text);
  console.log(`${text === null ? 'removed' : 'wrote'} ${path}`);
};

/** All but the registries. Loaded late, because core cannot be loaded while one names a folder that is gone. */
const files = async (): Promise<ReadonlyMap<string, string>> => {
  const { checkPages } = await import('./check-pages.ts');
  const { jsonSchemas } = await import('./json-schemas.ts');
  const { nodeTypes } = await import('./node-types.ts');
  const { openapiFile } = await import('./openapi-file.ts');
  const { clientTypes } = await import('./client-types.ts');
  const { rulePages } = await import('./rule-pages.ts');
  return new Map([
    ...checkPages(root),
    ...rulePages(root),
    ...jsonSchemas(),
    ...openapiFile(),
    ...(await clientTypes()),
    ...(await nodeTypes()),
  ]);
};

put(`${checksPath}/registry.gen.ts`, registryText(checkIds(root)));
put(`${checksPath}/docs.gen.ts`, docsText(root, checkIds(root)));
put(`${rulesPath}/registry.gen.ts`, ruleRegistryText(ruleIds(root)));
if (stale === 0) {
  const wanted = await files();
  for (const [path, text] of wanted) put(path, text);
  // Whole folders are generated, so a page whose check or rule is gone goes too.
  for (const folder of ['docs/checks', 'docs/rules', 'docs/schema']) {
    const present = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
    for (const name of present) if (!wanted.has(`${folder}/${name}`)) put(`${folder}/${name}`, null);
  }
}
process.exitCode = stale === 0 ? 0 : 1;
