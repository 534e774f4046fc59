import { createHash } from 'node:crypto';
import { checkById, type Finding, type Flow, fingerprint, runCheck, viewFlow } from '@plumbline/core';
import { describe, expect, it } from 'vitest';
import { readWorkflow } from '../src/index.ts';
import { checkFolders, type ExampleFile, examplesOf, expectsOf, problemsOf } from './example-file.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
};

/** Reads a frozen copy, so that a reader or a check that changes what it was given throws. */
const flowOf = (example: ExampleFile): Flow => {
  const read = readWorkflow(freeze(JSON.parse(example.text)));
  if (!read.ok) throw new Error(read.message);
  return freeze(read.flow);
};

const answer = (example: ExampleFile): Finding => {
  const check = checkById(example.check);
  if (check === undefined) throw new Error(`${example.check} is not in the registry; run \`pnpm generate\``);
  return runCheck(check, viewFlow(flowOf(example)), freeze(expectsOf(example).options));
};

/** Words that the owner of a bakery would have to look up. Step names and what is quoted from a flow may be anything. */
const jargon = /\b(?:nodes?|webhooks?|parameters?|occurrences?|JSON|regex|API|payload|endpoint|LLM)\b/i;

describe.each(checkFolders())('%s', (check) => {
  const examples = examplesOf(check);

  it.each(examples.map((each) => [each.file, each] as const))('%s is complete', (_, example) => {
    expect(problemsOf(example)).toEqual([]);
  });

  it.each(examples.map((each) => [each.file, each] as const))(
    '%s is answered as it expects',
    (_, example) => {
      const expects = expectsOf(example);
      const finding = answer(example);
      const places = finding.occurrences.filter((each) => each.verdict === expects.verdict);
      const said = places.map((each) => each.message).join('\n');
      expect(finding.verdict, finding.occurrences.map((each) => each.message).join('\n')).toBe(
        expects.verdict,
      );
      if (expects.evidence !== undefined) expect(finding.evidence, said).toBe(expects.evidence);
      const steps = places.flatMap((each) => each.steps.map((step) => step.name));
      expect(steps, said).toEqual(expect.arrayContaining(expects.steps ?? []));
      if (expects.message !== undefined) expect(said).toContain(expects.message);
      if (expects.question !== undefined) {
        expect(places.map((each) => each.question ?? '').join('\n')).toContain(expects.question);
      }
    },
  );

  it.each(examples.map((each) => [each.file, each] as const))('%s is answered alike twice', (_, example) => {
    expect(answer(example)).toEqual(answer(example));
  });

  it.each(examples.map((each) => [each.file, each] as const))(
    '%s is answered in plain words',
    (_, example) => {
      const { occurrences } = answer(example);
      const keys = occurrences.map((each) => each.key);
      expect(keys).toEqual([...new Set(keys)]);
      for (const { verdict, message, adjustment, question } of occurrences) {
        expect([message, adjustment, question].join(' ').replace(/`[^`]*`|“[^”]*”/g, '')).not.toMatch(jargon);
        if (verdict === 'unknown') expect(question).toMatch(/\?$/);
        if (verdict === 'fail') expect(adjustment, message).toBeDefined();
      }
    },
  );

  it('has no example twice', () => {
    const contents = examples.map(
      (each) => `${fingerprint(flowOf(each), hash)} ${JSON.stringify(expectsOf(each).options)}`,
    );
    const same = examples
      .filter((_, at) => contents.indexOf(contents[at] ?? '') !== at)
      .map((each) => each.file);
    expect(same).toEqual([]);
  });
});
