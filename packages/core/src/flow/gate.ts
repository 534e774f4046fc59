import { type Audience, audienceOf } from './audience.ts';
import type { Intake } from './conversation.ts';
import type { Link, Step } from './flow.ts';
import { type Graph, has } from './graph.ts';
import type { Tracer } from './trace.ts';

/** A step that holds the flow for a person's answer. */
export interface Gate {
  readonly position: number;
  readonly step: Step;
  /** Who is asked. `unknown` where the file does not say. */
  readonly asked: Audience['who'];
}

export type GateStrength =
  /** Nothing gets past it without a yes. */
  | 'holds'
  /** A refusal, a time-out or any answer at all goes on to the same place. */
  | 'leaks'
  /** The refusal goes on, and the yes does not. */
  | 'inverted'
  /** The file does not say what is asked of whom. */
  | 'unknown';

const resumeLink = (step: Step): boolean =>
  step.texts.some(
    ({ text }) =>
      text.dynamic &&
      (text.refs.some((ref) => ref.from === 'resume') || /resume(?:Form)?Url/.test(text.source)),
  );

/** Who gets the link that ends a wait: the message before it that carries the resume address. */
const askedByLink = (
  graph: Graph,
  tracer: Tracer,
  position: number,
  intakes: readonly Intake[],
): Audience['who'] | null => {
  let carriers: readonly number[] = [...graph.before(position).keys()];
  if (!carriers.some((at) => at !== position && graph.live[at] && resumeLink(graph.steps[at] as Step))) {
    // The link may be posted on a branch beside the wait.
    carriers = graph.steps.map((_, at) => at);
  }
  let who: Audience['who'] | null = null;
  for (const at of carriers) {
    const step = graph.steps[at];
    if (step === undefined || at === position || graph.live[at] !== true || !resumeLink(step)) continue;
    const asked =
      step.message === null ? 'unknown' : audienceOf(graph, tracer, at, step.message, intakes).who;
    if (asked === 'staff') return 'staff';
    who = asked;
  }
  return who;
};

export const gatesOf = (graph: Graph, tracer: Tracer, intakes: readonly Intake[]): readonly Gate[] =>
  graph.steps.flatMap((step, position): readonly Gate[] => {
    if (graph.live[position] !== true || !has(step, 'asks:person')) return [];
    const { question, message } = step;
    if (/HitlTool$/.test(step.type)) return [{ position, step, asked: 'staff' }];
    if (question === null) return [{ position, step, asked: 'unknown' }];
    if (question.via === 'message') {
      const asked = message === null ? 'unknown' : audienceOf(graph, tracer, position, message, intakes).who;
      return [{ position, step, asked }];
    }
    // A wait without a link that anybody received is a call-back from a machine, or a page of a form.
    const asked = askedByLink(graph, tracer, position, intakes);
    return asked === null ? [] : [{ position, step, asked }];
  });

const approvedWords =
  /approv|accept|confirm|decision|action|answer|response|review|status|choice|reply|feedback|aprob|aprov|genehm|freigabe|publish|post\b|send\b|ok\b|data\b|text\b|body\b|query\b/i;
const negative =
  /reject|declin|den(?:y|ied)|cancel|refus|disapprov|\bno\b|^n$|false|discard|regenerat|rewrite|revis|edit|change|feedback|rechaz|rejeit|ablehn|nein|stop|skip|timeout/i;
const positive =
  /approv|accept|\byes\b|^y$|true|publish|\bok\b|okay|send|post|good|confirm|aprob|aprov|genehm|freigeb|ja\b|sim\b|sí\b/i;

/** Does this branch look at what the gate's person answered? */
const looksAt = (graph: Graph, branch: Step, gate: Gate): boolean => {
  if (branch.branch === null) return false;
  if (has(branch, 'judges:model')) return true;
  return branch.branch.conditions.some(({ left, right }) =>
    [left, right].some(
      (text) =>
        text.dynamic &&
        text.refs.some(
          (ref) =>
            (ref.from === 'step' && ref.step === gate.step.name) ||
            (ref.from === 'item' && approvedWords.test(ref.path)) ||
            ref.path === '',
        ),
    ),
  );
};

/** Which outputs of the branch stand for a yes, as far as the wording shows: `null` where it does not. */
const yesOutput = (step: Step): number | null => {
  const branch = step.branch;
  if (branch === null || branch.conditions.length === 0) return null;
  for (const condition of branch.conditions) {
    const wanted = `${condition.right.source}`.trim();
    const denies = /^not|^is?false|^false$|empty|notexists/.test(condition.operator);
    const word = condition.operator === 'true' ? 'true' : condition.operator === 'false' ? 'false' : wanted;
    if (word === '') continue;
    const isYes = positive.test(word) && !negative.test(word);
    const isNo = negative.test(word) && !/approved/i.test(word);
    if (!isYes && !isNo) continue;
    const says = condition.operator === 'false' ? false : isYes !== denies;
    if (says) return condition.output;
    const other = branch.otherwise ?? null;
    return other;
  }
  return null;
};

/**
 * Can something get from the gate to `target` without a yes? Walks from the gate; at each branch that looks at the
 * answer it asks whether the other outputs reach the target as well.
 */
export const strengthOf = (
  graph: Graph,
  gate: Gate,
  target: number,
  gates: ReadonlySet<number>,
): GateStrength => {
  const { question } = gate.step;
  if (/HitlTool$/.test(gate.step.type)) return 'holds';
  if (question === null) return 'unknown';
  const isGate = (at: number): boolean => gates.has(at);
  const reaches = (links: readonly Link[]): boolean => {
    const walked = graph.after(
      links.map((link) => link.to),
      { stopAt: isGate },
    );
    // A start that is itself a gate stops there.
    if (links.every((link) => gates.has(link.to))) return false;
    return walked.has(target) || links.some((link) => link.to === target);
  };
  const onwards = graph.after([gate.position], { stopAt: (at) => at !== gate.position && isGate(at) });
  if (!onwards.has(target)) return 'holds';
  let tested = false;
  for (const at of onwards.keys()) {
    const step = graph.steps[at];
    if (step === undefined || step.disabled || step.branch === null || !looksAt(graph, step, gate)) continue;
    const outputs = new Map<number, Link[]>();
    for (const link of graph.leaving(at)) {
      if (link.kind !== 'main') continue;
      const links = outputs.get(link.output) ?? [];
      links.push(link);
      outputs.set(link.output, links);
    }
    const open = [...outputs].filter(([, links]) => reaches(links)).map(([output]) => output);
    if (open.length === 0) continue;
    tested = true;
    const choices = Math.max(
      outputs.size,
      step.branch.labels.length,
      step.branch.otherwise === null ? 2 : step.branch.otherwise + 1,
    );
    if (open.length >= choices) continue;
    const yes = yesOutput(step);
    if (yes !== null && !open.includes(yes)) return 'inverted';
    return 'holds';
  }
  if (has(gate.step, 'asks:person') && question.via !== 'message') {
    // A link or form that only staff received: whoever opens it lets the flow go on.
    return tested || question.timeLimit || question.via === 'link'
      ? question.timeLimit || tested
        ? 'leaks'
        : 'holds'
      : 'holds';
  }
  if (question.answer === 'single' && !question.timeLimit) return tested ? 'leaks' : 'holds';
  return 'leaks';
};
