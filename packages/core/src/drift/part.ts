import type { Occurrence } from '../evaluate/finding.ts';
import { canonical, type Hash } from '../flow/fingerprint.ts';
import type { Flow, Step } from '../flow/flow.ts';

const everything = (step: Step): readonly unknown[] => [
  step.id,
  step.name,
  step.type,
  step.version,
  step.disabled,
  step.onFailure,
  step.retries,
  step.running,
  step.credentials,
  step.parameters,
];

type Spoken = Pick<Occurrence, 'steps' | 'witness' | 'message' | 'question'>;

/** `a`, `b` and 4 more: not all that is meant is named. */
const folded = / and \d+ more/;

interface Part {
  /** Positions of the steps it is about. */
  readonly about: ReadonlySet<number>;
  /** These, and whatever else it rests on. */
  readonly all: ReadonlySet<number>;
}

/** Null where a step is not in the flow. */
const partOf = (flow: Flow, { steps, witness, message, question = '' }: Spoken): Part | null => {
  const byId = new Map(flow.steps.map((step, at) => [step.id, at]));
  const about = new Set<number>();
  const all = new Set<number>();
  for (const { id } of [...steps, ...witness]) {
    const at = byId.get(id);
    if (at === undefined) return null;
    all.add(at);
    if (steps.some((step) => step.id === id)) about.add(at);
  }
  const text = `${message}\n${question}`;
  const whole = folded.test(text);
  for (const [at, { name }] of flow.steps.entries())
    if (whole || (name !== '' && text.includes(`\`${name}\``))) all.add(at);
  // What a model may use to act belongs to it, and so on where a tool is a model again.
  const tools = new Map<number, number[]>();
  for (const { kind, from, to } of flow.links) {
    if (kind !== 'ai_tool') continue;
    const list = tools.get(to);
    if (list === undefined) tools.set(to, [from]);
    else list.push(from);
  }
  // A set is walked through to its end, also as it grows.
  for (const at of all) for (const tool of tools.get(at) ?? []) all.add(tool);
  return { about, all };
};

/**
 * Hash of the part of a flow that one place speaks of: what the steps it is about do, those of its witness, those that
 * its words name and the tools of all these; the flows they call (`calledPrint`: fingerprint of a flow by id, where it is
 * known); every link of the steps it is about and the links among all of them. An edit elsewhere leaves it as it is.
 * Null where a step is not in the flow.
 */
export const partFingerprint = (
  flow: Flow,
  spoken: Spoken,
  calledPrint: (id: string) => string | undefined,
  hash: Hash,
): string | null => {
  const part = partOf(flow, spoken);
  if (part === null) return null;
  const { about, all } = part;
  const parts = [...all].map((at) => {
    const step = flow.steps[at];
    if (step === undefined) return '';
    const called = step.call?.id == null ? null : (calledPrint(step.call.id) ?? null);
    return `${canonical(everything(step), flow.forDisplay)}${canonical(called)}`;
  });
  const idAt = (at: number): string => flow.steps[at]?.id ?? '';
  const links = flow.links
    .filter(({ from, to }) => about.has(from) || about.has(to) || (all.has(from) && all.has(to)))
    .map(({ kind, from, to, output, input }) => canonical([kind, idAt(from), idAt(to), output, input]));
  return hash(`plumbline-part-1\n${parts.sort().join('\n')}\n--\n${links.sort().join('\n')}`);
};

/** Ids of the flows that the steps of one place call. */
export const calledBy = (flow: Flow, spoken: Spoken): readonly string[] => {
  const called = [...(partOf(flow, spoken)?.all ?? [])].flatMap((at) => flow.steps[at]?.call?.id ?? []);
  return [...new Set(called)];
};
