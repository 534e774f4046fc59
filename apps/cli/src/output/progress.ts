import type { WriteStream } from 'node:tty';
import { plainUpTo } from '@plumbline/core';

export interface Progress {
  readonly show: (what: string, where: string) => void;
  /** Takes the line away. */
  readonly done: () => void;
}

const quietFor = 400;
const between = 100;
const clearLine = '\r\u001b[2K';

/** One line on a terminal that says how far a long run is; nothing for a short run, and nothing where nobody looks. */
export const progressOn = (stream: WriteStream, now: () => number): Progress => {
  if (!stream.isTTY || process.env['TERM'] === 'dumb') return { show: () => {}, done: () => {} };
  let next = now() + quietFor;
  let shown = false;
  return {
    show: (what, where) => {
      const time = now();
      if (time < next) return;
      next = time + between;
      shown = true;
      const room = (stream.columns ?? 80) - what.length - 4;
      stream.write(`${clearLine}${what}  ${room > 8 ? plainUpTo(where, room) : ''}`);
    },
    done: () => {
      if (shown) stream.write(clearLine);
      shown = false;
    },
  };
};
