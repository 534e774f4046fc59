import type { Gist } from '@plumbline/core';
import type { Insertable, Selectable } from 'kysely';
import type { Answer, StoreTransaction, StoreView, Subject } from '../port.ts';
import { rowsByKeys } from './by-keys.ts';
import { createInsertMany } from './insert-many.ts';
import {
  fullText,
  gistSheet,
  isFailure,
  type Lines,
  linesOf,
  linesText,
  type Marked,
  marked,
  markOfAnswer,
  type SaidInFull,
  saidInShort,
  shortText,
} from './sheets.ts';
import { subjectColumns, subjectKey, subjectKeys, subjectOf, subjectRow } from './subjects.ts';
import type { Open, Tables } from './tables.ts';

type GistRow = Omit<Selectable<Tables['gist_sheets']>, 'business' | 'asked' | 'failed'>;
type FindingRow = Omit<Selectable<Tables['finding_sheets']>, 'business'>;

/** Findings that were written at different times stand apart, until there are so many sheets of them for one subject. */
const mostSheets = 8;

const gistRows = (open: Open, scope: string, subjects: readonly Subject[]): Promise<readonly GistRow[]> =>
  rowsByKeys<'gist_sheets', GistRow>(open, scope, {
    table: 'gist_sheets',
    by: subjectColumns,
    keys: subjectKeys(subjects),
    columns: [...subjectColumns, 'sheets', 'gists'],
  });

/** The findings about each of these subjects, by its key; of two to one question the later. */
const findingsOf = async (
  open: Open,
  scope: string,
  subjects: readonly Subject[],
): Promise<ReadonlyMap<string, Lines>> => {
  const rows = await rowsByKeys<'finding_sheets', FindingRow>(open, scope, {
    table: 'finding_sheets',
    by: subjectColumns,
    keys: subjectKeys(subjects),
    columns: [...subjectColumns, 'number', 'findings'],
  });
  const found = new Map<string, Lines>();
  for (const row of rows.toSorted((a, b) => a.number - b.number)) {
    const key = subjectKey(subjectOf(row));
    const lines = found.get(key) ?? new Map();
    for (const [mark, said] of linesOf(row.findings)) lines.set(mark, said);
    found.set(key, lines);
  }
  return found;
};

/** What these lines answer: each question by its own line, or by one that holds for any options. */
const answeredIn = (
  subject: Subject,
  lines: Lines,
  questions: readonly Marked[],
): readonly { readonly mark: string; readonly answer: Answer<Gist> }[] =>
  questions.flatMap(({ question, own, any }) => {
    const anyOptions = !lines.has(own);
    const mark = anyOptions ? any : own;
    const said = lines.get(mark);
    if (said === undefined) return [];
    const { check, version, options } = question;
    return [
      { mark, answer: { ...subject, check, version, options, anyOptions, ...saidInShort(question, said) } },
    ];
  });

export const answerReads = (open: Open, scope: string): Pick<StoreView, 'answers' | 'gists'> => ({
  gists: async (subjects, questions) => {
    const wanted = marked(questions);
    return (await gistRows(open, scope, subjects)).flatMap((row) =>
      answeredIn(subjectOf(row), linesOf(row.gists), wanted).map(({ answer }) => answer),
    );
  },
  answers: async (subjects, questions) => {
    const wanted = marked(questions);
    const findings = await findingsOf(open, scope, subjects);
    return (await gistRows(open, scope, subjects)).flatMap((row) => {
      const own = findings.get(subjectKey(subjectOf(row)));
      return answeredIn(subjectOf(row), linesOf(row.gists), wanted).map(({ mark, answer }): Answer => {
        const { result, ...rest } = answer;
        if (!result.ok) return { ...rest, result };
        const full = own?.get(mark);
        if (full === undefined) throw new Error('A finding is gone of which there is still the gist.');
        const { finding } = JSON.parse(full) as SaidInFull;
        return { ...rest, result: { ok: true, finding: { ...finding, options: rest.options } } };
      });
    });
  },
});

const insertGists = createInsertMany('gist_sheets', (insert) =>
  insert.onConflict((conflict) =>
    conflict.columns(['business', ...subjectColumns]).doUpdateSet((eb) => ({
      sheets: eb.ref('excluded.sheets'),
      asked: eb.ref('excluded.asked'),
      failed: eb.ref('excluded.failed'),
      gists: eb.ref('excluded.gists'),
    })),
  ),
);
const insertFindings = createInsertMany('finding_sheets');

