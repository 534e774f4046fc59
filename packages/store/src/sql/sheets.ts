import { hash } from 'node:crypto';
import { type Finding, type Gist, gistOf } from '@plumbline/core';
import type { Expression, ExpressionBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Answer, Question } from '../port.ts';
import { hasText } from './dialect.ts';
import { questionKey } from './question.ts';
import type { Open, Tables } from './tables.ts';

/** What was said, as JSON text, by the mark of the question that it answers. */
export type Lines = Map<string, string>;

/** 96 bits: no two of the questions that are ever asked share it. */
const markLength = 16;
/** Of questions that were asked last: the same are asked of thousands of flows. */
const marks = new Map<string, string>();
const mostMarks = 10_000;

/** A short name of a question, always of one length. */
export const markOf = (question: Question): string => {
  const key = questionKey(question);
  const known = marks.get(key);
  if (known !== undefined) return known;
  if (marks.size >= mostMarks) marks.clear();
  const mark = hash('sha256', key, 'base64url').slice(0, markLength);
  marks.set(key, mark);
  return mark;
};

/** Stands for any options; what is canonical text of options always begins with a brace. */
const anyOptions = '*';

/** The mark of every question of the same check and version. */
const anyMarkOf = ({ check, version }: Question): string => markOf({ check, version, options: anyOptions });

/** Under which mark an answer stands; a failure never for any options. */
export const markOfAnswer = (answer: Answer): string =>
  answer.anyOptions && answer.result.ok ? anyMarkOf(answer) : markOf(answer);

/** A question with the marks under which its answer may stand. */
export interface Marked {
  readonly question: Question;
  readonly own: string;
  readonly any: string;
}

/** These questions, each once. */
export const marked = (questions: readonly Question[]): readonly Marked[] => [
  ...new Map(
    questions.map((question) => {
      const own = markOf(question);
      return [own, { question, own, any: anyMarkOf(question) }];
    }),
  ).values(),
];

/**
 * What was answered about one subject, as one text: thousands of flows have a score of answers each, and are read whole.
 * Each answer is a line of its mark and what was said, and JSON writes no line breaks: so one is put in place of another
 * without reading the rest.
 */
export const linesText = (lines: Lines): string => [...lines].map(([mark, said]) => mark + said).join('\n');

export const linesOf = (text: string): Lines =>
  new Map(
    text === '' ? [] : text.split('\n').map((line) => [line.slice(0, markLength), line.slice(markLength)]),
  );

// Schema 10 writes these texts for what was there before: whoever changes them writes a schema that rewrites them.

/** What a line of gists says: check and options are those of its question. */
type SaidInShort = { readonly at: string } & (
  | { readonly gist: Omit<Gist, 'check' | 'options'> }
  | { readonly error: string }
);

/** What a line of findings says. */
export interface SaidInFull {
  readonly at: string;
  readonly finding: Finding;
}

/** How the line of a failure begins. */
const failure = '{"error":';

export const isFailure = (said: string): boolean => said.startsWith(failure);

export const shortText = ({ result, at }: Pick<Answer, 'result' | 'at'>): string => {
  if (!result.ok) return JSON.stringify({ error: result.error, at } satisfies SaidInShort);
  const { check: _, options: __, ...gist } = gistOf(result.finding);
  return JSON.stringify({ gist, at } satisfies SaidInShort);
};

export const fullText = (said: SaidInFull): string => JSON.stringify(said);

export const saidInShort = (
  { check, options }: Question,
  text: string,
): Pick<Answer<Gist>, 'result' | 'at'> => {
  const said = JSON.parse(text) as SaidInShort;
  return {
    result:
      'gist' in said
        ? { ok: true, finding: { check, options, ...said.gist } }
        : { ok: false, error: said.error },
    at: said.at,
  };
};

const marksText = (marks: readonly string[]): string => [...marks].sort().join(' ');

type Columns = Pick<Selectable<Tables['gist_sheets']>, 'asked' | 'failed' | 'gists'>;

/** A sheet of gists, with the marks of all questions that are answered on it and of those that failed. */
export const gistSheet = (lines: Lines): Columns => ({
  asked: marksText([...lines.keys()]),
  failed: marksText([...lines].flatMap(([mark, said]) => (isFailure(said) ? [mark] : []))),
  gists: linesText(lines),
});

type Sheets = ExpressionBuilder<Tables, 'gist_sheets'>;

const column = (name: 'asked' | 'failed'): Expression<unknown> => sql.ref(`gist_sheets.${name}`);

/** The sheet holds an answer to each of these questions. */
export const answersAll = (open: Open, eb: Sheets, questions: readonly Marked[]) =>
  eb.and(
    questions.map(({ own, any }) =>
      eb.or([hasText(open, column('asked'), any), hasText(open, column('asked'), own)]),
    ),
  );

/** The answer to one of these questions is an error. */
export const failsIn = (open: Open, eb: Sheets, questions: readonly Marked[]) =>
  eb.and([
    eb('gist_sheets.failed', '<>', ''),
    eb.or(questions.map(({ own }) => hasText(open, column('failed'), own))),
  ]);
