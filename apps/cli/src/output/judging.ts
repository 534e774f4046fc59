import { plainUpTo } from '@plumbline/core';

/** How far the judging of a business has come, as the API says it. */
export interface Judging {
  readonly flows: number;
  readonly done: number;
  readonly left: number;
  readonly failed: number;
  readonly since: string | null;
  readonly rate: number | null;
  readonly secondsLeft: number | null;
  readonly late: boolean;
  readonly parked: readonly {
    readonly source: string;
    readonly id: string;
    readonly name: string;
    readonly failures: readonly { readonly error: string }[];
  }[];
}

const counted = new Intl.NumberFormat('en');
const number = (value: number): string => counted.format(value);

/** `45 s`, `12 min`, `3 h`. */
const span = (seconds: number): string => {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  return seconds < 6_000 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3_600)} h`;
};

const share = ({ flows, done }: Judging): number => (flows === 0 ? 1 : done / flows);

const pace = ({ left, rate, secondsLeft }: Judging): readonly string[] =>
  left === 0 || rate === null
    ? []
    : [`${rate} a second`, ...(secondsLeft === null ? [] : [`${span(secondsLeft)} to go`])];

/** One line with a bar, for a terminal of this width. */
export const judgingBar = (judging: Judging, width: number): string => {
  const words = [
    `${Math.floor(share(judging) * 100)} %`,
    `${number(judging.done)} of ${number(judging.flows)}`,
    ...pace(judging),
    ...(judging.failed === 0 ? [] : [`${number(judging.failed)} parked`]),
    ...(judging.late ? ['late'] : []),
  ].join('  ');
  const room = Math.max(10, Math.min(40, width - words.length - 5));
  const full = Math.floor(share(judging) * room);
  return `[${'#'.repeat(full)}${'-'.repeat(room - full)}]  ${words}`;
};

const shownParked = 10;

/** The whole of it, in lines. */
export const judgingLines = (judging: Judging, now: Date): readonly string[] => {
  const { flows, done, left, failed, since, late, parked } = judging;
  const ago = since === null ? '' : `, missing for ${span((now.getTime() - Date.parse(since)) / 1000)}`;
  return [
    `judged  ${number(done)} of ${number(flows)} (${Math.floor(share(judging) * 100)} %)`,
    ...(left === 0 ? [] : [`left    ${[`${number(left)}${ago}`, ...pace(judging)].join(', ')}`]),
    ...(late ? ['late    nothing has been judged for too long: is a worker running?'] : []),
    ...(failed === 0 ? [] : [`parked  ${number(failed)}, by a fault of Plumbline while judging:`]),
    ...parked
      .slice(0, shownParked)
      .map(
        ({ source, id, name, failures }) =>
          `  ${plainUpTo(`${source}/${id}`, 60)}  ${plainUpTo(name, 40)}  ${plainUpTo(failures[0]?.error ?? '', 100)}`,
      ),
    ...(failed > shownParked ? [`  and ${number(failed - shownParked)} more`] : []),
  ];
};
