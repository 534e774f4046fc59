import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './steps.ts';

const corpus = process.env['PLUMBLINE_CORPUS'] ?? join(root, '../shared/corpus');
const present = existsSync(join(corpus, 'flows'));

/** Every text under `json` that is long enough to have an author; an address of an API is nobody's prose. */
const textsIn = (json: unknown, found: Set<string> = new Set()): Set<string> => {
  if (typeof json === 'string' && json.length >= 60 && json.split(/\s+/).length >= 8) {
    found.add(json.replace(/\s+/g, ' ').trim());
  }
  if (typeof json === 'object' && json !== null)
    for (const value of Object.values(json)) textsIn(value, found);
  return found;
};

it.skipIf(!present)('no workflow of this repository quotes one of the corpus', () => {
  const theirs = new Set<string>();
  for (const file of globSync(join(corpus, 'flows/*.json')))
    textsIn(JSON.parse(readFileSync(file, 'utf8')), theirs);
  expect(theirs.size).toBeGreaterThan(1000);
  const ours = globSync('{packages,apps,docs,scripts}/**/*.json', {
    cwd: root,
    exclude: (path) => /(?:^|\/)(?:node_modules|dist)$/.test(path),
  });
  expect(ours.length).toBeGreaterThan(10);
  const quotes = ours.flatMap((file) =>
    [...textsIn(JSON.parse(readFileSync(join(root, file), 'utf8')))]
      .filter((text) => theirs.has(text))
      .map((text) => `${file}: ${text.slice(0, 60)}`),
  );
  expect(quotes).toEqual([]);
});
