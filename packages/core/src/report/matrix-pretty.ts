import { adjustmentsOf, worstFirst } from './adjustments.ts';
import type { Matrix, MatrixRow } from './matrix.ts';
import { plain, plainUpTo } from './plain.ts';
import { counted, flowName, labelLooks, standingStyle, standingWords } from './say.ts';
import { displayWidth, fit, type Paint, padTo, unpainted, wrap } from './text-layout.ts';

export interface MatrixPrettyOptions {
  readonly width: number;
  readonly paint?: Paint;
}

const labelColumns = 13;
const standingColumns = 16;
const leastName = 20;
const adjustmentsShown = 20;

interface Layout {
  readonly name: number;
  readonly value: number;
  /** Signs only, where the words do not fit. */
  readonly narrow: boolean;
}

const layoutFor = (matrix: Matrix, width: number): Layout => {
  const longest = Math.max(10, ...matrix.flows.map((flow) => displayWidth(flowName(flow, 60))));
  const roomy = width - standingColumns - matrix.values.length * (labelColumns + 2);
  if (roomy >= Math.min(leastName, longest))
    return { name: Math.min(longest, roomy), value: labelColumns, narrow: false };
  const rest = width - standingColumns - matrix.values.length * 5;
  return { name: Math.max(10, Math.min(longest, rest)), value: 3, narrow: true };
};

const headLines = (matrix: Matrix, layout: Layout, paint: Paint): readonly string[] => {
  const titles = matrix.values.map((value, at) =>
    layout.narrow ? [`${at + 1}`] : wrap([{ text: plain(value.title) }], unpainted, layout.value).slice(0, 3),
  );
  const height = Math.max(1, ...titles.map((lines) => lines.length));
  const lines: string[] = [];
  for (let row = 0; row < height; row += 1) {
    const cells = titles.map((title) => padTo(title[row - (height - title.length)] ?? '', layout.value));
    lines.push(paint.bold([' '.repeat(layout.name), ...cells].join('  ').trimEnd()));
  }
  if (!layout.narrow) return lines;
  return [...matrix.values.map((value, at) => `${at + 1}  ${plain(value.title)}`), '', ...lines];
};

const rowLine = (flow: MatrixRow, layout: Layout, paint: Paint): string => {
  const cells = flow.cells.map(({ label }) => {
    const { sign, words, style } = labelLooks[label];
    return paint[style](padTo(layout.narrow ? sign : `${sign} ${words}`, layout.value));
  });
  const standing = paint[standingStyle[flow.standing]](standingWords[flow.standing]);
  return [padTo(fit(flowName(flow), layout.name), layout.name), ...cells, standing].join('  ');
};

const adjustmentLines = (matrix: Matrix, width: number, paint: Paint): readonly string[] => {
  const all = adjustmentsOf(matrix);
  if (all.length === 0) return [];
  const lines = ['', paint.bold('What to change')];
  for (const { text, values, flows, urgent } of all.slice(0, adjustmentsShown)) {
    const sign = urgent ? paint.red('✗') : paint.yellow('?');
    const names = flows.slice(0, 3).map((flow) => flowName(flow, 40));
    const more = flows.length > 3 ? ` and ${counted(flows.length - 3, 'more flow')}` : '';
    const about = `${names.join(', ')}${more} · ${values.map(plain).join(', ')}`;
    const spans = [
      ...plainUpTo(text, 400)
        .split('`')
        .map((part, at) => ({ text: at % 2 === 0 ? part : `“${part}”` })),
      { text: `  ${about}`, style: 'dim' as const },
    ];
    lines.push(
      ...wrap(spans, paint, width - 2, '  ', '').map((line, at) => (at === 0 ? `${sign} ${line}` : line)),
    );
  }
  if (all.length > adjustmentsShown) lines.push(paint.dim(`… and ${all.length - adjustmentsShown} more`));
  return lines;
};

/** Flows against values as a table for a terminal, the worst first, with a legend and what to change. */
export const renderMatrixPretty = (matrix: Matrix, options: MatrixPrettyOptions): string => {
  const paint = options.paint ?? unpainted;
  const width = Math.max(40, options.width);
  const layout = layoutFor(matrix, width);
  const legend = Object.values(labelLooks).flatMap(({ sign, words, style, means }, at) => [
    { text: at === 0 ? sign : `   ${sign}`, style },
    { text: ` ${words}: ${means}` },
  ]);
  return `${[
    ...headLines(matrix, layout, paint),
    paint.dim(
      '─'.repeat(
        Math.min(width, layout.name + matrix.values.length * (layout.value + 2) + standingColumns + 2),
      ),
    ),
    ...worstFirst(matrix).map((flow) => rowLine(flow, layout, paint)),
    '',
    ...wrap(legend, paint, width),
    ...adjustmentLines(matrix, width, paint),
  ].join('\n')}\n`;
};
