const minute = 60_000;
const quarter = 15 * minute;
const most = 700;

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** Offsets change only at full quarters of an hour, so one answer holds for the whole quarter. */
  quarter: number;
  offset: number;
}

/** Formats are dear to make. What they answer depends on their arguments only, so keeping them changes no answer. */
const zones = new Map<string, Zone>();

const zoneOf = (timeZone: string): Zone | null => {
  const kept = zones.get(timeZone);
  if (kept !== undefined) return kept;
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    const zone = { format, quarter: Number.NaN, offset: 0 };
    if (zones.size >= most) zones.clear();
    zones.set(timeZone, zone);
    return zone;
  } catch {
    return null;
  }
};

const offsetIn = (zone: Zone, at: number): number => {
  const start = Math.floor(at / quarter);
  if (zone.quarter === start) return zone.offset;
  const parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0 };
  for (const { type, value } of zone.format.formatToParts(start * quarter)) {
    if (type in parts) parts[type as keyof typeof parts] = Number(value);
  }
  const wall = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute);
  zone.offset = wall - start * quarter;
  zone.quarter = start;
  return zone.offset;
};

/** What the clock on the wall shows in a zone. */
export interface WallClock {
  /** Epoch ms of the same digits read as UTC. */
  readonly wallAt: (at: number) => number;
  /** The moment at which the wall shows these digits, the first of two; where they are skipped, the moment they would have come. */
  readonly momentOf: (wall: number) => number;
}

/** Null for a zone that nobody knows. IANA names; daylight saving as the runtime's tz data has it. */
export const wallClock = (timeZone: unknown): WallClock | null => {
  if (typeof timeZone !== 'string' || timeZone.trim() === '') return null;
  const zone = zoneOf(timeZone.trim());
  if (zone === null) return null;
  return {
    wallAt: (at) => at + offsetIn(zone, at),
    momentOf: (wall) => {
      // The offsets a day before and after are the two that can hold around a change.
      const before = offsetIn(zone, wall - 24 * 60 * minute);
      const later = offsetIn(zone, wall + 24 * 60 * minute);
      const candidates = [wall - before, wall - later].filter((at) => at + offsetIn(zone, at) === wall);
      return candidates.length === 0 ? wall - before : Math.min(...candidates);
    },
  };
};

/** Minutes since midnight on the wall, without making a clock; null for a zone that nobody knows. */
export const minuteOfDay = (timeZone: unknown, at: number): number | null => {
  if (typeof timeZone !== 'string') return null;
  const zone = zones.get(timeZone) ?? zoneOf(timeZone);
  if (zone === null) return null;
  const wall = at + offsetIn(zone, at);
  return Math.floor((((wall % 86_400_000) + 86_400_000) % 86_400_000) / minute);
};
