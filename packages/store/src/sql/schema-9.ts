import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

const needed = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();
const subject = ['source', 'flow', 'closure', 'reader'] as const;
const key = ['business', ...subject] as const;

interface Before extends Record<(typeof key)[number], string> {
  readonly question: string;
  readonly finding: string | null;
  readonly error: string | null;
  readonly at: string;
}

const atOnce = 200;

const saidBy = ({ at, finding, error }: Before): string =>
  JSON.stringify(finding === null ? { error: error ?? '', at } : { finding: JSON.parse(finding), at });

const keysText = (keys: readonly string[]): string => JSON.stringify([...keys].sort());

const sheetOf = (lines: ReadonlyMap<string, string>) => ({
  asked: keysText([...lines.keys()]),
  failed: keysText([...lines].flatMap(([key, said]) => (said.startsWith('{"error":') ? [key] : []))),
  answers: [...lines].map(([key, said]) => `${JSON.stringify(key)}\t${said}`).join('\n'),
});

/** Answers stood in a row each. Those that are there are gathered, some subjects at a time. */
const gather = async (db: Kysely<Tables>): Promise<void> => {
  const place = sql.join(key.map((column) => sql.ref(column)));
  let after: readonly string[] = key.map(() => '');
  for (;;) {
    const { rows } = await sql<Before>`
      with subjects as (
        select distinct ${place} from answers where (${place}) > (${sql.join([...after])}) order by ${place} limit ${atOnce}
      )
      select answers.* from subjects join answers using (${place}) order by ${place}, question`.execute(db);
    const sheets = new Map<string, Before[]>();
    for (const row of rows) {
      const name = JSON.stringify(key.map((column) => row[column]));
      const known = sheets.get(name);
      if (known === undefined) sheets.set(name, [row]);
      else known.push(row);
    }
    for (const lines of sheets.values()) {
      const [first] = lines;
      if (first === undefined) continue;
      const { business, source, flow, closure, reader } = first;
      const said = new Map(lines.map((line) => [line.question, saidBy(line)]));
      const { asked, failed, answers } = sheetOf(said);
      await sql`insert into answer_sheets (business, source, flow, closure, reader, asked, failed, answers)
        values (${sql.join([business, source, flow, closure, reader, asked, failed, answers])})`.execute(db);
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = key.map((column) => last[column]);
  }
};

/** All answers about one subject in one row. */
export const sheetsSchema = async (db: Kysely<Tables>): Promise<void> => {
  await db.schema
    .createTable('answer_sheets')
    .addColumn('business', 'text', (column) =>
      column.notNull().references('businesses.id').onDelete('cascade'),
    )
    .addColumn('source', 'text', needed)
    .addColumn('flow', 'text', needed)
    .addColumn('closure', 'text', needed)
    .addColumn('reader', 'text', needed)
    .addColumn('asked', 'text', needed)
    .addColumn('failed', 'text', needed)
    .addColumn('answers', 'text', needed)
    .addPrimaryKeyConstraint('answer_sheets_key', [...key])
    .execute();
  await gather(db);
  await sql`drop table answers`.execute(db);
};
