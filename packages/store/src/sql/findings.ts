import type { Finding } from '@plumbline/core';
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Answer, Facts, Question, Reading, StoreTransaction, StoreView, Subject } from '../port.ts';
import { createBuiltOnce } from './built-once.ts';
import { pieces } from './flow-row.ts';
import { inPowers } from './lists.ts';
import { questionKey, questionOf } from './question.ts';
import type { Open, Tables } from './tables.ts';

const subjectKey = ({ source, id, closure, reader }: Subject): string =>
  JSON.stringify([source, id, closure, reader]);

const subjectOf = (
  row: Pick<Selectable<Tables['answers']>, 'source' | 'flow' | 'closure' | 'reader'>,
): Subject => ({
  source: row.source,
  id: row.flow,
  closure: row.closure,
  reader: row.reader,
});

/** Subjects as a table to join: one look-up each, where lists a column would be tried in every
 * combination. SQLite takes `cross join` as the order to join in: the few subjects first. */
const tableOf = (subjects: readonly Subject[]) => {
  const rows = subjects.map(
    ({ source, id, closure, reader }) => sql`(${source}, ${id}, ${closure}, ${reader})`,
  );
  return sql<{ source: string; flow: string; closure: string; reader: string }>`(values ${sql.join(rows)})`;
};

const distinct = (subjects: readonly Subject[]): readonly Subject[] => [
  ...new Map(subjects.map((each) => [subjectKey(each), each])).values(),
];

/** Rows of answers to these questions about these subjects. */
const answersTo = (open: Open, scope: string, subjects: readonly Subject[], keys: readonly string[]) =>
  open()
    .with('wanted(source, flow, closure, reader)', () => tableOf(subjects))
    .selectFrom('wanted')
    .crossJoin('answers')
    .where('answers.business', '=', scope)
    .whereRef('answers.source', '=', 'wanted.source')
    .whereRef('answers.flow', '=', 'wanted.flow')
    .whereRef('answers.closure', '=', 'wanted.closure')
    .whereRef('answers.reader', '=', 'wanted.reader')
    .where('answers.question', 'in', keys);

export const findingReads = (
  open: Open,
  scope: string,
): Pick<StoreView, 'readings' | 'answers' | 'answered'> => ({
  readings: async (subjects) => {
    const found: Reading[] = [];
    for (const some of pieces(distinct(subjects))) {
      const rows = await open()
        .with('wanted(source, flow, closure, reader)', () => tableOf(some))
        .selectFrom('wanted')
        .crossJoin('readings')
        .where('readings.business', '=', scope)
        .whereRef('readings.source', '=', 'wanted.source')
        .whereRef('readings.flow', '=', 'wanted.flow')
        .whereRef('readings.closure', '=', 'wanted.closure')
        .whereRef('readings.reader', '=', 'wanted.reader')
        .selectAll('readings')
        .execute();
      for (const row of rows) {
        const result: Reading['result'] =
          row.facts === null
            ? { ok: false, error: row.error ?? '' }
            : { ok: true, facts: JSON.parse(row.facts) as Facts };
        found.push({ ...subjectOf(row), result, at: row.at });
      }
    }
    return found;
  },
  answers: async (subjects, questions) => {
    const found: Answer[] = [];
    const keys = [...new Set(questions.map(questionKey))];
    for (const some of pieces(distinct(subjects))) {
      for (const asked of pieces(keys)) {
        const rows = await answersTo(open, scope, some, asked).selectAll('answers').execute();
        for (const row of rows) {
          const result: Answer['result'] =
            row.finding === null
              ? { ok: false, error: row.error ?? '' }
              : { ok: true, finding: JSON.parse(row.finding) as Finding };
          found.push({ ...subjectOf(row), ...questionOf(row.question), result, at: row.at });
        }
      }
    }
    return found;
  },
  answered: async (subjects, questions) => {
    const found: (Subject & Question)[] = [];
    const keys = [...new Set(questions.map(questionKey))];
    for (const some of pieces(distinct(subjects))) {
      for (const asked of pieces(keys)) {
        const rows = await answersTo(open, scope, some, asked)
          .select(['answers.source', 'answers.flow', 'answers.closure', 'answers.reader', 'answers.question'])
          .execute();
        for (const row of rows) found.push({ ...subjectOf(row), ...questionOf(row.question) });
      }
    }
    return found;
  },
});

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
  for (const some of pieces([...rows.values()], 50)) {
    await open()
      .insertInto('readings')
      .values(some)
      .onConflict((conflict) =>
        conflict.columns(['business', 'source', 'flow', 'closure', 'reader']).doUpdateSet((eb) => ({
          facts: eb.ref('excluded.facts'),
          error: eb.ref('excluded.error'),
          at: eb.ref('excluded.at'),
        })),
      )
      .execute();
  }
};

/** Answers come by the thousand: the statement is built once for each number of rows. */
const putSome = createBuiltOnce<unknown>();

export const findingWrites = (
  open: Open,
  scope: string,
): Pick<StoreTransaction, 'putReading' | 'putReadings' | 'putAnswers' | 'forget'> => ({
  putReading: (reading) => putReadings(open, scope, [reading]),
  putReadings: (readings) => putReadings(open, scope, readings),
  putAnswers: async (answers) => {
    // A statement may not write one row twice, so of two for the same key only the last goes in.
    const rows = new Map<string, Insertable<Tables['answers']>>();
    for (const { source, id, closure, reader, result, at, ...question } of answers) {
      rows.set(`${subjectKey({ source, id, closure, reader })} ${questionKey(question)}`, {
        business: scope,
        source,
        flow: id,
        closure,
        reader,
        question: questionKey(question),
        finding: result.ok ? JSON.stringify(result.finding) : null,
        error: result.ok ? null : result.error,
        at,
      });
    }
    for (const some of inPowers([...rows.values()])) {
      const parameters = some.flatMap((row) => Object.values(row));
      await putSome(open, some.length, parameters, () =>
        open()
          .insertInto('answers')
          .values([...some])
          .onConflict((conflict) =>
            conflict
              .columns(['business', 'source', 'flow', 'closure', 'reader', 'question'])
              .doUpdateSet((eb) => ({
                finding: eb.ref('excluded.finding'),
                error: eb.ref('excluded.error'),
                at: eb.ref('excluded.at'),
              })),
          ),
      );
    }
  },
  forget: async ({ source, id }, which) => {
    for (const table of ['readings', 'answers'] as const) {
      let query = open()
        .deleteFrom(table)
        .where('business', '=', scope)
        .where('source', '=', source)
        .where('flow', '=', id);
      if (which === 'errors') query = query.where('error', 'is not', null);
      await query.execute();
    }
  },
});
