import { askCheck, checks, viewFlow } from '@plumbline/core';
import { describe, expect, it } from 'vitest';
import { readWorkflow } from '../src/index.ts';
import { type Asked, askedWithAll, forgotten, withOptions } from './any-options.ts';
import { checkFolders, examplesOf } from './example-file.ts';

const flows = checkFolders()
  .flatMap(examplesOf)
  .map(({ check, file, text }) => {
    const read = readWorkflow(JSON.parse(text));
    if (!read.ok) throw new Error(read.message);
    return { name: `${check}/${file}`, flow: read.flow };
  });

const asked: readonly (Asked & { readonly name: string })[] = flows.flatMap(({ name, flow }) =>
  askedWithAll(flow).map((each) => ({ ...each, name })),
);

describe('an answer without a look at the options', () => {
  it('is the same under all of them', () => {
    expect(forgotten).toEqual([]);
    for (const { name, check, said, anyOptions } of asked) {
      if (anyOptions.includes(true)) expect(new Set(said).size, `${check} on ${name}`).toBe(1);
    }
  });

  it('is what most flows get', () => {
    for (const { meta } of withOptions) {
      const own = asked.filter(({ check }) => check === meta.id);
      expect(own.filter(({ anyOptions }) => anyOptions[0]).length, meta.id).toBeGreaterThan(own.length / 2);
    }
  });

  it('is not what a flow gets about which they make a difference', () => {
    for (const { meta } of withOptions) {
      const own = asked.filter(({ check, said }) => check === meta.id && new Set(said).size > 1);
      expect(own.length, meta.id).toBeGreaterThan(0);
      expect(own.flatMap(({ anyOptions }) => anyOptions)).not.toContain(true);
    }
  });

  it('is what a check gives that has none', () => {
    const [first] = flows;
    if (first === undefined) throw new Error('no example');
    const view = viewFlow(first.flow);
    for (const check of checks)
      if (!withOptions.includes(check))
        expect(askCheck(check, view, {}).anyOptions, check.meta.id).toBe(true);
  });
});
