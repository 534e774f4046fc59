/**
 * Writes which node types n8n has, in which versions and with which operations, so that a test can say whether the
 * catalogue knows them all: `node scripts/read-n8n-operations.ts <node-types.json>`. The argument lists
 * `{ name, version, operations: [{ resource, operation }] }`. Names only; nothing of n8n's wording is taken over.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Listed {
  readonly name: string;
  readonly version: number | readonly number[];
  readonly operations?: readonly { readonly resource: string | null; readonly operation: string }[];
}

const file = process.argv[2];
if (file === undefined) throw new Error('name the file that lists the node types');
const byName = new Map<string, { versions: Set<number>; operations: Set<string> }>();
for (const { name, version, operations } of JSON.parse(readFileSync(file, 'utf8')) as readonly Listed[]) {
  const known = byName.get(name) ?? { versions: new Set(), operations: new Set() };
  byName.set(name, known);
  for (const each of [version].flat()) known.versions.add(each as number);
  for (const { resource, operation } of operations ?? []) {
    known.operations.add(resource === null ? operation : `${resource}.${operation}`);
  }
}

/** A tool variant does what its node does, so its operations are not listed again. */
const isVariant = (name: string): boolean =>
  /Tool$/.test(name) && byName.has(name.replace(/(?:Hitl)?Tool$/, ''));
const lines = [...byName].sort().map(([name, { versions, operations }]) =>
  JSON.stringify({
    type: name,
    versions: [...versions].sort((a, b) => a - b),
    operations: isVariant(name) ? [] : [...operations],
  }),
);
const folder = join(import.meta.dirname, '../packages/n8n/test/data/generated');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'n8n-nodes.json'), `[\n${lines.join(',\n')}\n]\n`);
console.log(`${lines.length} node types`);
