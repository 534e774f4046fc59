import { builtInProfile, questionsOf } from '@plumbline/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileFile } from './hostile-json.ts';
import { type Answer, answersTo } from './judged.ts';
import { wildWorkflow } from './wild-graph.ts';

const questions = questionsOf(builtInProfile()).length;

const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const shape = (): string =>
  prototypes
    .map((each) => {
      const described = Reflect.ownKeys(each).map((key) => {
        const { value, get } = Object.getOwnPropertyDescriptor(each, key) ?? {};
        return `${String(key)}:${typeof value}:${typeof get}`;
      });
      return described.join();
    })
    .join('\n');

/** A clear answer: every check was asked, and each says something of every place it speaks of. */
const isClear = (answer: Answer): boolean => {
  if (!answer.ok) return answer.message.length > 10;
  const { findings } = answer.judgement;
  return (
    findings.length === questions &&
    findings.every((finding) =>
      finding.occurrences.every(
        ({ message, verdict, question, witness, steps }) =>
          message.length > 10 &&
          !/undefined|\[object|NaN/.test(message.replaceAll(/`[^`]*`/g, '')) &&
          (verdict !== 'unknown' || (question ?? '').length > 10) &&
          [...witness, ...steps].every(
            (step) => typeof step.id === 'string' && typeof step.name === 'string',
          ),
      ),
    )
  );
};

describe('a hostile workflow', () => {
  it('gets a clear answer, the same one twice, and changes nothing it should not', () => {
    const before = shape();
    let answered = 0;
    fc.assert(
      fc.property(hostileFile, (text) => {
        const answers = answersTo(text);
        answered += answers.filter((answer) => answer.ok).length;
        expect(answers.every(isClear)).toBe(true);
        expect(JSON.stringify(answersTo(text))).toBe(JSON.stringify(answers));
        expect(shape()).toBe(before);
      }),
      { numRuns: 800, seed: 20_261_125 },
    );
    expect(answered).toBeGreaterThan(500);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('with a sensible step at every node and links that make no sense is answered too', () => {
    fc.assert(
      fc.property(wildWorkflow(25), (workflow) => {
        const text = JSON.stringify(workflow);
        const answers = answersTo(text);
        expect(answers.map((answer) => answer.ok)).toEqual([true]);
        expect(answers.every(isClear)).toBe(true);
        expect(JSON.stringify(answersTo(text))).toBe(JSON.stringify(answers));
      }),
      { numRuns: 250, seed: 20_261_125 },
    );
  });
});
