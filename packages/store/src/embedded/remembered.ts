import type { ContactUse, ContactWindow, StoredDecision, Suppression } from '../decision-port.ts';
import type { Business, ProfileVersion } from '../port.ts';

interface Contact {
  readonly channel: string;
  readonly at: string;
  readonly reserved: boolean;
}

/** Contacts of one recipient, the oldest first: all that are reserved, and all that were used after `since`. */
interface Known {
  readonly since: string;
  readonly list: Contact[];
  /** How many of them are reserved. */
  reserved: number;
}

/** Contacts of a recipient of whom none is known yet. */
export const noContacts = (since: string): Known => ({ since, list: [], reserved: 0 });

/** A value looked up, which may be that there is none. */
interface LookedUp<T> {
  readonly is: T | undefined;
}

/**
 * What decisions in one business rest on, as far as it has been looked up. Exact, because one process holds the data and
 * its writes follow one another: whoever changes any of it in another way calls `forget`.
 */
export interface Remembered {
  business: LookedUp<Business> | null;
  profileHead: LookedUp<Pick<ProfileVersion, 'version' | 'hash'>> | null;
  readonly suppressions: Map<string, Suppression | null>;
  readonly contacts: Map<string, Known>;
  /** By idempotency key, handed over to be written, not yet known to be on disk. Never forgotten before they are. */
  readonly underWay: Map<string, StoredDecision>;
}

/** Contacts and opt-outs at hand, over all businesses, some 100 bytes each; beyond that everything is looked up anew. */
const most = 500_000;
const mostBusinesses = 1_000;

export interface Memory {
  /** Of a business, at the start of a turn; not to be held beyond it unless something of it is under way. */
  readonly of: (scope: string) => Remembered;
  readonly forget: (scope: string) => void;
  readonly forgetAll: () => void;
  /** Counts entries that were added. */
  readonly grew: (by: number) => void;
  /** Counts decisions that were written by a transaction; gives how many there have been. */
  readonly decided: (more: number) => number;
}

const empty = (): Remembered => ({
  business: null,
  profileHead: null,
  suppressions: new Map(),
  contacts: new Map(),
  underWay: new Map(),
});

const clear = (one: Remembered): void => {
  one.business = null;
  one.profileHead = null;
  one.suppressions.clear();
  one.contacts.clear();
};

export const createMemory = (): Memory => {
  const scopes = new Map<string, Remembered>();
  let entries = 0;
  let decisions = 0;
  const forgetAll = (): void => {
    entries = 0;
    for (const one of scopes.values()) clear(one);
  };
  return {
    of: (scope) => {
      if (entries > most || scopes.size > mostBusinesses) {
        forgetAll();
        for (const [each, one] of scopes) if (one.underWay.size === 0) scopes.delete(each);
      }
      const found = scopes.get(scope) ?? empty();
      scopes.set(scope, found);
      return found;
    },
    forget: (scope) => {
      const one = scopes.get(scope);
      if (one !== undefined) clear(one);
    },
    forgetAll,
    grew: (by) => {
      entries += by;
    },
    decided: (more) => {
      decisions += more;
      return decisions;
    },
  };
};

/** Whether all contacts of a recipient in this window are at hand. */
export const covers = ({ contacts }: Remembered, recipient: string, since: string): boolean => {
  const known = contacts.get(recipient);
  return known !== undefined && known.since <= since;
};

/** Adds one where it belongs by its time, which is nearly always the end. */
export const addContact = (known: Known | undefined, contact: Contact): void => {
  if (known === undefined) return;
  const { list } = known;
  if (contact.reserved) known.reserved += 1;
  let place = list.length;
  while (place > 0 && (list[place - 1]?.at ?? '') > contact.at) place -= 1;
  if (place === list.length) list.push(contact);
  else list.splice(place, 0, contact);
};

/** Index of the first that was made after `since`. */
const firstAfter = (list: readonly Contact[], since: string): number => {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.at ?? '') > since) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** The contacts in a window, of recipients that are at hand. */
export const countContacts = (
  { contacts }: Remembered,
  { recipients, since, channels }: ContactWindow,
): readonly ContactUse[] => {
  const found: ContactUse[] = [];
  for (const recipient of new Set(recipients)) {
    const { list, reserved } = contacts.get(recipient) ?? noContacts(since);
    const first = firstAfter(list, since);
    const inWindow =
      reserved === 0
        ? list.slice(first)
        : // What is reserved counts whenever it was made.
          list.filter((each, index) => index >= first || each.reserved);
    const counted =
      channels === null ? inWindow : inWindow.filter(({ channel }) => channels.includes(channel));
    const [oldest] = counted;
    if (oldest !== undefined) found.push({ recipient, used: counted.length, oldest: oldest.at });
  }
  return found;
};
