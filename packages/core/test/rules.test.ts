import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtInActions, knownValues, ruleById, rules } from '../src/index.ts';
import { ruleExamples, ruleFolders, rulesFolder } from './rule-examples.ts';

const folders = ruleFolders();
const examples = folders.flatMap(ruleExamples);
const values: readonly string[] = knownValues.map((value) => value.id);
const actions: readonly string[] = builtInActions;

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

it('registers every folder, sorted by id', () => {
  expect(folders.length).toBeGreaterThan(8);
  expect(rules.map((rule) => rule.meta.id)).toEqual(folders);
});

it('has no example twice', () => {
  const texts = examples.map(({ rule, text }) => {
    const { title: _, ...asked } = JSON.parse(text) as { title: string };
    return `${rule} ${JSON.stringify(asked)}`;
  });
  expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
});

describe.each(folders)('%s', (id) => {
  it('says who it is', () => {
    const meta = ruleById(id)?.meta;
    expect(meta?.id).toBe(id);
    expect(meta?.values.length).toBeGreaterThan(0);
    expect(meta?.values.filter((value) => !values.includes(value))).toEqual([]);
    expect(meta?.actions.filter((action) => !actions.includes(action))).toEqual([]);
    expect(meta?.since).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('has a doc that says why it matters and what it cannot see', () => {
    const file = join(rulesFolder, id, 'doc.md');
    expect(existsSync(file)).toBe(true);
    const doc = readFileSync(file, 'utf8');
    expect(doc).toMatch(/cannot (?:see|tell|know|read)|\blimits?\b/i);
    expect(doc).not.toMatch(/^# |\]\(|^\||\bTODO\b/m);
    expect(doc.split(/\s+/).length).toBeGreaterThan(60);
  });

  it.each(['pass', 'fail', 'unknown'])('has an example that is answered with %s', (verdict) => {
    expect(ruleExamples(id).some(({ file }) => file.startsWith(`${verdict}-`))).toBe(true);
  });
});

describe('examples', () => {
  it.each(examples)('$name', ({ rule, file, example }) => {
    const { expects, request, context } = example;
    expect(file).toMatch(new RegExp(`^${expects.verdict}-[a-z0-9-]+\\.json$`));
    const meta = ruleById(rule);
    if (meta === undefined) throw new Error(`there is no rule ${rule}`);
    expect(meta.meta.actions).toContain(request.action);
    const options = meta.meta.options.parse(example.options);
    const ask = meta.prepare(options, null);
    const result = ask(frozen(request), frozen(context));
    expect(result?.verdict ?? 'pass').toBe(expects.verdict);
    if (expects.message !== undefined) expect(result?.message).toContain(expects.message);
    if (expects.question !== undefined) expect(result?.question).toContain(expects.question);
    if (expects.evidence !== undefined) expect(result?.evidence ?? 'observed').toBe(expects.evidence);
    if (result?.verdict === 'unknown') expect(result.question).toMatch(/\?$/);
    const obligation = result?.obligation;
    const told =
      obligation?.kind === 'wait-until'
        ? {
            kind: obligation.kind,
            until: obligation.until,
            timeZone: obligation.timeZone,
          }
        : obligation && { kind: obligation.kind, text: obligation.text };
    if (expects.obligation !== undefined || expects.verdict === 'pass')
      expect(told).toEqual(expects.obligation);
    expect(ask(request, context)).toEqual(result);
    expect(meta.prepare(options, null)(request, context)).toEqual(result);
  });
});
