import type { Context } from '../context.ts';

const second = 1000;

/** Between two readings where all is well. What the save hook reports is known at once; this finds the rest. */
const usual = 60 * second;
/** The longest pause after failures. */
const longest = 15 * 60 * second;
/** A reading that takes longer than this counts as left behind, and another process may read. */
export const claimFor = 3 * 60 * second;

/** Between 0.8 and 1.2, so that many sources are not read in one moment. */
const jitter = ({ random }: Pick<Context, 'random'>): number => {
  const [high = 0, low = 0] = random(2);
  return 0.8 + (0.4 * (high * 256 + low)) / 65_535;
};

/**
 * Milliseconds until it is read again: doubled with every failure, a quarter of an hour at most, and no sooner than it
 * asked for. `failures`: those since it was read last; `asked`: seconds, null if it said nothing.
 */
export const pauseAfter = (
  ctx: Pick<Context, 'random'>,
  failures: number,
  asked: number | null = null,
): number => {
  const pause = Math.min(usual * 2 ** Math.min(failures, 10), longest) * jitter(ctx);
  return Math.round(Math.max(pause, (asked ?? 0) * second));
};
