import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import type { FlowHead, Page, StoreView, Wanted } from '../port.ts';
import { beyond, headColumns, headOf } from './flow-row.ts';
import { questionKey } from './question.ts';
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

const answersOf = (eb: Flows, keys: readonly string[]) =>
  eb
    .selectFrom('answers')
    .whereRef('answers.business', '=', 'flows.business')
    .whereRef('answers.source', '=', 'flows.source')
    .whereRef('answers.flow', '=', 'flows.id')
    .whereRef('answers.closure', '=', 'flows.closure')
    .whereRef('answers.reader', '=', 'flows.reader')
    .where('answers.question', 'in', keys);

/** Lacks a reading by a wanted reader, or, where that went well, an answer to one of the questions. */
const lacks = (eb: Flows, { readers }: Wanted, keys: readonly string[]) => {
  const unread = eb.or([
    eb('flows.reader', 'not in', readers),
    eb.not(eb.exists(readingOf(eb).select('readings.flow'))),
  ]);
  if (keys.length === 0) return unread;
  const count = answersOf(eb, keys).select((answers) => answers.fn.countAll<number>().as('n'));
  const unanswered = eb.and([
    eb.exists(readingOf(eb).select('readings.flow').where('readings.error', 'is', null)),
    eb(count, '<', keys.length),
  ]);
  return eb.or([unread, unanswered]);
};

const failed = (eb: Flows, keys: readonly string[]) => {
  const unreadable = eb.exists(readingOf(eb).select('readings.flow').where('readings.error', 'is not', null));
  if (keys.length === 0) return unreadable;
  return eb.or([
    unreadable,
    eb.exists(answersOf(eb, keys).select('answers.flow').where('answers.error', 'is not', null)),
  ]);
};

const keysOf = ({ questions }: Wanted): readonly string[] => [...new Set(questions.map(questionKey))];

/** Lacks something of what is wanted. */
export const lacksOf = (eb: Flows, wanted: Wanted) => lacks(eb, wanted, keysOf(wanted));

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
  missing: (wanted, page) => currentFlows(open, scope, page, (eb) => lacks(eb, wanted, keysOf(wanted))),
  parked: (wanted, page) => currentFlows(open, scope, page, (eb) => failed(eb, keysOf(wanted))),
  progress: async (wanted) => {
    const keys = keysOf(wanted);
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
              .when(lacks(eb, wanted, keys))
              .then(one)
              .else(nought)
              .end(),
          )
          .as('missing'),
        eb.fn.sum<number>(eb.case().when(failed(eb, keys)).then(one).else(nought).end()).as('failed'),
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
