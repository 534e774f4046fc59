import { type CompiledPolicy, compileProfile } from '@plumbline/core';
import type { StoreView } from '@plumbline/store';

/** A profile made ready, once per version. */
export interface KeptPolicy {
  readonly version: number;
  readonly policy: CompiledPolicy;
}

export interface Policies {
  /** The policy of this hash; `load` gives the profile if it is not at hand. */
  readonly of: (
    hash: string,
    load: () => Promise<Parameters<typeof compileProfile>[0]>,
  ) => Promise<CompiledPolicy>;
}

/** Compiled profiles by their hash, the least used of which go. Same hash, same policy, whichever business. */
export const createPolicies = (most = 500): Policies => {
  const known = new Map<string, CompiledPolicy>();
  return {
    of: async (hash, load) => {
      const found = known.get(hash);
      if (found !== undefined) {
        known.delete(hash);
        known.set(hash, found);
        return found;
      }
      const made = compileProfile(await load(), hash);
      if (known.size >= most) known.delete(known.keys().next().value ?? '');
      known.set(hash, made);
      return made;
    },
  };
};

/** The current policy of a business; null without a profile. */
export const currentPolicy = async (policies: Policies, view: StoreView): Promise<KeptPolicy | null> => {
  const head = await view.profileHead();
  if (head === undefined) return null;
  const policy = await policies.of(head.hash, async () => {
    const kept = await view.profile(head.version);
    if (kept === undefined) throw new Error('A profile version is gone.');
    return kept.profile;
  });
  return { version: head.version, policy };
};
