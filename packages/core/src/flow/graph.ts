import type { Flow, Link, Step } from './flow.ts';
import { Memory } from './memory.ts';
import type { Trait } from './traits.ts';

/** What a walk found: for each step reached, the step it was reached from. Starts map to themselves. */
export type Reached = ReadonlyMap<number, number>;

interface WalkOptions {
  /** Steps that are reached but not left again. */
  readonly stopAt?: (position: number) => boolean;
  /** Links that are not taken. */
  readonly without?: (link: Link) => boolean;
}

/** A walk that goes on where it stopped: what lies near costs little, whoever asks next pays the rest. */
export interface Exploration {
  /** Steps reached so far. */
  readonly reached: Reached;
  /** Goes on until `position` is reached or nothing is left; was it reached? */
  readonly reaches: (position: number) => boolean;
}

interface WalkBackOptions {
  /** Steps that are reached but not walked past. */
  readonly stopAt?: (position: number) => boolean;
  /** How many steps to find at most; the nearest ones. */
  readonly most?: number;
}

/**
 * A flow as it can run: links by step, and which steps can run at all. Positions are indexes into `steps`.
 * Data passes through a disabled step by its first output; a disabled part (tool, model) is not attached.
 */
export interface Graph {
  readonly steps: readonly Step[];
  /** Positions of enabled steps that can start the flow; the first hundred of them, what others lead to is live too. */
  readonly starts: readonly number[];
  /** Enabled and reachable from a start, over `main` and `error` links and from an agent to its parts. */
  readonly live: readonly boolean[];
  /** `main` and `error` links that leave or enter a step, as far as they can carry anything. */
  readonly leaving: (position: number) => readonly Link[];
  readonly entering: (position: number) => readonly Link[];
  /** Enabled parts attached to a step, or the steps a part is attached to; of one kind, e.g. `ai_tool`, or all. */
  readonly parts: (position: number, kind?: string) => readonly number[];
  readonly owners: (position: number) => readonly number[];
  /** Everything that can run after `from`: links forward, and from an agent to its parts. */
  readonly after: (from: Iterable<number>, options?: WalkOptions) => Reached;
  /** The same walk, taken only as far as somebody asks. */
  readonly explore: (from: Iterable<number>, options?: WalkOptions) => Exploration;
  /** Everything that can have run before `position`, nearest first. */
  readonly before: (position: number, options?: WalkBackOptions) => Reached;
  /** What else has been worked out about this flow. */
  readonly memory: Memory;
  /** Everything that can run once the start at `position` has fired; worked out once per start. */
  readonly startedBy: (position: number) => Reached;
}

export const has = (step: Step, ...any: readonly Trait[]): boolean => {
  const { traits } = step;
  for (const trait of any) if (traits.includes(trait)) return true;
  return false;
};

const startTrait = (trait: string): boolean => trait.startsWith('starts:');

/** Can this step start a flow? A type nobody has catalogued counts if its own name says so. */
export const isStart = (step: Step): boolean =>
  step.traits.some(startTrait) || (step.knowledge === 'uncatalogued' && /trigger$/i.test(step.type));

/** The steps at these positions, in their order; a position that has none is passed over. */
export const stepsAt = (graph: Graph, positions: readonly number[]): readonly Step[] =>
  positions.flatMap((at) => graph.steps[at] ?? []);

const nobody: readonly Link[] = [];
/** No step stands here: a walk on the way to it goes everywhere. */
const nowhere = -1;
const none: readonly number[] = [];

/** Steps of a path that are kept, the last ones: enough for any real flow, and a bound for one made to cost. */
const longestPath = 200;

/** Path from a start of the walk to `to`, both included; empty if the walk did not get there. */
export const pathTo = (reached: Reached, to: number): readonly number[] => {
  const path: number[] = [];
  for (let at: number | undefined = to; at !== undefined && path.length < longestPath; ) {
    path.push(at);
    const previous = reached.get(at);
    if (previous === undefined) return [];
    if (previous === at) break;
    at = previous;
  }
  return path.reverse();
};

const addTo = <T>(lists: (T[] | undefined)[], position: number, item: T): void => {
  const list = lists[position];
  if (list === undefined) lists[position] = [item];
  else list.push(item);
};

/** Starts that are told apart. Real flows have a handful; each costs a walk of its own. */
const mostStarts = 100;

