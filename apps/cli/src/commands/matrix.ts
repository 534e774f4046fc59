import {
  type CheckReport,
  matrixOf,
  type Profile,
  renderJson,
  renderMatrixHtml,
  renderMatrixMarkdown,
  renderMatrixPretty,
} from '@plumbline/core';
import { exitCode, UsageError } from '../exit.ts';
import { profileForRun } from '../input/profile-file.ts';
import { judgePaths } from '../judge-flows.ts';
import { progressOn } from '../output/progress.ts';
import { paintFor, wantsColour, widthOf } from '../output/screen.ts';
import { writeReport } from '../output/write-report.ts';
import { complain, nothingToCheck, troubleCode } from './check.ts';

export const matrixFormats = ['pretty', 'markdown', 'json', 'html'] as const;

export interface MatrixOptions {
  readonly profile?: string;
  readonly format: (typeof matrixFormats)[number];
  readonly output?: string;
  readonly color: boolean;
}

const render = (report: CheckReport, profile: Profile, options: MatrixOptions): string => {
  const matrix = matrixOf(report, profile);
  switch (options.format) {
    case 'json':
      return renderJson(matrix);
    case 'markdown':
      return renderMatrixMarkdown(matrix);
    case 'html':
      return renderMatrixHtml(report, profile);
    case 'pretty': {
      const screen = options.output === undefined ? process.stdout : {};
      const paint = paintFor(wantsColour(screen, options.color, process.env));
      return renderMatrixPretty(matrix, { width: widthOf(screen, process.env), paint });
    }
  }
};

/** `plumbline matrix`: flows against values. Shows and does not gate: 0 whenever everything could be judged. */
export const matrix = async (paths: readonly string[], options: MatrixOptions): Promise<number> => {
  if (paths.length === 0) throw new UsageError('Name a file or a folder, or `-` for standard input.');
  const profile = await profileForRun(options.profile);
  const judged = await judgePaths(paths, profile, progressOn(process.stderr, Date.now, process.env), {
    output: options.output,
  });
  const { report, faults } = judged;
  if (report.flows.length > 0) await writeReport(render(report, profile, options), options.output);
  complain(judged, false);
  if (report.flows.length === 0 && report.errors.length === 0)
    process.stderr.write(`${nothingToCheck(report)}\n`);
  return troubleCode(report, faults) ?? exitCode.clean;
};
