import { canonical } from '../flow/fingerprint.ts';
import type { Commitment, Profile } from '../profile/schema.ts';
import { plainUpTo } from '../report/plain.ts';

/** One promise that a profile states differently from another. */
export interface PromiseChange {
  readonly value: string;
  readonly commitment: string;
  /** A sentence without its full stop. */
  readonly words: string;
}

interface Bound {
  readonly value: string;
  readonly commitment: Commitment;
}

const boundIn = (profile: Profile): ReadonlyMap<string, Bound> =>
  new Map(
    profile.values.flatMap((value) =>
      value.commitments.map((commitment) => [commitment.id, { value: value.id, commitment }] as const),
    ),
  );

const said = ({ promise }: Commitment): string => `“${plainUpTo(promise, 160)}”`;

/** How two statements of one promise differ, the weightiest first; null where no flow could be judged differently. */
const wordsFor = (before: Bound, after: Bound): string | null => {
  const [was, is] = [before.commitment, after.commitment];
  if (was.enforcement !== is.enforcement)
    return `the promise ${said(is)} is now at \`${is.enforcement}\`, and was at \`${was.enforcement}\``;
  if (canonical(was.checks) !== canonical(is.checks))
    return `the promise ${said(is)} now asks something else of flows`;
  if (was.waivers !== is.waivers) return `what may be accepted under the promise ${said(is)} was changed`;
  if (before.value !== after.value) return `the promise ${said(is)} now stands under another value`;
  if (was.onUnknown !== is.onUnknown || was.alreadyLive !== is.alreadyLive)
    return `what happens at publishing under the promise ${said(is)} was changed`;
  if (canonical(was.practices) !== canonical(is.practices))
    return `what people have to vouch for under the promise ${said(is)} was changed`;
  return null;
};

/** Promises that one version of a profile states differently from another, as far as flows are judged by it. */
export const compareProfiles = (before: Profile, after: Profile): readonly PromiseChange[] => {
  const old = boundIn(before);
  const fresh = boundIn(after);
  const changes: PromiseChange[] = [];
  for (const [id, bound] of fresh) {
    const was = old.get(id);
    const words =
      was === undefined ? `the promise ${said(bound.commitment)} was added` : wordsFor(was, bound);
    if (words !== null) changes.push({ value: bound.value, commitment: id, words });
  }
  for (const [id, { value, commitment }] of old) {
    if (!fresh.has(id))
      changes.push({ value, commitment: id, words: `the promise ${said(commitment)} was taken out` });
  }
  return changes;
};
