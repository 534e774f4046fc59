import type { WallClock } from '../../decide/local-time.ts';

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
export const quietUntil = (quiet: Quiet, clock: WallClock, now: number): number => {
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
