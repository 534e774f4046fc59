import { plainUpTo } from '@plumbline/core';

export interface Progress {
  readonly show: (what: string, where: string) => void;
  /** Takes the line away. */
  readonly done: () => void;
}

/** The part of a terminal stream that progress needs. */
export interface ProgressScreen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => boolean;
}

/** Milliseconds: before the first line, and between two. */
const quietFor = 400;
const between = 100;
const clearLine = '\r\u001b[2K';

/** One line on a terminal that says how far a long run is; nothing for a short run, and nothing where nobody looks. */
export const progressOn = (stream: ProgressScreen, now: () => number, env: NodeJS.ProcessEnv): Progress => {
  if (stream.isTTY !== true || env['TERM'] === 'dumb') return { show: () => {}, done: () => {} };
  let next = now() + quietFor;
  let shown = false;
  return {
    show: (what, where) => {
      const time = now();
      if (time < next) return;
      next = time + between;
      shown = true;
      const room = (stream.columns || 80) - what.length - 4;
      stream.write(`${clearLine}${what}  ${room > 8 ? plainUpTo(where, room) : ''}`);
    },
    done: () => {
      if (shown) stream.write(clearLine);
      shown = false;
    },
  };
};
