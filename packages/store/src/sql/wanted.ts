import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import type { FlowHead, Page, StoreView, Wanted } from '../port.ts';
import { beyond, headColumns, headOf } from './flow-row.ts';
import { answersAll, failsIn, type Marked, marked } from './sheets.ts';
import type { Open, Tables } from './tables.ts';

export type Flows = ExpressionBuilder<Tables, 'flows'>;

const readingOf = (eb: Flows) =>
  eb
    .selectFrom('readings')
    .whereRef('readings.business', '=', 'flows.business')
    .whereRef('readings.source', '=', 'flows.source')
    .whereRef('readings.flow', '=', 'flows.id')
    .whereRef('readings.closure', '=', 'flows.closure')
    .whereRef('readings.reader', '=', 'flows.reader');

const answersOf = (eb: Flows) =>
  eb
    .selectFrom('gist_sheets')
    .whereRef('gist_sheets.business', '=', 'flows.business')
    .whereRef('gist_sheets.source', '=', 'flows.source')
    .whereRef('gist_sheets.flow', '=', 'flows.id')
    .whereRef('gist_sheets.closure', '=', 'flows.closure')
    .whereRef('gist_sheets.reader', '=', 'flows.reader');

/** Lacks a reading by a wanted reader, or, where that went well, an answer to one of the questions. */
const lacks = (open: Open, eb: Flows, { readers }: Wanted, questions: readonly Marked[]) => {
  const unread = eb.or([
    eb('flows.reader', 'not in', readers),
    eb.not(eb.exists(readingOf(eb).select('readings.flow'))),
  ]);
  if (questions.length === 0) return unread;
  const whole = answersOf(eb)
    .select('gist_sheets.flow')
    .where((sheet) => answersAll(open, sheet, questions));
  const unanswered = eb.and([
    eb.exists(readingOf(eb).select('readings.flow').where('readings.error', 'is', null)),
    eb.not(eb.exists(whole)),
  ]);
  return eb.or([unread, unanswered]);
};

const failed = (open: Open, eb: Flows, questions: readonly Marked[]) => {
  const unreadable = eb.exists(readingOf(eb).select('readings.flow').where('readings.error', 'is not', null));
  if (questions.length === 0) return unreadable;
  const fails = answersOf(eb)
    .select('gist_sheets.flow')
    .where((sheet) => failsIn(open, sheet, questions));
  return eb.or([unreadable, eb.exists(fails)]);
};

/** Lacks something of what is wanted. */
export const lacksOf = (open: Open, eb: Flows, wanted: Wanted) =>
  lacks(open, eb, wanted, marked(wanted.questions));

export const currentFlows = async (
  open: Open,
  scope: string,
  { limit, after }: Page,
  which: (eb: Flows) => ExpressionWrapper<Tables, 'flows', SqlBool>,
): Promise<readonly FlowHead[]> => {
  const rows = await open()
    .selectFrom('flows')
    .select(headColumns)
    .where('business', '=', scope)
    .where('removed_at', 'is', null)
    .where((eb) => beyond(eb, after))
    .where(which)
    .orderBy('source')
    .orderBy('id')
    .orderBy('state')
    .limit(limit)
    .execute();
  return rows.map(headOf);
};

export const wantedReads = (
  open: Open,
  scope: string,
): Pick<StoreView, 'missing' | 'parked' | 'progress'> => ({
  missing: (wanted, page) => currentFlows(open, scope, page, (eb) => lacksOf(open, eb, wanted)),
  parked: ({ questions }, page) =>
    currentFlows(open, scope, page, (eb) => failed(open, eb, marked(questions))),
  progress: async (wanted) => {
    const questions = marked(wanted.questions);
    const one = sql<number>`1`;
    const nought = sql<number>`0`;
    const row = await open()
      .selectFrom('flows')
      .select((eb) => [
        eb.fn.countAll<number>().as('flows'),
        eb.fn
          .sum<number>(
            eb
              .case()
              .when(lacks(open, eb, wanted, questions))
              .then(one)
              .else(nought)
              .end(),
          )
          .as('missing'),
        eb.fn
          .sum<number>(
            eb
              .case()
              .when(failed(open, eb, questions))
              .then(one)
              .else(nought)
              .end(),
          )
          .as('failed'),
      ])
      .where('business', '=', scope)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    return {
      flows: Number(row?.flows ?? 0),
      missing: Number(row?.missing ?? 0),
      failed: Number(row?.failed ?? 0),
    };
  },
});
