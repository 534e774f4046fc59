/** What is left to chance, repeatable: `CHAOS_SEED` has a run done again. */

const given = process.env['CHAOS_SEED'];
const seed = given === undefined || given === '' ? Date.now() % 1_000_000 : Number(given);
if (!Number.isInteger(seed)) throw new Error(`CHAOS_SEED is "${given}", which is no whole number.`);

export interface Chance {
  /** A whole number from 0 on, below `end`. */
  readonly below: (end: number) => number;
  readonly oneOf: <T>(list: readonly [T, ...T[]]) => T;
}

/** Mulberry32: small, quick, and the same everywhere. `name` keeps tests from depending on one another. */
export const chanceOf = (name: string): Chance => {
  process.stdout.write(`${name}: CHAOS_SEED=${seed}\n`);
  let state = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return { below, oneOf: (list) => list[below(list.length)] ?? list[0] };
};

/** Says how long a part of a test took. */
export const stage = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const began = performance.now();
  try {
    return await work();
  } finally {
    process.stdout.write(`${name} in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  }
};