/** What is put about one subject. */
interface Given {
  readonly subject: Subject;
  readonly gists: Lines;
  readonly findings: Lines;
  /** Number of the last sheet of findings. */
  sheets: number;
}

const gather = async (
  open: Open,
  scope: string,
  answers: readonly Answer[],
): Promise<ReadonlyMap<string, Given>> => {
  const given = new Map<string, Given>();
  for (const { source, id, closure, reader } of answers) {
    const subject = { source, id, closure, reader };
    const key = subjectKey(subject);
    if (!given.has(key)) given.set(key, { subject, gists: new Map(), findings: new Map(), sheets: 0 });
  }
  const subjects = [...given.values()].map(({ subject }) => subject);
  for (const row of await gistRows(open, scope, subjects)) {
    const own = given.get(subjectKey(subjectOf(row)));
    if (own === undefined) continue;
    own.sheets = row.sheets;
    for (const [mark, said] of linesOf(row.gists)) own.gists.set(mark, said);
  }
  for (const answer of answers) {
    const { result, at } = answer;
    const own = given.get(subjectKey(answer));
    const mark = markOfAnswer(answer);
    own?.gists.set(mark, shortText(answer));
    if (result.ok) own?.findings.set(mark, fullText({ finding: result.finding, at }));
    else own?.findings.delete(mark);
  }
  return given;
};

const dropFindings = async (open: Open, scope: string, subject: Subject): Promise<void> => {
  const where = { business: scope, ...subjectRow(subject) };
  await open()
    .deleteFrom('finding_sheets')
    .where((eb) => eb.and(where))
    .execute();
};

/** Gathers the findings about subjects that have many sheets of them on one, those that are put now among them. */
const fold = async (open: Open, scope: string, full: readonly Given[]): Promise<void> => {
  if (full.length === 0) return;
  const before = await findingsOf(
    open,
    scope,
    full.map(({ subject }) => subject),
  );
  for (const { subject, findings, gists } of full) {
    for (const [mark, said] of before.get(subjectKey(subject)) ?? [])
      if (!findings.has(mark) && gists.has(mark)) findings.set(mark, said);
    await dropFindings(open, scope, subject);
  }
};

/** Puts answers beside those that are there; of two to the same question the last counts. */
const putAnswers = async (open: Open, scope: string, answers: readonly Answer[]): Promise<void> => {
  const given = [...(await gather(open, scope, answers)).values()];
  await fold(
    open,
    scope,
    given.filter(({ sheets, findings }) => sheets > 0 && sheets % mostSheets === 0 && findings.size > 0),
  );
  const some = given.filter(({ findings }) => findings.size > 0);
  await insertFindings(
    open,
    some.map(
      ({ subject, findings, sheets }): Insertable<Tables['finding_sheets']> => ({
        business: scope,
        ...subjectRow(subject),
        number: sheets + 1,
        findings: linesText(findings),
      }),
    ),
  );
  await insertGists(
    open,
    given.map(({ subject, gists, findings, sheets }) => ({
      business: scope,
      ...subjectRow(subject),
      sheets: findings.size > 0 ? sheets + 1 : sheets,
      ...gistSheet(gists),
    })),
  );
};

/** Forgets errors: what was found in spite of them stays. */
const forgetErrors = async (open: Open, scope: string, source: string, flow: string): Promise<void> => {
  const failed = await open()
    .selectFrom('gist_sheets')
    .select([...subjectColumns, 'sheets', 'gists'])
    .where((eb) => eb.and({ business: scope, source, flow }))
    .where('failed', '<>', '')
    .execute();
  await insertGists(
    open,
    failed.map((row) => {
      const left = new Map([...linesOf(row.gists)].filter(([, said]) => !isFailure(said)));
      return { business: scope, ...subjectRow(subjectOf(row)), sheets: row.sheets, ...gistSheet(left) };
    }),
  );
};

export const answerWrites = (open: Open, scope: string): Pick<StoreTransaction, 'putAnswers' | 'forget'> => ({
  putAnswers: (answers) => putAnswers(open, scope, answers),
  forget: async ({ source, id }, which) => {
    const where = { business: scope, source, flow: id };
    const dropReadings = open()
      .deleteFrom('readings')
      .where((eb) => eb.and(where));
    if (which === 'errors') {
      await dropReadings.where('error', 'is not', null).execute();
      await forgetErrors(open, scope, source, id);
      return;
    }
    await dropReadings.execute();
    for (const table of ['gist_sheets', 'finding_sheets'] as const)
      await open()
        .deleteFrom(table)
        .where((eb) => eb.and(where))
        .execute();
  },
});
