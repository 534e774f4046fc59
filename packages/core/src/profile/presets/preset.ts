import type { ProfileInput } from '../schema.ts';

/** A profile to start from, by trade. */
export interface Preset {
  /** As given to `plumbline profile init --trade`. */
  readonly trade: string;
  readonly title: string;
  readonly profile: ProfileInput;
}
