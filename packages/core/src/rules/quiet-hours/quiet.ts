import { type WallClock, wallClock } from '../../decide/local-time.ts';

export const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

const minute = 60_000;
const day = 24 * 60 * minute;

export interface Quiet {
  /** Minutes since midnight; where `to` is earlier, the hours run over midnight. */
  readonly from: number;
  readonly to: number;
  /** Days without any hour to write in, 0 is Sunday. */
  readonly days: ReadonlySet<number>;
}

export const clockMinutes = (text: string): number =>
  Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
export const clockText = (wall: number): string => {
  const minutes = Math.floor((wall - midnight(wall)) / minute);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

const midnight = (wall: number): number => Math.floor(wall / day) * day;
// 1 January 1970 was a Thursday.
const weekday = (wall: number): number => (((Math.floor(wall / day) + 4) % 7) + 7) % 7;

export const quietAt = (quiet: Quiet, wall: number): boolean => {
  if (quiet.days.size > 0 && quiet.days.has(weekday(wall))) return true;
  const minutes = Math.floor((wall - midnight(wall)) / minute);
  return quiet.from < quiet.to
    ? minutes >= quiet.from && minutes < quiet.to
    : minutes >= quiet.from || minutes < quiet.to;
};

/** The first moment after `now` that is not quiet. */
const quietUntil = (quiet: Quiet, clock: WallClock, now: number): number => {
  let at = now;
  // A week has seven days; each takes at most its end of quiet hours and its midnight.
  for (let steps = 0; steps < 20; steps += 1) {
    const wall = clock.wallAt(at);
    if (!quietAt(quiet, wall)) return at;
    const start = midnight(wall);
    const end = start + quiet.to * minute;
    const next = quiet.days.has(weekday(wall)) || end <= wall ? start + day : end;
    at = Math.max(clock.momentOf(next), at + minute);
  }
  return at;
};

export interface QuietEnd {
  readonly until: string;
  /** The same on the recipient's wall. */
  readonly clock: string;
  readonly message: string;
}

const mostZones = 700;

/**
 * When the quiet that holds at a moment ends, by zone; null for a zone that nobody knows. Asked at quiet moments only.
 * One answer holds from the moment it was found for until it comes, so it is kept that long; that changes no answer.
 */
export const endOfQuiet = (quiet: Quiet): ((timeZone: string, now: number) => QuietEnd | null) => {
  const kept = new Map<string, { readonly since: number; readonly till: number; readonly end: QuietEnd }>();
  return (timeZone, now) => {
    const known = kept.get(timeZone);
    if (known !== undefined && now >= known.since && now < known.till) return known.end;
    const wall = wallClock(timeZone);
    if (wall === null) return null;
    const till = quietUntil(quiet, wall, now);
    const clock = clockText(wall.wallAt(till));
    const end = { until: new Date(till).toISOString(), clock, message: `Wait until ${clock} their time.` };
    if (kept.size >= mostZones) kept.clear();
    kept.set(timeZone, { since: now, till, end });
    return end;
  };
};
