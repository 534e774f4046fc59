import type { Finding } from '@plumbline/core';
import type { Answer, Facts, Reading, StoreTransaction, StoreView, Subject } from '../port.ts';
import { pieces } from './flow-row.ts';
import { questionKey, questionOf } from './question.ts';
import type { Open } from './tables.ts';

const subjectKey = ({ source, id, closure, reader }: Subject): string =>
  JSON.stringify([source, id, closure, reader]);

const distinct = (list: readonly string[]): readonly string[] => [...new Set(list)];

/** Columns by which rows of these subjects are found; what else they match is sifted out afterwards. */
const lists = (subjects: readonly Subject[]) => ({
  sources: distinct(subjects.map((each) => each.source)),
  flows: distinct(subjects.map((each) => each.id)),
  closures: distinct(subjects.map((each) => each.closure)),
});

export const findingReads = (open: Open, scope: string): Pick<StoreView, 'readings' | 'answers'> => ({
  readings: async (subjects) => {
    const wanted = new Set(subjects.map(subjectKey));
    const found: Reading[] = [];
    for (const some of pieces(subjects)) {
      const { sources, flows, closures } = lists(some);
      const rows = await open()
        .selectFrom('readings')
        .selectAll()
        .where('business', '=', scope)
        .where('source', 'in', sources)
        .where('flow', 'in', flows)
        .where('closure', 'in', closures)
        .execute();
      for (const row of rows) {
        const subject = { source: row.source, id: row.flow, closure: row.closure, reader: row.reader };
        if (!wanted.delete(subjectKey(subject))) continue;
        const result: Reading['result'] =
          row.facts === null
            ? { ok: false, error: row.error ?? '' }
            : { ok: true, facts: JSON.parse(row.facts) as Facts };
        found.push({ ...subject, result, at: row.at });
      }
    }
    return found;
  },
  answers: async (subjects, questions) => {
    if (questions.length === 0) return [];
    const wanted = new Set(subjects.map(subjectKey));
    const found = new Map<string, Answer>();
    for (const some of pieces(subjects)) {
      const { sources, flows, closures } = lists(some);
      for (const keys of pieces(questions.map(questionKey))) {
        const rows = await open()
          .selectFrom('answers')
          .selectAll()
          .where('business', '=', scope)
          .where('source', 'in', sources)
          .where('flow', 'in', flows)
          .where('closure', 'in', closures)
          .where('question', 'in', keys)
          .execute();
        for (const row of rows) {
          const subject = { source: row.source, id: row.flow, closure: row.closure, reader: row.reader };
          const key = subjectKey(subject);
          if (!wanted.has(key)) continue;
          const result: Answer['result'] =
            row.finding === null
              ? { ok: false, error: row.error ?? '' }
              : { ok: true, finding: JSON.parse(row.finding) as Finding };
          found.set(`${key} ${row.question}`, {
            ...subject,
            ...questionOf(row.question),
            result,
            at: row.at,
          });
        }
      }
    }
    return [...found.values()];
  },
});

export const findingWrites = (
  open: Open,
  scope: string,
): Pick<StoreTransaction, 'putReading' | 'putAnswers' | 'forget'> => ({
  putReading: async ({ source, id, closure, reader, result, at }) => {
    const content = result.ok
      ? { facts: JSON.stringify(result.facts), error: null, at }
      : { facts: null, error: result.error, at };
    await open()
      .insertInto('readings')
      .values({ business: scope, source, flow: id, closure, reader, ...content })
      .onConflict((conflict) =>
        conflict.columns(['business', 'source', 'flow', 'closure', 'reader']).doUpdateSet(content),
      )
      .execute();
  },
  putAnswers: async (answers) => {
    for (const { source, id, closure, reader, result, at, ...question } of answers) {
      const content = result.ok
        ? { finding: JSON.stringify(result.finding), error: null, at }
        : { finding: null, error: result.error, at };
      await open()
        .insertInto('answers')
        .values({
          business: scope,
          source,
          flow: id,
          closure,
          reader,
          question: questionKey(question),
          ...content,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['business', 'source', 'flow', 'closure', 'reader', 'question'])
            .doUpdateSet(content),
        )
        .execute();
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
