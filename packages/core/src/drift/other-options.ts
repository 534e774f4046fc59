import { askedOptions } from '../evaluate/asked-options.ts';
import { type ProfileQuestion, questionsOf } from '../evaluate/judge.ts';
import { canonical } from '../flow/fingerprint.ts';
import type { Profile } from '../profile/schema.ts';

/** Everything of a profile's values but the options of its checks. */
const valuesText = (profile: Profile): string =>
  canonical(
    profile.values.map((value) => ({
      ...value,
      commitments: value.commitments.map((commitment) => ({
        ...commitment,
        checks: commitment.checks.map((bound) => ({ ...bound, options: null })),
      })),
    })),
  );

/** In which order findings are named. Questions that become one another change it. */
const orderText = (profile: Profile): string =>
  questionsOf(profile)
    .map(({ check }) => check)
    .join(' ');

/** The checks of all commitments in their order, with the options they are asked with. */
const boundIn = (profile: Profile): readonly ProfileQuestion[] =>
  profile.values.flatMap(({ commitments }) =>
    commitments.flatMap(({ checks }) =>
      checks.map((bound) => ({ check: bound.check, options: askedOptions(profile, bound) })),
    ),
  );

/**
 * What one profile asks with other options than another, where nothing else about their values differs; null where
 * something does. A flow whose findings on these questions hold for any options stands to both profiles alike.
 */
export const otherOptions = (before: Profile, after: Profile): readonly ProfileQuestion[] | null => {
  if (valuesText(before) !== valuesText(after) || orderText(before) !== orderText(after)) return null;
  const was = boundIn(before);
  return boundIn(after).filter(
    ({ options }, at) => canonical(options) !== canonical(was[at]?.options ?? null),
  );
};
