import type { Profile } from '../profile/schema.ts';

type Options = Readonly<Record<string, unknown>>;

/** Options that follow from the rest of a profile, so that nobody has to say them twice. Checks know no profile. */
const following: Readonly<Record<string, (profile: Profile) => Options>> = {
  'require-human-escalation': ({ people }) => (people.length > 0 ? { inboxAnswered: true } : {}),
};

/** The options that a check of this profile is asked with: what it names, and what follows from the rest of it. */
export const askedOptions = (
  profile: Profile,
  { check, options }: { readonly check: string; readonly options: Options },
): Options => {
  const given = Object.hasOwn(following, check) ? following[check]?.(profile) : undefined;
  return given === undefined || Object.keys(given).length === 0 ? options : { ...given, ...options };
};
