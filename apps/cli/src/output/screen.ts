import { type Paint, unpainted } from '@plumbline/core';
import pc from 'picocolors';

interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/**
 * Whether to colour what goes to a stream: `--no-color` first, then NO_COLOR, then FORCE_COLOR (`0` switches off), then
 * whether a person's terminal is behind it.
 */
export const wantsColour = (stream: Screen, flag: boolean, env: NodeJS.ProcessEnv): boolean => {
  if (!flag) return false;
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const force = env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  return stream.isTTY === true && env['TERM'] !== 'dumb';
};

export const paintFor = (colour: boolean): Paint => {
  if (!colour) return unpainted;
  const { bold, dim, red, yellow, green, cyan, magenta } = pc.createColors(true);
  return { bold, dim, red, yellow, green, cyan, magenta };
};

/** Columns to lay text out in: the terminal's, else COLUMNS, else 100. Longer lines than 110 are hard to read. */
export const widthOf = (stream: Screen, env: NodeJS.ProcessEnv): number => {
  const told = stream.columns ?? Number(env['COLUMNS'] ?? '');
  return Math.min(Number.isInteger(told) && told > 0 ? told : 100, 110);
};
