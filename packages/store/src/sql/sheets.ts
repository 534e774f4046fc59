import type { Finding } from '@plumbline/core';
import type { ExpressionBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Answer, Question, Subject } from '../port.ts';
import { hasText } from './dialect.ts';
import { questionKey, questionOf } from './question.ts';
import type { Open, Tables } from './tables.ts';

/** The text of each answer under the key of its question. */
export type Lines = ReadonlyMap<string, string>;

type Columns = Pick<Selectable<Tables['answer_sheets']>, 'asked' | 'failed' | 'answers'>;

/** What a line says besides its question. */
type Said = { readonly at: string } & ({ readonly finding: Finding } | { readonly error: string });

/** How the line of a failure begins. */
const failure = '{"error":';

export const isFailure = (said: string): boolean => said.startsWith(failure);

/** Keys of questions as one text. Each stands in quotes as JSON writes them, so none is found inside another. */
const keysText = (keys: readonly string[]): string => JSON.stringify([...keys].sort());

/**
 * All answers about one subject in one row: thousands of flows have a score of them each, and are read whole. Each is a
 * line of its key, a tab and what was said, none of which JSON writes into a text: so one is put in place of another
 * without reading the rest.
 */
export const sheetOf = (lines: Lines): Columns => ({
  asked: keysText([...lines.keys()]),
  failed: keysText([...lines].flatMap(([key, said]) => (isFailure(said) ? [key] : []))),
  answers: [...lines].map(([key, said]) => `${JSON.stringify(key)}\t${said}`).join('\n'),
});

export const linesOf = (answers: string): Lines =>
  new Map(
    answers === ''
      ? []
      : answers.split('\n').map((line) => {
          const tab = line.indexOf('\t');
          return [JSON.parse(line.slice(0, tab)) as string, line.slice(tab + 1)];
        }),
  );

export const saidText = ({ result, at }: Pick<Answer, 'result' | 'at'>): string =>
  JSON.stringify((result.ok ? { finding: result.finding, at } : { error: result.error, at }) satisfies Said);

export const answerOf = (subject: Subject, key: string, text: string): Answer => {
  const said = JSON.parse(text) as Said;
  return {
    ...subject,
    ...questionOf(key),
    result: 'finding' in said ? { ok: true, finding: said.finding } : { ok: false, error: said.error },
    at: said.at,
  };
};

/** Questions by their keys, each once. */
export const keysOfQuestions = (questions: readonly Question[]): readonly string[] => [
  ...new Set(questions.map(questionKey)),
];

type Sheets = ExpressionBuilder<Tables, 'answer_sheets'>;

/** The sheet holds an answer to each of these questions. */
export const answersAll = (open: Open, eb: Sheets, keys: readonly string[]) =>
  eb.or([
    // Nearly always it holds these and no others.
    eb('answer_sheets.asked', '=', keysText(keys)),
    eb.and(keys.map((key) => hasText(open, sql.ref('answer_sheets.asked'), JSON.stringify(key)))),
  ]);

/** The answer to one of these questions is an error. */
export const failsIn = (open: Open, eb: Sheets, keys: readonly string[]) =>
  eb.and([
    eb('answer_sheets.failed', '<>', '[]'),
    eb.or(keys.map((key) => hasText(open, sql.ref('answer_sheets.failed'), JSON.stringify(key)))),
  ]);
