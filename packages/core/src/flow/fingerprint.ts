import type { Flow } from './flow.ts';

/** Hash of a text: lower-case hex. Handed in, since core does no I/O; SHA-256 in every adapter. */
export type Hash = (text: string) => string;

/** Sorts in place: objects of a flow have a handful of keys, mostly in order already, which a plain insertion suits best. */
const sorted = (keys: string[]): readonly string[] => {
  if (keys.length > 24) return keys.sort();
  for (let next = 1; next < keys.length; next += 1) {
    const key = keys[next] as string;
    let at = next - 1;
    while (at >= 0 && (keys[at] as string) > key) {
      keys[at + 1] = keys[at] as string;
      at -= 1;
    }
    keys[at + 1] = key;
  }
  return keys;
};

const nothing: ReadonlySet<string> = new Set();

/** Adds to a text instead of returning pieces: a long flow has a hundred thousand of them. */
class Canonical {
  text = '';
  readonly #leftOut: ReadonlySet<string>;

  constructor(leftOut: ReadonlySet<string>) {
    this.#leftOut = leftOut;
  }

  add(value: unknown): void {
    if (typeof value === 'string') this.text += `s${value.length}:${value}`;
    else if (value === null || value === undefined) this.text += 'n';
    else if (typeof value !== 'object')
      this.text += typeof value === 'number' ? `d${value};` : `b${String(value)};`;
    else if (Array.isArray(value)) {
      this.text += '[';
      for (const item of value) this.add(item);
      this.text += ']';
    } else {
      this.text += '{';
      for (const key of sorted(Object.keys(value))) {
        if (this.#leftOut.has(key)) continue;
        const item = (value as Record<string, unknown>)[key];
        if (typeof item === 'string') this.text += `${key.length}:${key}s${item.length}:${item}`;
        else {
          this.text += `${key.length}:${key}`;
          this.add(item);
        }
      }
      this.text += '}';
    }
  }
}

/**
 * Unambiguous text of a JSON-like value, independent of key order. Lengths instead of quotes, so that nothing
 * needs escaping. Depth is bounded by the reader. Keys in `leftOut` count as if they were not there.
 */
export const canonical = (value: unknown, leftOut: ReadonlySet<string> = nothing): string => {
  const into = new Canonical(leftOut);
  into.add(value);
  return into.text;
};

/**
 * Hash of what a flow does: step names, types, versions, parameters, disabled, credential ids, how steps run and fail,
 * links and flow settings. Positions, notes, pinned data, tags and times never reach a `Flow`; the
 * order of steps and links in the file does not matter.
 */
export const fingerprint = (flow: Flow, hash: Hash): string => {
  const steps = flow.steps.map((step) =>
    canonical(
      [
        step.name,
        step.type,
        step.version,
        step.disabled,
        step.onFailure,
        step.retries,
        step.running,
        step.credentials,
        step.parameters,
      ],
      flow.forDisplay,
    ),
  );
  const at = (position: number): string => {
    const step = flow.steps[position];
    return step === undefined ? '' : `${step.name.length}:${step.name}`;
  };
  const links = flow.links.map(
    (link) => `${link.kind.length}:${link.kind}|${link.output}|${link.input}|${at(link.from)}|${at(link.to)}`,
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
