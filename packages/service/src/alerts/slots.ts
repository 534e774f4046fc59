import { wallClock } from '@plumbline/core';
import type { AlertSettings, Digest } from '@plumbline/store';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export const defaultSettings: AlertSettings = { digest: 'at-once', dailyAt: '08:00', timeZone: 'UTC' };

/** A message that may still be written: its name, the same whoever works it out, and when it goes. */
export interface Slot {
  readonly name: string;
  /** Epoch ms. */
  readonly at: number;
}

const minutesOf = (dailyAt: string): number => {
  const [hours = 0, minutes = 0] = dailyAt.split(':').map(Number);
  return hours * 60 + minutes;
};

/** One a calendar day of the zone, named by its date: a day of 23 or 25 hours has one, too. */
function* daily(at: number, { dailyAt, timeZone }: AlertSettings): Generator<Slot> {
  const clock = wallClock(timeZone) ?? wallClock('UTC');
  if (clock === null) throw new Error('UTC is a zone that nobody knows.');
  const today = Math.floor(clock.wallAt(at) / day) * day;
  for (let date = today; ; date += day) {
    const moment = clock.momentOf(date + minutesOf(dailyAt) * minute);
    const name = `day ${new Date(date).toISOString().slice(0, 10)} ${dailyAt} ${timeZone}`;
    if (moment > at) yield { name, at: moment };
  }
}

function* hourly(at: number): Generator<Slot> {
  for (let end = (Math.floor(at / hour) + 1) * hour; ; end += hour) yield { name: `hour ${end}`, at: end };
}

/** The first goes at once; what follows within the minute goes together at its end, so that nobody is flooded. */
function* atOnce(at: number): Generator<Slot> {
  const start = Math.floor(at / minute) * minute;
  yield { name: `first ${start}`, at };
  for (let end = start + minute; ; end += minute) yield { name: `rest ${end}`, at: end };
}

/** Messages that what happens now may be put into, soonest first, without end: one that is on its way takes no more. */
export const slotsOf = (digest: Digest, at: number, settings: AlertSettings): Generator<Slot> => {
  if (digest === 'daily') return daily(at, settings);
  return digest === 'hourly' ? hourly(at) : atOnce(at);
};
