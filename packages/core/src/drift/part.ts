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

/**
 * Hash of the part of a flow that one place speaks of: the steps it is about and those of its witness, what they do, the
 * flows they call (`calledPrint`: fingerprint of a flow by id, where it is known), every link of the former and the
 * links among all of them. An edit elsewhere leaves it as it is. Null where a step is not in the flow.
 */
export const partFingerprint = (
  flow: Flow,
  { steps, witness }: Pick<Occurrence, 'steps' | 'witness'>,
  calledPrint: (id: string) => string | undefined,
  hash: Hash,
): string | null => {
  const byId = new Map(flow.steps.map((step, at) => [step.id, at]));
  const about = new Set<number>();
  const all = new Set<number>();
  for (const [list, into] of [
    [steps, about],
    [witness, all],
  ] as const) {
    for (const { id } of list) {
      const at = byId.get(id);
      if (at === undefined) return null;
      into.add(at);
      all.add(at);
    }
  }
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
export const calledBy = (
  flow: Flow,
  { steps, witness }: Pick<Occurrence, 'steps' | 'witness'>,
): readonly string[] => {
  const named = new Set([...steps, ...witness].map(({ id }) => id));
  return [
    ...new Set(flow.steps.flatMap(({ id, call }) => (named.has(id) && call?.id != null ? [call.id] : []))),
  ];
};
