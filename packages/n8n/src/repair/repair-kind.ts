import type { Flow, Occurrence, Profile } from '@plumbline/core';
import type { Draft } from './draft.ts';

/** What a repair did, in words. */
export interface Done {
  readonly what: string;
  /** What a person must still fill in or decide. */
  readonly fillIn: readonly string[];
}

/** Puts the missing part of one fault into the draft; null, with nothing changed, where it does not know how. */
export type Repair = (draft: Draft, flow: Flow, fault: Occurrence, profile: Profile) => Done | null;
