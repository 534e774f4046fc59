import { worstFirst } from './adjustments.ts';
import { markdownSentence, markdownText } from './escape.ts';
import type { Matrix } from './matrix.ts';
import { flowName, labelLooks, standingWords } from './say.ts';

/** The matrix as one Markdown table; rows beyond `most` are counted. */
export const matrixTable = (matrix: Matrix, most = Number.POSITIVE_INFINITY): string => {
  const head = ['automation', ...matrix.values.map((value) => markdownText(value.title)), 'standing'];
  const rows = worstFirst(matrix)
    .slice(0, most)
    .map((flow) => [
      markdownText(flowName(flow, 60)),
      ...flow.cells.map((cell) => `${labelLooks[cell.label].sign} ${labelLooks[cell.label].words}`),
      standingWords[flow.standing],
    ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rest = matrix.flows.length - rows.length;
  return [
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
    ...(rest > 0 ? ['', `… and ${rest} more.`] : []),
  ].join('\n');
};

/** The matrix as a Markdown document: the table, what the signs mean, and the adjustments flow by flow. */
export const renderMatrixMarkdown = (matrix: Matrix): string => {
  const legend = Object.values(labelLooks).map((look) => `${look.sign} ${look.words}: ${look.means}`);
  const adjustments = matrix.flows.flatMap((flow) => {
    const lines = flow.cells.flatMap((cell) => {
      const title = matrix.values.find((value) => value.id === cell.value)?.title ?? cell.value;
      return cell.adjustments.map((text) => `- ${markdownText(title)}: ${markdownSentence(text)}`);
    });
    return lines.length === 0 ? [] : [`### ${markdownText(flowName(flow))}\n\n${lines.join('\n')}`];
  });
  return `${[
    `# ${markdownText(matrix.profile.name)}: automations and values`,
    matrixTable(matrix),
    legend.join(' · '),
    ...(adjustments.length === 0 ? [] : ['## What to change', ...adjustments]),
  ].join('\n\n')}\n`;
};
