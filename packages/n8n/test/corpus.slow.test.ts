import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Flow, Occurrence, Step } from '@plumbline/core';
import { describe, expect, it } from 'vitest';
import { readWorkflow, unresolvedIn, workflowsIn } from '../src/index.ts';
import { askedWithAll } from './any-options.ts';
import { type Answer, answersTo } from './judged.ts';

/** Real flows, private test data beside the checkout: never copied into the repository. */
const corpus = process.env['PLUMBLINE_CORPUS'] ?? join(import.meta.dirname, '../../../../shared/corpus');
const present = existsSync(join(corpus, 'flows'));

interface Indexed {
  readonly id: string;
  readonly skeleton: boolean;
}

const textOf = (id: string): string => readFileSync(join(corpus, 'flows', `${id}.json`), 'utf8');

/** The same workflow with parameters in every step but its starts, which were removed from it. */
const withParameters = (value: unknown, parameters: unknown): unknown => {
  if (Array.isArray(value)) return value.map((each) => withParameters(each, parameters));
  if (typeof value !== 'object' || value === null) return value;
  const own = Object.entries(value).map(([key, each]) => [key, withParameters(each, parameters)] as const);
  const { type, parameters: given } = value as { readonly type?: unknown; readonly parameters?: unknown };
  const removed = typeof given === 'object' && given !== null && Object.keys(given).length === 0;
  const fill = removed && typeof type === 'string' && !/Trigger$/.test(type);
  return Object.fromEntries(fill ? [...own, ['parameters', parameters]] : own);
};

const stepsOf = (flow: Flow): ReadonlyMap<string, Step> => new Map(flow.steps.map((step) => [step.id, step]));

/** Checks that judge what a message says, whom it goes to, when, or what a condition asks: all of it stands in parameters. */
const byParameters: ReadonlySet<string> = new Set([
  'no-literal-placeholder',
  'no-unreachable-sender',
  'prefer-local-content',
  'require-bot-disclosure',
  'require-contact-limit',
  'require-context-on-handoff',
  'require-opt-out',
  'require-personalised-message',
  'require-quality-check',
  'require-quiet-hours',
  'require-reschedule-path',
  'require-segmented-audience',
  'require-suppression',
]);

/** What may be said of a step without its parameters: how its type starts, generates, sends or fails. */
const explained = (steps: ReadonlyMap<string, Step>, place: Occurrence): boolean =>
  [...place.steps, ...place.witness].every(({ id }) => {
    const step = steps.get(id);
    return step !== undefined && (step.knowledge !== 'stripped' || step.message === null);
  });

if (!present) {
  it('reads real flows', () => {
    console.warn(
      `The corpus of real flows is absent (${corpus}): nothing was read. Put it there or set PLUMBLINE_CORPUS.`,
    );
    expect(present).toBe(false);
  });
} else {
  const ids = readdirSync(join(corpus, 'flows')).map((file) => file.replace(/\.json$/, ''));
  const index = readFileSync(join(corpus, 'index.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Indexed);

  describe('real flows', () => {
    it('are all read and judged, and none is told that the reader is at fault', () => {
      let read = 0;
      const refused: string[] = [];
      for (const id of ids) {
        const answers = answersTo(textOf(id));
        if (answers.length === 0 || answers.some((answer) => !answer.ok)) refused.push(id);
        read += answers.filter((answer) => answer.ok).length;
      }
      expect(refused).toEqual([]);
      expect(read).toBeGreaterThanOrEqual(ids.length);
    });

    const flows = (): readonly Flow[] =>
      ids.flatMap((id) =>
        workflowsIn(JSON.parse(textOf(id))).flatMap((workflow) => {
          const read = readWorkflow(workflow);
          return read.ok ? [read.flow] : [];
        }),
      );

    it('use hardly a step that nobody has catalogued', () => {
      const all = flows();
      const steps = all.reduce((sum, flow) => sum + flow.steps.length, 0);
      const missing = unresolvedIn(all);
      const unknown = missing.reduce((sum, each) => sum + each.steps, 0);
      expect(unknown / steps).toBeLessThan(0.003);
      expect(missing.filter((each) => each.steps > 5)).toEqual([]);
    });

    it('are answered alike under all options, wherever no check looked at them, which is nearly everywhere', () => {
      const asked = flows().flatMap(askedWithAll);
      const wrong = asked.filter(
        ({ said, anyOptions }) => anyOptions.includes(true) && new Set(said).size > 1,
      );
      expect(wrong).toEqual([]);
      const looked = asked.filter(({ anyOptions }) => anyOptions.includes(false));
      expect(looked.length / asked.length).toBeLessThan(0.06);
    });
  });

  describe('flows whose parameters were removed', () => {
    const answers = index
      .filter(({ skeleton }) => skeleton)
      .flatMap(({ id }) => answersTo(textOf(id)).map((answer): readonly [string, Answer] => [id, answer]));

    it('are there', () => {
      expect(answers.length).toBeGreaterThan(20);
    });

    it('get no pass and no fail that rests on a parameter', () => {
      const wrong = answers.flatMap(([id, answer]) => {
        if (!answer.ok) return [`${id} was not read`];
        const steps = stepsOf(answer.flow);
        return answer.judgement.findings.flatMap((finding) =>
          finding.occurrences
            .filter(({ verdict }) => verdict === 'pass' || verdict === 'fail')
            .filter((place) => byParameters.has(finding.check) || !explained(steps, place))
            .map((place) => `${id} ${finding.check} ${place.verdict}`),
        );
      });
      expect(wrong).toEqual([]);
    });

    it('get the same answers when the removed parameters are filled with anything the type allows', () => {
      // What rests on types and edges alone cannot depend on what a message says or whom it names.
      const filled = {
        text: 'Hello',
        sendTo: 'ana@corner.example',
        chatId: '5',
        subject: 'Hi',
        message: 'Hello',
      };
      const changed = answers.flatMap(([id, answer]) => {
        if (!answer.ok) return [];
        const verdicts = (given: Answer): readonly string[] =>
          given.ok
            ? given.judgement.findings
                .filter(
                  ({ check }) => check === 'require-error-path' || check === 'require-answer-on-failure',
                )
                .map(({ check, verdict }) => `${check} ${verdict}`)
            : [];
        const text = JSON.stringify(withParameters(JSON.parse(textOf(id)), filled));
        const [again] = answersTo(text);
        const before = verdicts(answer).filter((each) => each.endsWith('fail'));
        const after = again === undefined ? [] : verdicts(again);
        return before.filter((each) => !after.includes(each)).map((each) => `${id} ${each}`);
      });
      expect(changed).toEqual([]);
    });
  });
}
