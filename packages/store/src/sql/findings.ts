import type { Insertable, Selectable } from 'kysely';
import type { Answer, Facts, Reading, StoreTransaction, StoreView, Subject } from '../port.ts';
import { rowsByKeys } from './by-keys.ts';
import { createInsertMany } from './insert-many.ts';
import { questionKey } from './question.ts';
import { answerOf, isFailure, type Lines, linesOf, saidText, sheetOf } from './sheets.ts';
import type { Open, Tables } from './tables.ts';

type Sheet = Selectable<Tables['answer_sheets']>;

const subjectKey = ({ source, id, closure, reader }: Subject): string =>
  JSON.stringify([source, id, closure, reader]);

const subjectOf = (row: Pick<Sheet, 'source' | 'flow' | 'closure' | 'reader'>): Subject => ({
  source: row.source,
  id: row.flow,
  closure: row.closure,
  reader: row.reader,
});

const distinct = (subjects: readonly Subject[]): readonly Subject[] => [
  ...new Map(subjects.map((each) => [subjectKey(each), each])).values(),
];

const subjectColumns = ['source', 'flow', 'closure', 'reader'] as const;

const keysOf = (subjects: readonly Subject[]) =>
  distinct(subjects).map(({ source, id, closure, reader }) => [source, id, closure, reader]);

const sheetsOf = <Column extends keyof Sheet>(
  open: Open,
  scope: string,
  subjects: readonly Subject[],
  columns: readonly Column[],
): Promise<readonly Pick<Sheet, Column>[]> =>
  rowsByKeys<'answer_sheets', Pick<Sheet, Column>>(open, scope, {
    table: 'answer_sheets',
    by: subjectColumns,
    keys: keysOf(subjects),
    columns,
  });

export const findingReads = (open: Open, scope: string): Pick<StoreView, 'readings' | 'answers'> => ({
  readings: async (subjects) => {
    const rows = await rowsByKeys<'readings', Selectable<Tables['readings']>>(open, scope, {
      table: 'readings',
      by: subjectColumns,
      keys: keysOf(subjects),
      columns: [...subjectColumns, 'facts', 'error', 'at'],
    });
    return rows.map((row): Reading => {
      const result: Reading['result'] =
        row.facts === null
          ? { ok: false, error: row.error ?? '' }
          : { ok: true, facts: JSON.parse(row.facts) as Facts };
      return { ...subjectOf(row), result, at: row.at };
    });
  },
  answers: async (subjects, questions) => {
    const wanted = new Set(questions.map(questionKey));
    const rows = await sheetsOf(open, scope, subjects, [...subjectColumns, 'answers']);
    return rows.flatMap((row) => {
      const subject = subjectOf(row);
      return [...linesOf(row.answers)].flatMap(([key, said]) =>
        wanted.has(key) ? [answerOf(subject, key, said)] : [],
      );
    });
  },
});

const insertReadings = createInsertMany('readings', (insert) =>
  insert.onConflict((conflict) =>
    conflict.columns(['business', ...subjectColumns]).doUpdateSet((eb) => ({
      facts: eb.ref('excluded.facts'),
      error: eb.ref('excluded.error'),
      at: eb.ref('excluded.at'),
    })),
  ),
);

const insertSheets = createInsertMany('answer_sheets', (insert) =>
  insert.onConflict((conflict) =>
    conflict.columns(['business', ...subjectColumns]).doUpdateSet((eb) => ({
      asked: eb.ref('excluded.asked'),
      failed: eb.ref('excluded.failed'),
      answers: eb.ref('excluded.answers'),
    })),
  ),
);

const putReadings = async (open: Open, scope: string, readings: readonly Reading[]): Promise<void> => {
  const rows = new Map<string, Insertable<Tables['readings']>>();
  for (const { result, at, ...subject } of readings) {
    const { source, id, closure, reader } = subject;
    rows.set(subjectKey(subject), {
      business: scope,
      source,
      flow: id,
      closure,
      reader,
      facts: result.ok ? JSON.stringify(result.facts) : null,
      error: result.ok ? null : result.error,
      at,
    });
  }
  await insertReadings(open, [...rows.values()]);
};

const putSheets = async (
  open: Open,
  scope: string,
  sheets: readonly { readonly subject: Subject; readonly lines: Lines }[],
): Promise<void> => {
  const rows = sheets.map(({ subject: { source, id, closure, reader }, lines }): Insertable<Sheet> => {
    return { business: scope, source, flow: id, closure, reader, ...sheetOf(lines) };
  });
  await insertSheets(open, rows);
};

/** Puts answers beside those that are there; of two to the same question the last counts. */
const putAnswers = async (open: Open, scope: string, answers: readonly Answer[]): Promise<void> => {
  const sheets = new Map<string, { readonly subject: Subject; lines: Map<string, string> }>();
  for (const { source, id, closure, reader } of answers) {
    const subject = { source, id, closure, reader };
    sheets.set(subjectKey(subject), { subject, lines: new Map() });
  }
  const subjects = [...sheets.values()].map(({ subject }) => subject);
  for (const row of await sheetsOf(open, scope, subjects, [...subjectColumns, 'answers'])) {
    const sheet = sheets.get(subjectKey(subjectOf(row)));
    if (sheet !== undefined) sheet.lines = new Map(linesOf(row.answers));
  }
  for (const answer of answers)
    sheets.get(subjectKey(answer))?.lines.set(questionKey(answer), saidText(answer));
  await putSheets(open, scope, [...sheets.values()]);
};

const ofFlow = (open: Open, scope: string, source: string, id: string) => {
  const where = { business: scope, source, flow: id };
  return {
    sheets: open()
      .selectFrom('answer_sheets')
      .select([...subjectColumns, 'answers'])
      .where((eb) => eb.and(where)),
    dropReadings: open()
      .deleteFrom('readings')
      .where((eb) => eb.and(where)),
    dropSheets: open()
      .deleteFrom('answer_sheets')
      .where((eb) => eb.and(where)),
  };
};

export const findingWrites = (
  open: Open,
  scope: string,
): Pick<StoreTransaction, 'putReading' | 'putReadings' | 'putAnswers' | 'forget'> => ({
  putReading: (reading) => putReadings(open, scope, [reading]),
  putReadings: (readings) => putReadings(open, scope, readings),
  putAnswers: (answers) => putAnswers(open, scope, answers),
  forget: async ({ source, id }, which) => {
    const { sheets, dropReadings, dropSheets } = ofFlow(open, scope, source, id);
    if (which === 'all') {
      await dropReadings.execute();
      await dropSheets.execute();
      return;
    }
    await dropReadings.where('error', 'is not', null).execute();
    const failed = await sheets.where('failed', '<>', '[]').execute();
    const left = failed.map((row) => {
      const lines = [...linesOf(row.answers)].filter(([, said]) => !isFailure(said));
      return { subject: subjectOf(row), lines: new Map(lines) };
    });
    await putSheets(open, scope, left);
  },
});
