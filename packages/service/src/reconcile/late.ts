import type { Run } from '@plumbline/store';

/** Milliseconds without anything being judged, while something is missing, after which judging is late. */
const lateAfter = 5 * 60 * 1000;

/** Nor may a run take longer than this, however much is judged in it. */
const longestRun = 12 * lateAfter;

/** Since when judging is late in this run; null while it is in time. */
export const lateSince = (run: Run | undefined, now: Date): string | null => {
  if (run === undefined || run.endedAt !== null) return null;
  const stalled = now.getTime() - Date.parse(run.lastAt) > lateAfter;
  const endless = now.getTime() - Date.parse(run.since) > longestRun;
  return stalled || endless ? run.since : null;
};
