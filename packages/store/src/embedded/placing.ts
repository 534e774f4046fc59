import type { DatabaseSync } from 'node:sqlite';
import { startLength } from '../sql/place-start.ts';

/** A contact, and about where its place is. */
export interface Contact {
  readonly start: string;
  readonly number: number;
}

type Neighbours = Contact[];

/** Contacts that get their places together, those that are neighbours there side by side. */
interface Generation {
  readonly neighbours: readonly Neighbours[];
  /** The next of these. */
  next: number;
  /** The last contact in it, and the order that it came with. */
  readonly last: number;
  readonly order: number;
}

export interface Placing {
  /** To be called with contacts that are on disk; `order` is the number of the order that the last of them came with. */
  readonly add: (contacts: readonly Contact[], order: number) => void;
  /**
   * Gives so many of a generation that has gathered their places, in the transaction that is under way. What it gives is
   * called when that is on disk.
   */
  readonly place: (count: number) => () => void;
  /** The last order whose contacts have their places, as far as it is known here. */
  readonly placed: () => number;
}

/** Contacts whose starts begin alike stand on the same pages. With hexadecimal digits, a 256th of all. */
const alike = ({ start }: Contact): string => start.slice(0, 2);
const ascending = (a: Contact, b: Contact): number => (a.start < b.start ? -1 : 1);

/**
 * Gives contacts their places, see `sql/places.ts`, with every commit some, once so many have gathered. Those without, which
 * another thread has left behind, are gathered first. Whoever gives them their places meanwhile does no harm.
 */
export const createPlacing = (db: DatabaseSync, generation: number): Placing => {
  // From the contact itself: its business may have been deleted by now.
  const insert = db.prepare(`
    insert or ignore into contact_places (start, business, contact)
    select substr(recipient, 1, ${startLength}), business, number from contacts where number = ?`);
  const finish = db.prepare('update contacts_placed set last = max(last, ?)');
  let gathered = new Map<string, Neighbours>();
  let count = 0;
  let last = 0;
  let lastOrder = 0;
  let current: Generation | null = null;
  let placed = 0;

  const gather = (contact: Contact): void => {
    const key = alike(contact);
    const known = gathered.get(key);
    if (known === undefined) gathered.set(key, [contact]);
    else known.push(contact);
    count += 1;
    last = Math.max(last, contact.number);
  };
  const left = db.prepare(`
    select substr(recipient, 1, ${startLength}) as start, number from contacts
    where number > (select last from contacts_placed)`);
  for (const { start, number } of left.all()) gather({ start: String(start), number: Number(number) });

  const take = (): Generation | null => {
    if (count < generation) return null;
    const taken = { neighbours: [...gathered.values()], next: 0, last, order: lastOrder };
    gathered = new Map();
    count = 0;
    return taken;
  };

  return {
    add: (contacts, order) => {
      for (const contact of contacts) gather(contact);
      lastOrder = order;
    },
    place: (wanted) => {
      const from = current ?? take();
      if (from === null) return () => undefined;
      let { next } = from;
      for (let done = 0; done < wanted && next < from.neighbours.length; next += 1) {
        const neighbours = from.neighbours[next] ?? [];
        for (const { number } of neighbours.sort(ascending)) insert.run(number);
        done += neighbours.length;
      }
      const isOver = next === from.neighbours.length;
      if (isOver) finish.run(from.last);
      current = from;
      return () => {
        from.next = next;
        if (!isOver) return;
        current = null;
        placed = from.order;
      };
    },
    placed: () => placed,
  };
};
