import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkById, checks, knownValues } from '@plumbline/core';
import { describe, expect, it } from 'vitest';
import { checkFolders, checksFolder, examplesOf, placeholderIn } from './example-file.ts';

const folders = checkFolders();
const values: readonly string[] = knownValues.map((value) => value.id);

it('registers every folder, sorted by id', () => {
  expect(folders.length).toBeGreaterThan(0);
  expect(checks.map((check) => check.meta.id)).toEqual(folders);
});

it('has no two checks with one title', () => {
  const titles = checks.map((check) => check.meta.title.toLowerCase());
  expect(titles).toEqual([...new Set(titles)]);
});

describe.each(folders)('%s', (id) => {
  const docFile = join(checksFolder, id, 'doc.md');

  it('says who it is', () => {
    const meta = checkById(id)?.meta;
    expect(meta?.id).toBe(id);
    expect(meta?.values).not.toEqual([]);
    expect(meta?.values.filter((value) => !values.includes(value))).toEqual([]);
    expect(meta?.version).toBeGreaterThanOrEqual(1);
    expect(meta?.since).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('leaves nothing to be written in its code', () => {
    expect(placeholderIn(readFileSync(join(checksFolder, id, 'check.ts'), 'utf8'))).toBeNull();
  });

  it('can be asked without options', () => {
    expect(checkById(id)?.meta.options.safeParse({}).success).toBe(true);
  });

  it('has a doc that says why it matters and what it cannot see', () => {
    expect(existsSync(docFile)).toBe(true);
    const doc = readFileSync(docFile, 'utf8');
    expect(placeholderIn(doc)).toBeNull();
    expect(doc).toMatch(/cannot (?:see|tell|know)|\blimits?\b/i);
    // Title, links and tables of the page are generated; prose alone stands here.
    expect(doc).not.toMatch(/^# |\]\(|^\|/m);
    expect(doc.split(/\s+/).length).toBeGreaterThan(60);
  });

  it.each(['pass', 'fail', 'unknown'])('has an example that is answered with %s', (verdict) => {
    expect(examplesOf(id).some((example) => example.file.startsWith(`${verdict}-`))).toBe(true);
  });
});
