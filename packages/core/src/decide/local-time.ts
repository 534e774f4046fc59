const minute = 60_000;
const quarter = 15 * minute;
const day = 24 * 60 * minute;
const mostZones = 700;
const mostQuarters = 64;

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** By quarter of an hour: offsets change only at full ones, so one answer holds for the whole quarter. */
  readonly offsets: Map<number, number>;
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
    const zone = { format, offsets: new Map<number, number>() };
    if (zones.size >= mostZones) zones.clear();
    zones.set(timeZone, zone);
    return zone;
  } catch {
    return null;
  }
};

const offsetIn = (zone: Zone, at: number): number => {
  const start = Math.floor(at / quarter);
  const kept = zone.offsets.get(start);
  if (kept !== undefined) return kept;
  const parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0 };
  for (const { type, value } of zone.format.formatToParts(start * quarter)) {
    if (type in parts) parts[type as keyof typeof parts] = Number(value);
  }
  const wall = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute);
  const offset = wall - start * quarter;
  if (zone.offsets.size >= mostQuarters) zone.offsets.clear();
  zone.offsets.set(start, offset);
  return offset;
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
  const zone = typeof timeZone === 'string' ? zoneOf(timeZone) : null;
  return zone === null
    ? null
    : {
        wallAt: (at) => at + offsetIn(zone, at),
        momentOf: (wall) => {
          // The offsets a day before and after are the two that can hold around a change.
          const before = offsetIn(zone, wall - day);
          const later = offsetIn(zone, wall + day);
          const first = wall - Math.max(before, later);
          if (first + offsetIn(zone, first) === wall) return first;
          const second = wall - Math.min(before, later);
          return second + offsetIn(zone, second) === wall ? second : wall - before;
        },
      };
};

/** Epoch ms of what the wall shows, read as UTC; NaN for a zone that nobody knows or a moment that is none. */
export const wallTime = (timeZone: unknown, at: number): number => {
  const zone = typeof timeZone === 'string' ? zoneOf(timeZone) : null;
  return zone === null ? Number.NaN : at + offsetIn(zone, at);
};
