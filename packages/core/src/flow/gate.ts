import type { Branch, Link, Step } from './flow.ts';
import { type Graph, has, type Reached } from './graph.ts';
import { type Audience, audienceOf } from './people/audience.ts';
import type { Intake } from './people/conversation.ts';
import type { Tracer } from './trace.ts';

/** A step that holds the flow for a person's answer. */
export interface Gate {
  readonly position: number;
  readonly step: Step;
  /** Who is asked. `unknown` where the file does not say. */
  readonly asked: Audience['who'];
}

/**
 * Does nothing get past it to a certain step without a yes? `unknown`: the file does not say what is asked of whom.
 * `any`: whatever is answered goes on to it. `refusal`, `timeout`: a no, or silence, does too. `beside`: there is a way
 * around the test of the answer. `inverted`: the no goes on and the yes does not.
 */
export type GateStrength = 'holds' | 'unknown' | 'any' | 'refusal' | 'timeout' | 'beside' | 'inverted';

/** Carries the address that lets a waiting flow go on. */
const resumeLink = (step: Step): boolean =>
  step.texts.some(
    ({ text }) =>
      text.dynamic &&
      (text.refs.some((ref) => ref.from === 'resume') ||
        /resume\w{0,40}Url|[?&]action=(?:approve|accept|yes)/i.test(text.source)),
  );

/** Who gets the link that ends a wait: the message that carries it, or that is made of a step that does. */
const receiverOf = (
  graph: Graph,
  tracer: Tracer,
  carrier: number,
  wait: number,
  intakes: readonly Intake[],
): Audience['who'] => {
  const asked = (at: number): Audience['who'] | null => {
    const message = graph.steps[at]?.message ?? null;
    return message === null ? null : audienceOf(graph, tracer, at, message, intakes).who;
  };
  const own = asked(carrier);
  if (own !== null) return own;
  let who: Audience['who'] = 'unknown';
  for (const at of graph.after([carrier], { stopAt: (position) => position === wait }).keys()) {
    const receiver = at === wait || graph.live[at] !== true ? null : asked(at);
    if (receiver === 'staff') return 'staff';
    who = receiver ?? who;
  }
  return who;
};

const askedByLink = (
  graph: Graph,
  tracer: Tracer,
  wait: number,
  links: readonly number[],
  intakes: readonly Intake[],
): Audience['who'] | null => {
  const before = graph.before(wait);
  const near = links.filter((at) => before.has(at));
  // The link may be posted on a branch beside the wait.
  let who: Audience['who'] | null = null;
  for (const at of near.length > 0 ? near : links) {
    if (at === wait) continue;
    const receiver = receiverOf(graph, tracer, at, wait, intakes);
    if (receiver === 'staff') return 'staff';
    who = receiver;
  }
  return who;
};

/** More waits than any real flow has; beyond them nobody is looked for behind a link. */
const mostWaits = 60;

const outsideStart = [
  'starts:form',
  'starts:webhook',
  'starts:chat',
  'starts:email',
  'starts:call',
  'starts:tool-server',
] as const;

const ofCustomer =
  /\b(?:send|sent|sending|reply|replies|forward)\b[^.\n]{0,30}\bto (?:the |this |your )?(?:customer|client|lead|patient|guest|subscriber|recipient)s?\b/i;

const startedOutside = (graph: Graph, position: number): boolean =>
  graph.starts.some(
    (start) => has(graph.steps[start] as Step, ...outsideStart) && graph.startedBy(start).has(position),
  );

export const gatesOf = (graph: Graph, tracer: Tracer, intakes: readonly Intake[]): readonly Gate[] => {
  let known: readonly number[] | undefined;
  /** Looked for only where something waits: it means reading every text of the flow. */
  const links = (): readonly number[] => {
    known ??= graph.steps.flatMap((step, at) => (graph.live[at] === true && resumeLink(step) ? [at] : []));
    return known;
  };
  let waits = 0;
  return graph.steps.flatMap((step, position): readonly Gate[] => {
    if (graph.live[position] !== true || !has(step, 'asks:person')) return [];
    const { question, message } = step;
    if (/HitlTool$/.test(step.type)) return [{ position, step, asked: 'staff' }];
    if (question === null) return [{ position, step, asked: 'unknown' }];
    if (question.via === 'message') {
      const asked = message === null ? 'unknown' : audienceOf(graph, tracer, position, message, intakes).who;
      // Who is asked whether a customer may be written to is no customer.
      const speaksOf = asked === 'customer' && step.texts.some(({ text }) => ofCustomer.test(text.source));
      return [{ position, step, asked: speaksOf ? 'staff' : asked }];
    }
    // A wait without a link that anybody received is a call-back from a machine, or a page of a form.
    waits += 1;
    const asked =
      waits > mostWaits || links().length === 0
        ? null
        : askedByLink(graph, tracer, position, links().slice(0, mostWaits), intakes);
    if (asked !== null) return [{ position, step, asked }];
    // A page that opens within a run which no outsider started is filled in by whoever runs it.
    return question.via === 'form' && !startedOutside(graph, position)
      ? [{ position, step, asked: 'staff' }]
      : [];
  });
};

