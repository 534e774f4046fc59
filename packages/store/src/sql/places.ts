import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { startLength } from './place-start.ts';
import type { Open } from './tables.ts';

// On SQLite only. Contacts stand in the order in which they come, with a number each. `contact_places` says by recipient which
// numbers are theirs. It is filled in bulk, some thousand contacts later, because it is spread so wide that every contact would
// change a page of it. All up to `contacts_placed.last` have their place; those after it may have, and are looked at one by one.

const start = (of: RawBuilder<unknown>): RawBuilder<string> => sql`substr(${of}, 1, ${sql.lit(startLength)})`;

/** Gives every contact its place. */
export const placeContacts = async (open: Open): Promise<void> => {
  await sql`
    insert or ignore into contact_places (start, business, contact)
    select ${start(sql.ref('recipient'))}, business, number from contacts where number > (select last from contacts_placed)
    order by 1, 2, 3`.execute(open());
  await sql`update contacts_placed set last = max(last, (select coalesce(max(number), 0) from contacts))`.execute(
    open(),
  );
};

/** Holds for contacts of one business that may be of these recipients, and for all of theirs. */
export const placedFor = (scope: string, recipients: readonly string[]): RawBuilder<SqlBool> => sql<SqlBool>`
  number in (
    select contact from contact_places
    where start in (${sql.join(recipients.map((each) => start(sql`${each}`)))}) and business = ${scope}
    union all select number from contacts where number > (select last from contacts_placed)
  )`;
