import type { Finding } from '@plumbline/core';
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Answer, Facts, Question, Reading, StoreTransaction, StoreView, Subject } from '../port.ts';
import { createBuiltOnce } from './built-once.ts';
import { rowsByKeys } from './by-keys.ts';
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

const distinct = (subjects: readonly Subject[]): readonly Subject[] => [
  ...new Map(subjects.map((each) => [subjectKey(each), each])).values(),
];

const subjectColumns = ['source', 'flow', 'closure', 'reader'] as const;

const keysOf = (subjects: readonly Subject[]) =>
  distinct(subjects).map(({ source, id, closure, reader }) => [source, id, closure, reader]);

type AnswerRow = Selectable<Tables['answers']>;

/** Rows of answers to these questions about these subjects. */
const answersTo = async <Column extends keyof AnswerRow>(
  open: Open,
  scope: string,
  subjects: readonly Subject[],
  questions: readonly Question[],
  columns: readonly Column[],
): Promise<readonly Pick<AnswerRow, Column>[]> => {
  const found: Pick<AnswerRow, Column>[] = [];
  const keys = keysOf(subjects);
  for (const asked of pieces([...new Set(questions.map(questionKey))])) {
    const where = sql`answers.question in (${sql.join([...asked])})`;
    found.push(
      ...(await rowsByKeys<'answers', Pick<AnswerRow, Column>>(open, scope, {
        table: 'answers',
        by: subjectColumns,
        keys,
        columns,
        where,
      })),
    );
  }
  return found;
};

export const findingReads = (
  open: Open,
  scope: string,
): Pick<StoreView, 'readings' | 'answers' | 'answered'> => ({
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
    const columns = [...subjectColumns, 'question', 'finding', 'error', 'at'] as const;
    const rows = await answersTo(open, scope, subjects, questions, columns);
    return rows.map((row): Answer => {
      const result: Answer['result'] =
        row.finding === null
          ? { ok: false, error: row.error ?? '' }
          : { ok: true, finding: JSON.parse(row.finding) as Finding };
      return { ...subjectOf(row), ...questionOf(row.question), result, at: row.at };
    });
  },
  answered: async (subjects, questions) => {
    const rows = await answersTo(open, scope, subjects, questions, [...subjectColumns, 'question']);
    return rows.map((row) => ({ ...subjectOf(row), ...questionOf(row.question) }));
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
