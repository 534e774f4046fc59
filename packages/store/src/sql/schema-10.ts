import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';
import { isPostgres } from './dialect.ts';
import { questionOf } from './question.ts';
import { gistSheet, isFailure, type Lines, linesText, markOf, type SaidInFull, shortText } from './sheets.ts';
import type { Tables } from './tables.ts';

const needed = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();
const ofBusiness = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder =>
  column.notNull().references('businesses.id').onDelete('cascade');
const subject = ['source', 'flow', 'closure', 'reader'] as const;
const key = ['business', ...subject] as const;

interface Before extends Record<(typeof key)[number], string> {
  readonly answers: string;
}

const atOnce = 200;

/** Answers about a subject stood on one sheet with everything found. */
const divide = async (db: Kysely<Tables>): Promise<void> => {
  const place = sql.join(key.map((column) => sql.ref(column)));
  let after: readonly string[] = key.map(() => '');
  for (;;) {
    const { rows } = await sql<Before>`select ${place}, answers from answer_sheets
      where (${place}) > (${sql.join([...after])}) order by ${place} limit ${atOnce}`.execute(db);
    for (const { answers, ...row } of rows) {
      const gists: Lines = new Map();
      const findings: Lines = new Map();
      for (const line of answers === '' ? [] : answers.split('\n')) {
        const tab = line.indexOf('\t');
        const mark = markOf(questionOf(JSON.parse(line.slice(0, tab))));
        const said = line.slice(tab + 1);
        if (isFailure(said)) {
          gists.set(mark, said);
          continue;
        }
        const { finding, at } = JSON.parse(said) as SaidInFull;
        gists.set(mark, shortText({ result: { ok: true, finding }, at }));
        findings.set(mark, said);
      }
      await db
        .insertInto('gist_sheets')
        .values({ ...row, sheets: findings.size > 0 ? 1 : 0, ...gistSheet(gists) })
        .execute();
      if (findings.size > 0)
        await db
          .insertInto('finding_sheets')
          .values({ ...row, number: 1, findings: linesText(findings) })
          .execute();
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = key.map((column) => last[column]);
  }
};

/** Begins a table of what is kept about a subject. */
const ofSubject = (db: Kysely<Tables>, name: string) =>
  db.schema
    .createTable(name)
    .addColumn('business', 'text', ofBusiness)
    .addColumn('source', 'text', needed)
    .addColumn('flow', 'text', needed)
    .addColumn('closure', 'text', needed)
    .addColumn('reader', 'text', needed);

const createSheets = async (db: Kysely<Tables>): Promise<void> => {
  await ofSubject(db, 'gist_sheets')
    .addColumn('sheets', 'integer', needed)
    .addColumn('asked', 'text', needed)
    .addColumn('failed', 'text', needed)
    .addColumn('gists', 'text', needed)
    .addPrimaryKeyConstraint('gist_sheets_key', [...key])
    .execute();
  await ofSubject(db, 'finding_sheets')
    .addColumn('number', 'integer', needed)
    .addColumn('findings', 'text', needed)
    .addPrimaryKeyConstraint('finding_sheets_key', [...key, 'number'])
    .execute();
};

/** Long texts are packed by Postgres; where it knows the quicker way, by that. */
const packQuickly = async (db: Kysely<Tables>): Promise<void> => {
  const { rows } = await sql`select 1 from pg_settings
    where name = 'default_toast_compression' and 'lz4' = any(enumvals)`.execute(db);
  if (rows.length === 0) return;
  await sql`alter table gist_sheets alter column gists set compression lz4`.execute(db);
  await sql`alter table finding_sheets alter column findings set compression lz4`.execute(db);
};

/** What was asked is kept once for many entries, as what was said is, and what the next entry needs stands with the latest. */
const shortenTrail = async (db: Kysely<Tables>): Promise<void> => {
  await sql`alter table trail_said rename to trail_parts`.execute(db);
  await sql`alter table trail_parts rename column said to part`.execute(db);
  const empty = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull().defaultTo('');
  // Entries from before have all of it in their basis.
  await db.schema.alterTable('trail').addColumn('asked', 'text', empty).execute();
  for (const name of ['basis', 'basis_asked', 'said'])
    await db.schema.alterTable('trail_heads').addColumn(name, 'text', empty).execute();
  const own = sql`where trail.business = trail_heads.business and trail.source = trail_heads.source
    and trail.flow = trail_heads.flow and trail.entry = trail_heads.entry`;
  await sql`update trail_heads set
    basis = coalesce((select trail.basis from trail ${own}), ''),
    said = coalesce((select trail.said from trail ${own}), '')`.execute(db);
  // There is none without its entry; if there were, the flow would be noted from the start.
  await sql`delete from trail_heads where basis = ''`.execute(db);
};

/** Gists and findings on sheets of their own, and a shorter trail. */
export const gistsSchema = async (db: Kysely<Tables>): Promise<void> => {
  await createSheets(db);
  if (isPostgres(() => db)) await packQuickly(db);
  await divide(db);
  await sql`drop table answer_sheets`.execute(db);
  await shortenTrail(db);
};
