import { createHash } from 'node:crypto';
import {
  type CheckReport,
  checkReport,
  type FileError,
  type FlowReport,
  flowReport,
  judge,
  type Profile,
} from '@plumbline/core';
import { type Gathered, gather } from './input/gather.ts';
import { surroundingsOf } from './input/surroundings.ts';
import type { Progress } from './output/progress.ts';
import { keepInputs } from './output/write-report.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export interface Judged {
  readonly report: CheckReport;
  /** Line of a step in its file, where it was looked up. */
  readonly lineOf: (flow: FlowReport, step: string) => number | undefined;
  /** What went wrong inside Plumbline itself. */
  readonly faults: readonly unknown[];
}

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const judgeAll = async (gathered: Gathered, profile: Profile, progress: Progress): Promise<Judged> => {
  const surroundings = surroundingsOf(gathered.flows);
  const flows: FlowReport[] = [];
  const errors: FileError[] = [...gathered.errors];
  const faults: unknown[] = [];
  const lines = new Map<FlowReport, ReadonlyMap<string, number>>();
  for (const [at, each] of gathered.flows.entries()) {
    progress.show(`Judging flow ${at + 1} of ${gathered.flows.length}`, each.file);
    // Lets Ctrl-C through between two flows.
    if (at % 16 === 15) await breathe();
    try {
      const report = flowReport(each.file, each.flow, judge(each.flow, profile, sha256, surroundings(each)));
      flows.push(report);
      lines.set(report, each.lines);
    } catch (error) {
      faults.push(error);
      errors.push({
        file: each.file,
        code: 'internal',
        message: 'Plumbline itself failed on this flow. Please report it.',
      });
    }
  }
  return {
    report: checkReport(profile, flows, errors, gathered.skipped, sha256),
    lineOf: (flow, step) => lines.get(flow)?.get(step),
    faults,
  };
};

export interface JudgeOptions {
  /** File the report will go to. */
  readonly output: string | undefined;
  /** Look up the line of every step. */
  readonly withLines?: boolean;
}

/** Reads and judges everything the paths name. Flows of one folder are each other's surroundings. */
export const judgePaths = async (
  paths: readonly string[],
  profile: Profile,
  progress: Progress,
  { output, withLines = false }: JudgeOptions,
): Promise<Judged> => {
  if (paths.includes('-') && process.stdin.isTTY)
    process.stderr.write('Paste a workflow, then press Ctrl-D.\n');
  const gathered = await gather(paths, {
    stdin: process.stdin,
    withLines,
    onFile: (file, read) => progress.show(`Reading file ${read}`, file),
  });
  const judged = await judgeAll(gathered, profile, progress);
  progress.done();
  await keepInputs(
    output,
    [...judged.report.flows, ...judged.report.errors].map((each) => each.file),
  );
  return judged;
};