const approvedWords =
  /approv|accept|confirm|decision|action|answer|response|review|status|choice|reply|feedback|aprob|aprov|genehm|freigabe|publish|post\b|send\b|ok\b|data\b|text\b|body\b|query\b/i;
const negative =
  /reject|declin|den(?:y|ied)|cancel|refus|disapprov|\bno\b|^n$|false|discard|regenerat|rewrite|revis|edit|change|feedback|rechaz|rejeit|ablehn|nein|stop|skip|timeout/i;
const positive =
  /approv|accept|\byes\b|^y$|true|publish|\bok\b|okay|send|post|good|confirm|aprob|aprov|genehm|freigeb|ja\b|sim\b|sí\b/i;

/** Does this branch look at what the gate's person answered? */
const looksAt = (branch: Step, gate: Gate): boolean => {
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

/** What an output of the branch stands for, as far as the wording shows. */
const meaning = (branch: Branch, output: number): 'yes' | 'no' | null => {
  let other: 'yes' | 'no' | null = null;
  const label = branch.conditions.length === 0 ? (branch.labels[output] ?? '').slice(0, 20) : '';
  if (negative.test(label)) return 'no';
  if (positive.test(label)) return 'yes';
  for (const { operator, right, output: taken, left } of branch.conditions) {
    const word = operator === 'true' || operator === 'false' ? operator : right.source.trim() || left.source;
    const denies = /^not|^is?false|^false$|empty|notexists/.test(operator) && operator !== 'false';
    const isNo = negative.test(word) && !/approved|publish/i.test(word);
    const isYes = !isNo && positive.test(word);
    if (!isNo && !isYes) continue;
    const says = (operator === 'false' ? false : isYes) !== denies ? 'yes' : 'no';
    if (taken === output) return says;
    other = says === 'yes' ? 'no' : 'yes';
  }
  return branch.otherwise === output ? other : null;
};

/**
 * Can something get from the gate to `target` without a yes? Walks from the gate; at each branch that looks at the
 * answer it asks which outputs reach the target.
 */
export const strengthOf = (
  graph: Graph,
  gate: Gate,
  target: number,
  gates: ReadonlySet<number>,
  budget: { left: number },
): GateStrength => {
  const { question } = gate.step;
  if (/HitlTool$/.test(gate.step.type)) return 'holds';
  if (question === null) return 'unknown';
  const isGate = (at: number): boolean => gates.has(at);
  const walk = (from: readonly number[], stopAt: (at: number) => boolean): Reached => {
    const walked = graph.after(from, { stopAt });
    budget.left -= walked.size;
    return walked;
  };
  const reaches = (links: readonly Link[]): boolean => {
    const open = links.map((link) => link.to).filter((to) => !gates.has(to) || to === target);
    return open.includes(target) || walk(open, isGate).has(target);
  };
  const onwards = walk([gate.position], (at) => at !== gate.position && isGate(at));
  if (!onwards.has(target)) return 'holds';
  let tested: GateStrength | null = null;
  for (const at of onwards.keys()) {
    if (budget.left < 0) return 'unknown';
    const step = graph.steps[at];
    if (step === undefined || step.disabled || step.branch === null || !looksAt(step, gate)) continue;
    const outputs = new Map<number, Link[]>();
    for (const link of graph.leaving(at)) {
      if (link.kind !== 'main') continue;
      const links = outputs.get(link.output) ?? [];
      links.push(link);
      outputs.set(link.output, links);
    }
    const open = [...outputs].filter(([, links]) => reaches(links)).map(([output]) => output);
    if (open.length === 0) continue;
    const choices = Math.max(outputs.size, step.branch.labels.length, (step.branch.otherwise ?? 1) + 1);
    if (open.length >= choices) {
      tested = 'refusal';
      continue;
    }
    // A second way from the gate that does not pass the test.
    const beside = walk(
      [gate.position],
      (other) => other !== gate.position && (other === at || isGate(other)),
    );
    if (at !== target && beside.has(target)) return 'beside';
    const meanings = open.map((output) => meaning(step.branch as Branch, output));
    if (meanings.every((each) => each === 'no')) return 'inverted';
    const silent = open.includes(step.branch.otherwise ?? -1);
    return question.timeLimit && silent && !meanings.includes(null) ? 'timeout' : 'holds';
  }
  if (tested !== null) return tested;
  if (question.timeLimit) return 'timeout';
  if (question.via !== 'message') return 'holds';
  if (question.answer === 'free') return 'unknown';
  return question.answer === 'single' ? 'holds' : 'any';
};
