import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';
import { isPostgres } from './dialect.ts';
import { placeContacts } from './places.ts';
import type { Tables } from './tables.ts';

const needed = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();
const ofBusiness = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder =>
  column.notNull().references('businesses.id').onDelete('cascade');

const columns = sql.raw('business, decision, recipient, channel, at, state');

/** Numbers contacts in the order in which they come; a number is never given twice. */
const numberContacts = async (db: Kysely<Tables>): Promise<void> => {
  await sql`alter table contacts rename to contacts_before`.execute(db);
  await db.schema
    .createTable('contacts')
    .addColumn('number', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('business', 'text', ofBusiness)
    .addColumn('decision', 'text', needed)
    .addColumn('recipient', 'text', needed)
    .addColumn('channel', 'text', needed)
    .addColumn('at', 'text', needed)
    .addColumn('state', 'text', needed)
    .addUniqueConstraint('contacts_key', ['business', 'decision'])
    .execute();
  await sql`insert into contacts (${columns}) select ${columns} from contacts_before order by rowid`.execute(
    db,
  );
  await sql`drop table contacts_before`.execute(db);
};

/** On SQLite: where the contacts of a recipient are, in place of an index. Postgres keeps its index. */
export const placesSchema = async (db: Kysely<Tables>): Promise<void> => {
  if (isPostgres(() => db)) return;
  await numberContacts(db);
  await db.schema
    .createTable('contact_places')
    // First, so that contacts of all businesses are spread alike.
    .addColumn('start', 'text', needed)
    .addColumn('business', 'text', ofBusiness)
    .addColumn('contact', 'integer', needed)
    .addPrimaryKeyConstraint('contact_places_key', ['start', 'business', 'contact'])
    .modifyEnd(sql`without rowid`)
    .execute();
  await db.schema
    .createTable('contacts_placed')
    .addColumn('one', 'integer', (column) => column.primaryKey())
    .addColumn('last', 'integer', needed)
    .execute();
  await sql`insert into contacts_placed (one, last) values (1, 0)`.execute(db);
  await placeContacts(() => db);
};
