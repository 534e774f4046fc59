import type { Flow } from './flow.ts';

/** Hash of a text: lower-case hex. Handed in, since core does no I/O; SHA-256 in every adapter. */
export type Hash = (text: string) => string;

const inOrder = (keys: readonly string[]): boolean => {
  for (let at = 1; at < keys.length; at += 1)
    if ((keys[at - 1] as string) > (keys[at] as string)) return false;
  return true;
};

/** Adds to a text instead of returning pieces: a long flow has a hundred thousand of them. */
class Canonical {
  text = '';

  add(value: unknown): void {
    if (typeof value === 'string') {
      this.text += `s${value.length}:`;
      this.text += value;
    } else if (value === null || value === undefined) this.text += 'n';
    else if (typeof value !== 'object')
      this.text += `${typeof value === 'number' ? 'd' : 'b'}${String(value)};`;
    else if (Array.isArray(value)) {
      this.text += '[';
      for (const item of value) this.add(item);
      this.text += ']';
    } else {
      const keys = Object.keys(value);
      if (!inOrder(keys)) keys.sort();
      this.text += '{';
      for (const key of keys) {
        this.text += `${key.length}:`;
        this.text += key;
        this.add((value as Record<string, unknown>)[key]);
      }
      this.text += '}';
    }
  }
}

/**
 * Unambiguous text of a JSON-like value, independent of key order. Lengths instead of quotes, so that nothing
 * needs escaping. Depth is bounded by the reader.
 */
export const canonical = (value: unknown): string => {
  const into = new Canonical();
  into.add(value);
  return into.text;
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