export const buildGraph = (flow: Flow): Graph => {
  const { steps } = flow;
  const leaving: (Link[] | undefined)[] = new Array(steps.length);
  const entering: (Link[] | undefined)[] = new Array(steps.length);
  const parts: (number[] | undefined)[] = new Array(steps.length);
  const partsByKind = new Map<string, (number[] | undefined)[]>();
  const owners: (number[] | undefined)[] = new Array(steps.length);
  for (const link of flow.links) {
    const from = steps[link.from];
    if (from === undefined) continue;
    if (link.kind === 'main' || link.kind === 'error') {
      // A disabled step hands its input on by its first output and can neither fail nor choose.
      if (from.disabled && (link.kind === 'error' || link.output > 0)) continue;
      addTo(leaving, link.from, link);
      addTo(entering, link.to, link);
    } else if (!from.disabled) {
      addTo(parts, link.to, link.from);
      const ofKind = partsByKind.get(link.kind) ?? [];
      partsByKind.set(link.kind, ofKind);
      addTo(ofKind, link.to, link.from);
      addTo(owners, link.from, link.to);
    }
  }
  const partsOf = (position: number, kind?: string): readonly number[] => {
    if (steps[position]?.disabled === true) return none;
    return (kind === undefined ? parts : partsByKind.get(kind))?.[position] ?? none;
  };
  const explore: Graph['explore'] = (from, options = {}) => {
    const { stopAt, without } = options;
    const reached = new Map<number, number>();
    const queue: number[] = [];
    for (const start of from) {
      if (reached.has(start)) continue;
      reached.set(start, start);
      queue.push(start);
    }
    const starts = queue.length;
    let head = 0;
    const walk = (until: number): void => {
      while (head < queue.length && !reached.has(until)) {
        const at = queue[head] as number;
        head += 1;
        if (head > starts && stopAt?.(at) === true) continue;
        const links = leaving[at];
        if (links !== undefined) {
          for (const link of links) {
            if (reached.has(link.to) || without?.(link) === true) continue;
            reached.set(link.to, at);
            queue.push(link.to);
          }
        }
        const attached = partsOf(at);
        for (const part of attached) {
          if (reached.has(part)) continue;
          reached.set(part, at);
          queue.push(part);
        }
      }
    };
    return {
      reached,
      reaches: (position) => {
        walk(position);
        return reached.has(position);
      },
    };
  };
  const everything = (from: Iterable<number>, options?: WalkOptions): Reached => {
    const walked = explore(from, options);
    walked.reaches(nowhere);
    return walked.reached;
  };
  const before: Graph['before'] = (position, { stopAt, most = Number.POSITIVE_INFINITY } = {}) => {
    const reached = new Map<number, number>([[position, position]]);
    const queue = [position];
    const add = (previous: number, at: number): void => {
      if (reached.has(previous)) return;
      reached.set(previous, at);
      queue.push(previous);
    };
    for (let head = 0; head < queue.length && reached.size <= most; head += 1) {
      const at = queue[head] as number;
      if (head > 0 && stopAt?.(at) === true) continue;
      for (const link of entering[at] ?? nobody) add(link.from, at);
      for (const owner of owners[at] ?? none) add(owner, at);
    }
    return reached;
  };
  const started = new Map<number, Reached>();
  const startedBy: Graph['startedBy'] = (position) => {
    const known = started.get(position);
    if (known !== undefined) return known;
    const made = everything([position]);
    started.set(position, made);
    return made;
  };
  const starts = steps.flatMap((step, position) => (!step.disabled && isStart(step) ? [position] : []));
  const reachable = everything(starts);
  const toldApart = starts.slice(0, mostStarts);
  // Half of all questions begin at a start: those walks are kept.
  const after: Graph['after'] = (from, options) => {
    if (options === undefined && Array.isArray(from) && from.length === 1) {
      const only: unknown = from[0];
      if (typeof only === 'number' && toldApart.includes(only)) return startedBy(only);
    }
    return everything(from, options);
  };
  return {
    steps,
    starts: toldApart,
    live: steps.map((step, position) => !step.disabled && reachable.has(position)),
    leaving: (position) => leaving[position] ?? nobody,
    entering: (position) => entering[position] ?? nobody,
    parts: partsOf,
    owners: (position) => owners[position] ?? none,
    after,
    explore,
    before,
    startedBy,
    memory: new Memory(),
  };
};
