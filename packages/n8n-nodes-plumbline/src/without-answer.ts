import type { Way } from './decision.ts';
import type { Entry, Ledger } from './ledger.ts';

/** What the owner of the flow wants where there is no answer. */
export type Fallback = 'ask' | 'stop' | 'go';

export interface Fallen {
  readonly way: Way;
  /** Why it did not go, though it was meant to. */
  readonly note?: string;
}

/** A word that is none of the three is taken as the careful one. */
export const fallbackOf = (word: unknown): Fallback => (word === 'stop' || word === 'go' ? word : 'ask');

/** The way without an answer. A go is recorded first; one that cannot be recorded asks a person. */
export const wayWithoutAnswer = (fallback: Fallback, entry: Entry, ledger: Ledger | null): Fallen => {
  if (fallback !== 'go') return { way: fallback };
  if (ledger === null) {
    return { way: 'ask', note: 'This run keeps no record, and what is not recorded does not go.' };
  }
  if (!ledger.add(entry)) {
    return { way: 'ask', note: 'The record is full, and what is not recorded does not go.' };
  }
  return { way: 'go' };
};
