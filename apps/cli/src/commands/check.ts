import {
  type CheckReport,
  countAgainst,
  type FailOn,
  type Profile,
  plain,
  renderJson,
  renderJunit,
  renderMarkdown,
  renderPretty,
  renderSarif,
} from '@plumbline/core';
import { checkDocs } from '@plumbline/core/check-docs';
import { exitCode, UsageError } from '../exit.ts';
import { profileForRun } from '../input/profile-file.ts';
import { type Judged, judgePaths } from '../judge-flows.ts';
import { progressOn } from '../output/progress.ts';
import { paintFor, wantsColour, widthOf } from '../output/screen.ts';
import { writeReport } from '../output/write-report.ts';
import { version } from '../version.ts';

export const checkFormats = ['pretty', 'json', 'sarif', 'junit', 'markdown'] as const;
type CheckFormat = (typeof checkFormats)[number];

export interface CheckOptions {
  readonly profile?: string;
  readonly format: CheckFormat;
  readonly output?: string;
  readonly failOn?: FailOn;
  readonly color: boolean;
}

const nextSteps = (options: CheckOptions, { summary }: CheckReport): readonly string[] => [
  ...(options.profile === undefined
    ? [
        'No profile was given, so every check was asked. `plumbline profile init` writes one in your own words.',
      ]
    : []),
  ...(summary.verdicts.unknown > 0
    ? [
        'Whoever knows can answer what is open here on the page of a server that keeps your automations: `plumbline serve`, then `plumbline connect n8n`.',
      ]
    : []),
];

const render = (judged: Judged, profile: Profile, options: CheckOptions, failOn: FailOn): string => {
  const { report, lineOf } = judged;
  switch (options.format) {
    case 'json':
      return renderJson(report);
    case 'sarif':
      return renderSarif(report, { version, lineOf, pages: checkDocs });
    case 'junit':
      return renderJunit(report, failOn);
    case 'markdown':
      return renderMarkdown(report, { profile, failOn });
    case 'pretty': {
      const screen = options.output === undefined ? process.stdout : {};
      return renderPretty(report, {
        width: widthOf(screen, process.env),
        paint: paintFor(wantsColour(screen, options.color, process.env)),
        profile,
        failOn,
        hints: nextSteps(options, report),
      });
    }
  }
};

/** Errors and faults on stderr, where the report does not already show them to the same person. */
export const complain = ({ report, faults }: Judged, shownInReport: boolean): void => {
  for (const { file, message, line, column } of shownInReport ? [] : report.errors) {
    const place = line === undefined ? '' : `:${line}:${column ?? 1}`;
    process.stderr.write(`${plain(file)}${place}  ${plain(message)}\n`);
  }
  for (const fault of faults)
    process.stderr.write(`${fault instanceof Error ? fault.stack : String(fault)}\n`);
};

/** What a run over flows ends with, before findings are counted; `null` where nothing went wrong. */
export const troubleCode = (report: CheckReport, faults: readonly unknown[]): number | null => {
  if (faults.length > 0) return exitCode.fault;
  return report.errors.length > 0 || report.flows.length === 0 ? exitCode.usage : null;
};

export const nothingToCheck = (report: CheckReport): string => {
  const skipped = report.summary.skipped;
  const seen =
    skipped === 0
      ? 'there are no JSON files'
      : `${skipped} JSON ${skipped === 1 ? 'file holds' : 'files hold'} no workflow`;
  return `Nothing to check: ${seen}. Export a workflow from n8n (⋯ → Download) and name its file or folder.`;
};

/** `plumbline check`: judges flows against a profile and answers with the exit code. */
export const check = async (paths: readonly string[], options: CheckOptions): Promise<number> => {
  if (paths.length === 0)
    throw new UsageError('Name a file or a folder to check, or `-` for standard input.');
  const profile = await profileForRun(options.profile);
  const failOn = options.failOn ?? (options.profile === undefined ? 'warn' : 'approve');
  const judged = await judgePaths(paths, profile, progressOn(process.stderr, Date.now, process.env), {
    output: options.output,
    withLines: options.format === 'sarif',
  });
  const { report, faults } = judged;
  const pretty = options.format === 'pretty';
  const empty = report.flows.length === 0;
  const says = !(pretty && empty);
  if (says) await writeReport(render(judged, profile, options, failOn), options.output);
  complain(judged, says && pretty && options.output === undefined);
  if (empty && report.errors.length === 0) process.stderr.write(`${nothingToCheck(report)}\n`);
  return (
    troubleCode(report, faults) ?? (countAgainst(report, failOn) > 0 ? exitCode.findings : exitCode.clean)
  );
};
