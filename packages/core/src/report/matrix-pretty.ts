import { adjustmentsOf, splitRows } from './adjustments.ts';
import type { Matrix, MatrixRow } from './matrix.ts';
import { plain, plainUpTo } from './plain.ts';
import { counted, flowName, labelLooks, standingStyle, standingWords } from './say.ts';
import { displayWidth, fit, type Paint, padTo, unpainted, wrap } from './text-layout.ts';

export interface MatrixPrettyOptions {
  readonly width: number;
  readonly paint?: Paint;
}

const standingColumns = 16;
const leastName = 20;
const adjustmentsShown = 20;
/** Keeps a sign and its words in one line. */
const tie = '\u00a0';

interface Layout {
  readonly name: number;
  /** Columns of each value. */
  readonly values: readonly number[];
  /** Signs only, where the words do not fit. */
  readonly narrow: boolean;
}

/** A cell in words; where a value has nothing to do with a flow, the sign alone keeps the table quiet. */
const cellText = (label: Matrix['flows'][number]['cells'][number]['label']): string => {
  const { sign, words } = labelLooks[label];
  return label === 'not-touched' ? sign : `${sign} ${words}`;
};

const longestOf = (texts: Iterable<string>): number => Math.max(1, ...Array.from(texts, displayWidth));

const layoutFor = (matrix: Matrix, width: number): Layout => {
  const longest = Math.max(10, longestOf(matrix.flows.map((flow) => flowName(flow, 60))));
  const values = matrix.values.map((value, at) => {
    const words = longestOf(plain(value.title).split(' '));
    return Math.max(
      Math.min(words, 14),
      longestOf(matrix.flows.map((flow) => cellText(flow.cells[at]?.label ?? 'not-touched'))),
    );
  });
  const taken = (columns: readonly number[]): number =>
    columns.reduce((sum, each) => sum + each + 2, standingColumns + 2);
  const roomy = width - taken(values);
  if (roomy >= Math.min(leastName, longest)) return { name: Math.min(longest, roomy), values, narrow: false };
  const signs = values.map(() => 3);
  return { name: Math.max(10, Math.min(longest, width - taken(signs))), values: signs, narrow: true };
};

const headLines = (matrix: Matrix, layout: Layout, paint: Paint): readonly string[] => {
  const titles = matrix.values.map((value, at) =>
    layout.narrow
      ? [`${at + 1}`]
      : wrap([{ text: plain(value.title) }], unpainted, layout.values[at] ?? 8).slice(0, 3),
  );
  const height = Math.max(1, ...titles.map((lines) => lines.length));
  const lines: string[] = [];
  for (let row = 0; row < height; row += 1) {
    const cells = titles.map((title, at) =>
      padTo(title[row - (height - title.length)] ?? '', layout.values[at] ?? 8),
    );
    lines.push(paint.bold([' '.repeat(layout.name), ...cells].join('  ').trimEnd()));
  }
  if (!layout.narrow) return lines;
  return [...matrix.values.map((value, at) => `${at + 1}  ${plain(value.title)}`), '', ...lines];
};

const rowLine = (flow: MatrixRow, layout: Layout, paint: Paint): string => {
  const cells = flow.cells.map(({ label }, at) => {
    const text = layout.narrow ? labelLooks[label].sign : cellText(label);
    return paint[labelLooks[label].style](padTo(text, layout.values[at] ?? 8));
  });
  const standing = paint[standingStyle[flow.standing]](standingWords[flow.standing]);
  return [padTo(fit(flowName(flow), layout.name), layout.name), ...cells, standing].join('  ');
};

const adjustmentLines = (matrix: Matrix, width: number, paint: Paint): readonly string[] => {
  const all = adjustmentsOf(matrix);
  if (all.length === 0) return [];
  const lines = ['', paint.bold('What to change, and what to answer')];
  for (const { text, values, flows, urgent } of all.slice(0, adjustmentsShown)) {
    const sign = urgent ? paint.red('✗') : paint.yellow('?');
    const names = flows.slice(0, 3).map((flow) => flowName(flow, 40));
    const more = flows.length > 3 ? ` and ${counted(flows.length - 3, 'more flow')}` : '';
    const about = `${names.join(', ')}${more} · ${values.map(plain).join(', ')}`;
    const spans = plainUpTo(text, 400)
      .split('`')
      .map((part, at) => ({ text: at % 2 === 0 ? part : `“${part}”` }));
    lines.push(
      ...wrap(spans, paint, width - 2, '  ', '').map((line, at) => (at === 0 ? `${sign} ${line}` : line)),
    );
    lines.push(...wrap([{ text: about, style: 'dim' }], paint, width, '    '));
  }
  if (all.length > adjustmentsShown) lines.push(paint.dim(`… and ${all.length - adjustmentsShown} more`));
  return lines;
};

const quietLines = (quiet: readonly MatrixRow[], paint: Paint, width: number): readonly string[] => {
  if (quiet.length === 0) return [];
  const names = quiet.slice(0, 4).map((flow) => flowName(flow, 40));
  const more = quiet.length > names.length ? ` and ${quiet.length - names.length} more` : '';
  const text = `${counted(quiet.length, 'further flow')} with no bearing on these values: ${names.join(', ')}${more}`;
  return wrap([{ text, style: 'dim' }], paint, width);
};

/** Flows against values as a table for a terminal, the worst first, with a legend and what to change. */
export const renderMatrixPretty = (matrix: Matrix, options: MatrixPrettyOptions): string => {
  const paint = options.paint ?? unpainted;
  const width = Math.max(40, options.width);
  const { shown, quiet } = splitRows(matrix);
  const layout = layoutFor({ ...matrix, flows: [...shown] }, width);
  const legend = Object.values(labelLooks).flatMap(({ sign, words, style, means }, at) => [
    { text: at === 0 ? sign : ` ${sign}`, style },
    { text: `${tie}${words.replaceAll(' ', tie)}:${tie}${means.replaceAll(' ', tie)}${tie}${tie}` },
  ]);
  return `${[
    ...headLines(matrix, layout, paint),
    paint.dim(
      '─'.repeat(layout.values.reduce((sum, each) => sum + each + 2, layout.name + standingColumns + 2)),
    ),
    ...shown.map((flow) => rowLine(flow, layout, paint)),
    ...quietLines(quiet, paint, width),
    '',
    ...wrap(legend, paint, width),
    ...adjustmentLines(matrix, width, paint),
  ].join('\n')}\n`;
};
