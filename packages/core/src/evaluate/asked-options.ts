import { checkById } from '../checks/registry.ts';
import type { Profile } from '../profile/schema.ts';

/** The options that a check of this profile is asked with: what it names, and what follows from the rest of it. */
export const askedOptions = (
  profile: Profile,
  { check, options }: { readonly check: string; readonly options: Readonly<Record<string, unknown>> },
): Readonly<Record<string, unknown>> => {
  const given = checkById(check)?.meta.fromProfile?.(profile);
  return given === undefined || Object.keys(given).length === 0 ? options : { ...given, ...options };
};
