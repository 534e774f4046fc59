import type { DatabaseSync } from 'node:sqlite';
import type { Suppression } from '../decision-port.ts';
import { startLength } from '../sql/place-start.ts';
import { addContact, type Memory, noContacts, type Remembered } from './remembered.ts';

/** Fills what is remembered from the data, for many recipients with one statement. */
export interface LookUp {
  /** Those that have their place. */
  readonly contacts: (scope: string, into: Remembered, recipients: readonly string[], since: string) => void;
  readonly suppressions: (scope: string, into: Remembered, recipients: readonly string[]) => void;
  /** Which of these idempotency keys have a decision. */
  readonly keys: (scope: string, keys: readonly string[]) => readonly string[];
}

const text = (value: unknown): string => String(value);

export const createLookUp = (db: DatabaseSync, memory: Memory): LookUp => {
  // `cross join` keeps the order, so that the list leads and the index is asked for each of it.
  const contacts = db.prepare(`
    select c.recipient, c.channel, c.at, c.state
    from json_each(?) as wanted cross join contact_places as p cross join contacts as c
    where p.start = substr(wanted.value, 1, ${startLength}) and p.business = ? and c.number = p.contact
      and c.business = p.business and c.recipient = wanted.value
      and (c.state = 'reserved' or (c.state = 'used' and c.at > ?))`);
  const suppressions = db.prepare(`
    select s.recipient, s.scope, s.at, s.source from json_each(?) as wanted cross join suppressions as s
    where s.business = ? and s.recipient = wanted.value`);
  const keys = db.prepare(`
    select d.idempotency_key as name from json_each(?) as wanted cross join decisions as d
    where d.business = ? and d.idempotency_key = wanted.value`);
  return {
    contacts: (scope, into, recipients, since) => {
      for (const recipient of recipients) into.contacts.set(recipient, noContacts(since));
      const rows = contacts.all(JSON.stringify(recipients), scope, since);
      for (const row of rows) {
        addContact(into.contacts.get(text(row['recipient'])), {
          channel: text(row['channel']),
          at: text(row['at']),
          reserved: row['state'] === 'reserved',
        });
      }
      memory.grew(recipients.length + rows.length);
    },
    suppressions: (scope, into, recipients) => {
      for (const recipient of recipients) into.suppressions.set(recipient, null);
      for (const row of suppressions.all(JSON.stringify(recipients), scope)) {
        const found: Suppression = {
          recipient: text(row['recipient']),
          scope: row['scope'] === 'marketing' ? 'marketing' : 'all',
          at: text(row['at']),
          source: text(row['source']),
        };
        into.suppressions.set(found.recipient, found);
      }
      memory.grew(recipients.length);
    },
    keys: (scope, wanted) => keys.all(JSON.stringify(wanted), scope).map((row) => text(row['name'])),
  };
};
