/**
 * Writes the defaults that n8n takes for an absent `resource` or `operation`, per node type and version:
 * `node scripts/read-n8n-defaults.ts <nodes.json> [<nodes.json> ...]`. The argument is `dist/types/nodes.json` of an
 * installed `n8n-nodes-base` or `@n8n/n8n-nodes-langchain`, with the package's name in front: `n8n-nodes-base=<file>`.
 * Names and values only; nothing of n8n's wording is taken over.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Property {
  readonly name: string;
  readonly default?: unknown;
  readonly displayOptions?: { readonly show?: Readonly<Record<string, readonly unknown[]>> };
}
interface NodeType {
  readonly name: string;
  readonly version: number | readonly number[];
  readonly properties: readonly Property[];
}
interface Defaults {
  readonly from: number;
  readonly to: number;
  readonly resource?: string;
  /** Resource -> operation; `*` where the operation does not depend on a resource. */
  readonly operations: Readonly<Record<string, string>>;
}

const holds = (condition: unknown, version: number): boolean => {
  if (typeof condition === 'number') return condition === version;
  if (typeof condition !== 'object' || condition === null || !('_cnd' in condition)) return false;
  return Object.entries(condition._cnd as Record<string, unknown>).every(([word, value]) => {
    if (word === 'between') {
      const { from, to } = value as { from: number; to: number };
      return version >= from && version <= to;
    }
    const bound = Number(value);
    if (word === 'gte') return version >= bound;
    if (word === 'gt') return version > bound;
    if (word === 'lte') return version <= bound;
    if (word === 'lt') return version < bound;
    return word === 'eq' ? version === bound : version !== bound;
  });
};

const inVersion = (property: Property, version: number): boolean => {
  const wanted = property.displayOptions?.show?.['@version'];
  return wanted === undefined || wanted.some((condition) => holds(condition, version));
};

const ofVersion = (node: NodeType, version: number): Omit<Defaults, 'from' | 'to'> => {
  const own = node.properties.filter((property) => inVersion(property, version));
  const resource = own.find((property) => property.name === 'resource')?.default;
  const operations: Record<string, string> = {};
  for (const property of own) {
    if (property.name !== 'operation' || typeof property.default !== 'string') continue;
    const resources = property.displayOptions?.show?.['resource'] ?? ['*'];
    for (const each of resources) operations[String(each)] ??= property.default;
  }
  return { ...(typeof resource === 'string' ? { resource } : {}), operations };
};

const byType: Record<string, Defaults[]> = {};
for (const argument of process.argv.slice(2)) {
  const [family, file] = argument.split('=');
  if (family === undefined || file === undefined) throw new Error(`write <package>=<file>, not ${argument}`);
  for (const node of JSON.parse(readFileSync(file, 'utf8')) as readonly NodeType[]) {
    if (node.name.endsWith('Tool') && !node.name.startsWith('tool')) continue;
    const type = `${family}.${node.name}`;
    const versions = [
      ...(Array.isArray(node.version) ? (node.version as readonly number[]) : [node.version as number]),
    ].sort((a, b) => a - b);
    for (const version of versions) {
      const found = ofVersion(node, version);
      byType[type] ??= [];
      byType[type].push({ from: version, to: version, ...found });
    }
  }
}

const same = (a: Defaults, b: Defaults): boolean =>
  a.resource === b.resource && JSON.stringify(a.operations) === JSON.stringify(b.operations);
/** A version that chooses nothing is told apart from a version nobody knows, as long as another version chooses. */
const chooses = (ranges: readonly Defaults[]): boolean =>
  ranges.some(({ resource, operations }) => resource !== undefined || Object.keys(operations).length > 0);
const lines = Object.keys(byType)
  .filter((type) => chooses(byType[type] ?? []))
  .sort()
  .map((type) => {
    const ranges: Defaults[] = [];
    for (const next of (byType[type] ?? []).sort((a, b) => a.from - b.from)) {
      const last = ranges.at(-1);
      if (last !== undefined && same(last, next)) ranges[ranges.length - 1] = { ...last, to: next.to };
      else ranges.push(next);
    }
    return `  ${JSON.stringify(type)}: ${JSON.stringify(ranges)},`;
  });
const text = `// Read off n8n's own node descriptions by scripts/read-n8n-defaults.ts; see there.
export interface Defaults {
  readonly from: number;
  readonly to: number;
  readonly resource?: string;
  readonly operations: Readonly<Record<string, string>>;
}

export const defaults: Readonly<Record<string, readonly Defaults[]>> = {
${lines.join('\n')}
};
`;
writeFileSync(join(import.meta.dirname, '../packages/n8n/src/catalogue/defaults.gen.ts'), text);
console.log(`${lines.length} node types`);
