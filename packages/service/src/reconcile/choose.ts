import { type Claim, type FlowHead, type FlowRef, flowCursor } from '@plumbline/store';

export interface Page {
  /** What is missing from the turn's place on, as far as was read. */
  readonly heads: readonly FlowHead[];
  /** More may be missing behind it. */
  readonly full: boolean;
}

export interface Choice {
  readonly chunk: readonly FlowHead[];
  /** Where the next turn begins; null where nothing is left to this line of turns. */
  readonly onward: string | null;
  /** Some that lie before that place were left for later. */
  readonly passedOver: boolean;
  /** Some lie behind what another turn is judging: it goes on there only as far as it had read when it began. */
  readonly leftToOthers: boolean;
}

const before = (a: FlowRef, b: FlowRef): boolean => {
  if (a.source !== b.source) return a.source < b.source;
  if (a.id !== b.id) return a.id < b.id;
  return a.state < b.state;
};

type Standing = FlowRef & Pick<FlowHead, 'closure' | 'contentHash'>;

/** A flow as it stands now: another one as soon as anything about it changes. */
export const standingOf = ({ source, id, state, closure, contentHash }: Standing): string =>
  JSON.stringify([source, id, state, closure, contentHash]);

/**
 * Which of the missing flows a turn takes. What others are judging is left to them, and with it all that lies behind:
 * whoever claimed it goes on there. A suspect, which may have ended its worker, is taken alone, and after those against
 * whom less speaks: a worker that is killed over and over would otherwise always be killed with the same one.
 */
export const choose = (
  { heads, full }: Page,
  limit: number,
  others: readonly Claim[],
  blame: (head: FlowHead) => number,
): Choice => {
  const theirs = new Set(others.flatMap((claim) => claim.flows.map(standingOf)));
  const free = heads.filter((head) => !theirs.has(standingOf(head)));
  const met = free.length < heads.length;
  const bound = met
    ? others.flatMap((claim) => claim.flows).reduce((last, flow) => (before(last, flow) ? flow : last))
    : undefined;
  const within = bound === undefined ? free : free.filter((head) => !before(bound, head));
  const leftToOthers = within.length < free.length;
  const least = within.reduce((lowest, head) => Math.min(lowest, blame(head)), Number.POSITIVE_INFINITY);
  const lightest = within.filter((head) => blame(head) === least);
  const chunk = lightest.slice(0, least === 0 ? limit : 1);
  const lastTaken = chunk.at(-1);
  const passed = lastTaken === undefined ? 0 : within.indexOf(lastTaken) + 1;
  const passedOver = passed > chunk.length;
  if (lastTaken !== undefined && passed < within.length) {
    return { chunk, onward: flowCursor(lastTaken), passedOver, leftToOthers };
  }
  const lastRead = heads.at(-1);
  const beyond = bound !== undefined && lastRead !== undefined && before(bound, lastRead);
  const onward = full && !beyond && lastRead !== undefined ? flowCursor(lastRead) : null;
  return { chunk, onward, passedOver, leftToOthers };
};
