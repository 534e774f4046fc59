import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './steps.ts';

interface Package {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const packages = globSync(['package.json', 'packages/*/package.json', 'apps/*/package.json'], { cwd: root });
const declared = new Set(
  packages.flatMap((file) => {
    const read = JSON.parse(readFileSync(join(root, file), 'utf8')) as Package;
    return Object.keys({ ...read.dependencies, ...read.devDependencies, ...read.optionalDependencies });
  }),
);
const rows = readFileSync(join(root, 'docs/dependencies.md'), 'utf8').matchAll(
  /^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$/gm,
);
const explained = [...rows].map(([, name, licence, why]) => ({ name: name ?? '', licence, why }));

it('explains every dependency, and nothing else', () => {
  const own = [...declared].filter((name) => !name.startsWith('@plumbline/')).sort();
  expect(own.length).toBeGreaterThan(10);
  expect(explained.map((each) => each.name).sort()).toEqual(own);
});

/** n8n's own: read as types by the compiler, never shipped. */
const typesOnly = new Set(['n8n-workflow']);

it('depends on nothing whose licence binds its users', () => {
  for (const { name, licence } of explained) {
    if (typesOnly.has(name)) continue;
    expect(licence, name).toMatch(/^(?:MIT|MIT-0|ISC|Apache-2\.0|BSD-[23]-Clause|MIT OR Apache-2\.0)$/);
  }
});
