import type { Flow, Step } from './flow.ts';

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

const everything = (step: Step): readonly unknown[] => [
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

const nameOf = (step: Step): string => `${step.name.length}:${step.name}`;
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** In an order that does not depend on the file: by name, and steps of one name by everything they hold. */
const inOrder = ({ steps, forDisplay }: Flow): readonly Step[] => {
  const texts = new Map<Step, string>();
  const textOf = (step: Step): string => {
    const known = texts.get(step) ?? canonical(everything(step), forDisplay);
    texts.set(step, known);
    return known;
  };
  return steps
    .map((step) => ({ step, name: nameOf(step) }))
    .sort((one, other) => compare(one.name, other.name) || compare(textOf(one.step), textOf(other.step)))
    .map(({ step }) => step);
};

/**
 * Hash of what a flow does: step names, types, versions, parameters, disabled, credential ids, how steps run and fail,
 * links and flow settings. Positions, notes, pinned data, tags and times never reach a `Flow`; the
 * order of steps and links in the file does not matter.
 */
export const fingerprint = (flow: Flow, hash: Hash): string => {
  // One text that grows: pieces that are joined in the end cost twice as much.
  const into = new Canonical(flow.forDisplay);
  into.text = 'plumbline-flow-1';
  for (const step of inOrder(flow)) {
    into.text += '\n';
    into.add(everything(step));
  }
  const at = (position: number): string => {
    const step = flow.steps[position];
    return step === undefined ? '' : nameOf(step);
  };
  const links = flow.links.map(
    (link) => `${link.kind.length}:${link.kind}|${link.output}|${link.input}|${at(link.from)}|${at(link.to)}`,
  );
  return hash(`${into.text}\n--\n${links.sort().join('\n')}\n--\n${canonical(flow.settings)}`);
};

/**
 * Hash of a flow together with the flows it leans on (sub-flows, error flow, other handlers of a conversation).
 * With nothing resolved it still differs from a flow that leans on nothing, since the references are inside the flow.
 */
export const closureFingerprint = (own: string, leansOn: readonly string[], hash: Hash): string =>
  leansOn.length === 0 ? own : hash(`plumbline-closure-1\n${own}\n${[...leansOn].sort().join('\n')}`);
