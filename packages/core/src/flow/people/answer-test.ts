import type { Condition, Link, Step } from '../flow.ts';
import { type Graph, has } from '../graph.ts';

/**
 * Tests that only an approval can pass: they look at the field in which n8n gives the answer of a step that asks, and
 * nothing else that leads to them can have that field. A way that enters such a test beside the question ends there.
 */
export interface AnswerTests {
  /** Links that only a yes takes. */
  readonly needsYes: (link: Link) => boolean;
  /** The steps whose yes it is. */
  readonly gates: readonly number[];
}

const approved = /^\{\{\s*\$json\??\.data\??\.approved\s*\}\}$/;

const asksForYes = ({ left, operator, right }: Condition): boolean =>
  approved.test(left.source.trim()) &&
  (operator === 'true' || (/^equals?$/.test(operator) && right.source.trim() === 'true'));

/** May hand on the fields of what came in. */
const handsOn = (step: Step): boolean =>
  step.disabled ||
  (has(step, 'decides', 'filters', 'merges', 'loops', 'limits', 'waits:time') &&
    !has(step, 'asks:person', 'asks:inbox', 'asks:values')) ||
  made(step, /^(?:writes|deletes):/) ||
  (made(step, /^reads:records$/) && isDownload(step));

const isDownload = (step: Step): boolean =>
  step.texts.some(({ path, text }) => path === 'operation' && /^download/i.test(text.source));

const made = (step: Step, traits: RegExp): boolean =>
  step.knowledge === 'known' && step.traits.length > 0 && step.traits.every((trait) => traits.test(trait));

/** Its answer has a shape of its own, in which no approval can stand. */
const givesNoAnswer = (step: Step): boolean => made(step, /^(?:sends:|drafts:|publishes:|generates:media$)/);

/** More than any real flow has; what lies beyond is not taken for such a test. */
const mostTests = 60;
const mostBefore = 60;

/** The questions that feed the test at `position`; none where something else might hold a yes as well. */
const askedBefore = (graph: Graph, position: number, staff: ReadonlySet<number>): readonly number[] => {
  const gates = new Set<number>();
  const seen = new Set([position]);
  const queue = [position];
  for (let head = 0; head < queue.length; head += 1) {
    for (const { from, kind } of graph.entering(queue[head] as number)) {
      const step = graph.steps[from];
      if (kind !== 'main') return [];
      if (step === undefined || seen.has(from)) continue;
      seen.add(from);
      if (seen.size > mostBefore) return [];
      if (staff.has(from)) {
        if (step.question?.via !== 'message') return [];
        gates.add(from);
      } else if (handsOn(step)) queue.push(from);
      else if (!givesNoAnswer(step)) return [];
    }
  }
  return [...gates];
};

/** The tests of a flow that only a yes of one of the steps `staff` can pass. */
export const answerTests = (graph: Graph, staff: ReadonlySet<number>): AnswerTests => {
  const yes = new Map<number, number>();
  const gates = new Set<number>();
  if (staff.size > 0) {
    for (const [at, step] of graph.steps.entries()) {
      const condition = step.branch?.conditions[0];
      if (condition === undefined || step.branch?.conditions.length !== 1) continue;
      if (step.disabled || graph.live[at] !== true || !asksForYes(condition)) continue;
      if (yes.size >= mostTests || condition.output === step.branch.otherwise) continue;
      const asked = askedBefore(graph, at, staff);
      if (asked.length > 0) yes.set(at, condition.output);
      for (const gate of asked) gates.add(gate);
    }
  }
  return {
    needsYes: ({ from, kind, output }) => kind === 'main' && yes.get(from) === output,
    gates: [...gates],
  };
};
