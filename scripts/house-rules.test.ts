import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './steps.ts';

interface Source {
  readonly path: string;
  readonly text: string;
}

const own = new Set(['scripts/house-rules.test.ts']);
const filesOf = (...patterns: string[]): readonly Source[] =>
  globSync(patterns, { cwd: root, exclude: (path) => /(?:^|\/)(?:node_modules|dist)$/.test(path) })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !own.has(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

const code = filesOf(
  '{packages,apps,scripts,test-n8n,test-chaos}/**/*.ts',
  'apps/*/page/*.{js,css,html}',
  '*.{ts,js,mjs}',
  '.dependency-cruiser.mjs',
);
const written = code.filter((file) => !file.path.endsWith('.gen.ts'));
const tests = code.filter((file) => file.path.endsWith('.test.ts'));
const everything = [
  ...code,
  ...filesOf('*.{md,json,yaml}', '{packages,apps,docs,.changeset}/**/*.{md,json,yaml,yml}', '.ci/*'),
];

const where = (files: readonly Source[], bad: (file: Source) => boolean): readonly string[] =>
  files.filter(bad).map((file) => file.path);

it('looks at the files it means to look at', () => {
  expect(code.map((file) => file.path)).toEqual(
    expect.arrayContaining([
      'packages/core/src/index.ts',
      'scripts/steps.ts',
      'vitest.config.ts',
      '.dependency-cruiser.mjs',
    ]),
  );
  expect(tests.length).toBeGreaterThan(3);
});

describe('code', () => {
  it('switches no lint and no type error off', () => {
    const off =
      /biome-ignore|eslint-disable|@ts-(?:ignore|nocheck|expect-error)|(?:v8|istanbul|c8) ignore|knipignore/;
    expect(where(code, ({ text }) => off.test(text))).toEqual([]);
  });

  it('has plain names', () => {
    // n8n finds a node and a credential by the name of its class, and that is the name of the file.
    const asWritten = (path: string): string =>
      path.replace(
        /(n8n-nodes-plumbline\/.*\/)(\w+)(?=\.(?:node|credentials)\.ts$)/,
        (_, folder, name) => folder + name.toLowerCase(),
      );
    const plain = /^\.?[a-z0-9]+(?:[-.][a-z0-9]+)*$/;
    expect(where(written, ({ path }) => !plain.test(basename(asWritten(path))))).toEqual([]);
    expect(
      where(written, ({ path }) => /(?:^|[-./])(?:utils?|helpers?|misc|common|managers?)[-./]/.test(path)),
    ).toEqual([]);
  });

  it('keeps to one idea a file', () => {
    // Tables of data may be as long as what they list.
    const long = written
      .filter(({ path }) => !path.includes('/test/data/'))
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
    expect(long.filter((file) => file.lines > 300)).toEqual([]);
  });
});

describe('tests', () => {
  it('all run', () => {
    const skipping =
      /\b(?:it|test|describe)(?:\.\w+)*\.(?:skip|only|todo|fails|runIf|skipIf)\b|\bctx\.skip\(/;
    // What needs the corpus says so in its name and is counted when the corpus is absent.
    const bound = tests.filter(({ path }) => !/corpus[^/]*$/.test(path));
    expect(where(bound, ({ text }) => skipping.test(text))).toEqual([]);
  });

  it('meet the real thing', () => {
    expect(where(tests, ({ text }) => /\bvi\.(?:mock|doMock|stubGlobal)\(/.test(text))).toEqual([]);
    expect(where(tests, ({ text }) => /\bretry: ?[1-9]/.test(text))).toEqual([]);
  });
});

it('names no place of one machine', () => {
  expect(
    where(everything, ({ text }) => /(?<![\w.])\/(?:work|root|Users\/\w+|home\/\w+)\//.test(text)),
  ).toEqual([]);
});
