import { audiences, type RequestAudience } from './words.ts';

const bits: ReadonlyMap<string, number> = new Map(audiences.map((each, at) => [each, 1 << at]));

/** All audiences: what an audience that is not known may be. */
export const anyAudience = (1 << audiences.length) - 1;

/** Bits of the audiences a rule is asked of; null means all. */
export const audienceBits = (list: readonly RequestAudience[] | null): number =>
  list === null ? anyAudience : list.reduce((all, each) => all | (bits.get(each) ?? 0), 0);

/** Bits of the audiences a request may mean: one, or all where it does not say or says a word that nobody knows. */
export const audienceMask = (audience: string | null | undefined): number =>
  (audience === null || audience === undefined ? undefined : bits.get(audience)) ?? anyAudience;
