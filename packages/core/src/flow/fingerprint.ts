import type { Flow } from './flow.ts';

/** Hash of a text: lower-case hex. Handed in, since core does no I/O; SHA-256 in every adapter. */
export type Hash = (text: string) => string;

/**
 * Unambiguous text of a JSON-like value, independent of key order. Lengths instead of quotes, so that nothing
 * needs escaping. Depth is bounded by the reader.
 */
export const canonical = (value: unknown): string => {
  if (typeof value === 'string') return `s${value.length}:${value}`;
  if (value === null || value === undefined) return 'n';
  if (typeof value !== 'object') return `${typeof value === 'number' ? 'd' : 'b'}${String(value)};`;
  let text: string;
  if (Array.isArray(value)) {
    text = '[';
    for (const item of value) text += canonical(item);
    return `${text}]`;
  }
  text = '{';
  const keys = Object.keys(value);
  if (keys.length > 1) keys.sort();
  for (const key of keys) text += `${key.length}:${key}${canonical((value as Record<string, unknown>)[key])}`;
  return `${text}}`;
};

/**
 * Hash of what a flow does: step names, types, versions, parameters, disabled, credential ids, error settings, links
 * and flow settings (design.md section 2). Positions, notes, pinned data, tags and times never reach a `Flow`; the
 * order of steps and links in the file does not matter.
 */
export const fingerprint = (flow: Flow, hash: Hash): string => {
  const steps = flow.steps.map((step) =>
    canonical([
      step.name,
      step.type,
      step.version,
      step.disabled,
      step.onFailure,
      step.retries,
      step.credentials,
      step.parameters,
    ]),
  );
  const at = (position: number): string => {
    const step = flow.steps[position];
    return step === undefined ? '' : `${step.name.length}:${step.name}`;
  };
  const links = flow.links.map(
    (link) => `${link.kind}|${link.output}|${link.input}|${at(link.from)}|${at(link.to)}`,
  );
  return hash(
    `plumbline-flow-1\n${steps.sort().join('\n')}\n--\n${links.sort().join('\n')}\n--\n${canonical(flow.settings)}`,
  );
};

/**
 * Hash of a flow together with the flows it leans on (sub-flows, error flow, other handlers of a conversation).
 * With nothing resolved it still differs from a flow that leans on nothing, since the references are inside the flow.
 */
export const closureFingerprint = (own: string, leansOn: readonly string[], hash: Hash): string =>
  leansOn.length === 0 ? own : hash(`plumbline-closure-1\n${own}\n${[...leansOn].sort().join('\n')}`);
