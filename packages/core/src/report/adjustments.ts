import type { Matrix, MatrixRow } from './matrix.ts';

/** One thing to change, with every flow it is asked of and the values it serves. */
export interface Adjustment {
  readonly text: string;
  readonly values: readonly string[];
  readonly flows: readonly MatrixRow[];
  /** It mends a promise that is broken; the others are questions and practices. */
  readonly urgent: boolean;
}

const kinds = ['change', 'question', 'practice'] as const;

/** Questions are put as such, and practices are named so where cells are made. */
const kindOf = (text: string): (typeof kinds)[number] => {
  if (text.endsWith(' (practice)')) return 'practice';
  return text.endsWith('?') ? 'question' : 'change';
};
const byKind = (one: string, other: string): number =>
  kinds.indexOf(kindOf(one)) - kinds.indexOf(kindOf(other));

/**
 * Everything the matrix asks to be changed or answered, each once: urgent first, then changes, questions and practices,
 * each in the order of the cells, then what most flows share.
 */
export const adjustmentsOf = (matrix: Matrix): readonly Adjustment[] => {
  const titles = new Map(matrix.values.map((value) => [value.id, value.title]));
  const found = new Map<
    string,
    { values: Set<string>; flows: Set<MatrixRow>; urgent: boolean; rank: number }
  >();
  for (const flow of matrix.flows) {
    for (const cell of flow.cells) {
      for (const [rank, text] of cell.adjustments.entries()) {
        const entry = found.get(text) ?? {
          values: new Set<string>(),
          flows: new Set<MatrixRow>(),
          urgent: false,
          rank,
        };
        found.set(text, entry);
        entry.values.add(titles.get(cell.value) ?? cell.value);
        entry.flows.add(flow);
        entry.urgent ||= cell.label === 'compromises' && kindOf(text) === 'change';
        entry.rank = Math.max(entry.rank, rank);
      }
    }
  }
  return [...found]
    .toSorted(
      ([one, a], [other, b]) =>
        Number(b.urgent) - Number(a.urgent) ||
        byKind(one, other) ||
        a.rank - b.rank ||
        b.flows.size - a.flows.size,
    )
    .map(([text, { values, flows, urgent }]) => ({ text, values: [...values], flows: [...flows], urgent }));
};

const order: readonly MatrixRow['standing'][] = [
  'blocked',
  'needs-adjustment',
  'needs-answers',
  'not-assessed',
  'aligned',
];

/** Rows with the worst standing first; else as they came. */
export const worstFirst = (matrix: Matrix): readonly MatrixRow[] =>
  matrix.flows.toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));

/** Rows that no value touches are named apart from this number on, so that the table shows what matters. */
const fewQuiet = 5;

/** Rows for the table, worst first, and rows that only need to be named because no value touches them. */
export const splitRows = (
  matrix: Matrix,
): { readonly shown: readonly MatrixRow[]; readonly quiet: readonly MatrixRow[] } => {
  const rows = worstFirst(matrix);
  const quiet = rows.filter((row) => row.cells.every((cell) => cell.label === 'not-touched'));
  if (quiet.length <= fewQuiet || quiet.length === rows.length) return { shown: rows, quiet: [] };
  return { shown: rows.filter((row) => row.cells.some((cell) => cell.label !== 'not-touched')), quiet };
};
