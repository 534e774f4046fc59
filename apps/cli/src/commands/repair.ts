import { createHash } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { type Flow, type Judgement, judge, type Profile, plain } from '@plumbline/core';
import { type Fault, parseJson, readWorkflow, repairWorkflow, workflowsIn } from '@plumbline/n8n';
import { exitCode, UsageError } from '../exit.ts';
import { profileForRun } from '../input/profile-file.ts';
import { readText } from '../input/read-text.ts';
import { writeReport } from '../output/write-report.ts';

export interface RepairOptions {
  readonly profile?: string;
  readonly finding?: string;
  readonly output?: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const workflowIn = async (file: string): Promise<ReturnType<typeof workflowsIn>[number]> => {
  const text = await readText(file);
  if (!text.ok) throw new UsageError(`${plain(file)}: ${text.message}`);
  const json = parseJson(text.text);
  if (!json.ok) throw new UsageError(`${plain(file)}: ${json.message}`);
  const [workflow, second] = workflowsIn(json.value);
  if (workflow === undefined) throw new UsageError(`${plain(file)} holds no n8n workflow.`);
  if (second !== undefined)
    throw new UsageError(
      `${plain(file)} holds several workflows; put the one to repair into a file of its own.`,
    );
  return workflow;
};

/** Beside the file: `chat.json` -> `chat.repaired.json`. */
const besides = (file: string): string => {
  const ending = extname(file);
  return join(dirname(file), `${basename(file, ending)}.repaired${ending === '' ? '.json' : ending}`);
};

const judged = (flow: Flow, profile: Profile): Judgement => judge(flow, profile, sha256);

const faultsIn = ({ findings }: Judgement): readonly Fault[] =>
  findings.flatMap(({ check, occurrences }) =>
    occurrences.filter(({ verdict }) => verdict === 'fail').map((occurrence) => ({ check, occurrence })),
  );

const flowIn = (workflow: unknown, file: string): Flow => {
  const read = readWorkflow(workflow);
  if (!read.ok) throw new UsageError(`${plain(file)}: ${read.message}`);
  return read.flow;
};

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `  - ${plain(line)}`), ''];

/**
 * `plumbline repair`: writes a new workflow with what is missing put in, judged again. Never writes over a file that is
 * there. Exit 0 where no fault asked for is left, 1 where one is.
 */
export const repair = async (
  file: string,
  { profile: named, finding, output }: RepairOptions,
): Promise<number> => {
  const profile = await profileForRun(named);
  const workflow = await workflowIn(file);
  const target = output ?? besides(file);
  if (target !== '-' && (await lstat(target).catch(() => null)) !== null)
    throw new UsageError(
      `${plain(target)} exists already; nothing is written over. Name another file with --output.`,
    );
  const before = judged(flowIn(workflow, file), profile);
  const wanted = (fault: Fault): boolean => finding === undefined || fault.occurrence.key === finding;
  const faults = faultsIn(before).filter(wanted);
  if (faults.length === 0) {
    const keys = faultsIn(before).map(({ occurrence }) => `\n  ${plain(occurrence.key)}`);
    if (finding !== undefined && keys.length > 0)
      throw new UsageError(`There is no finding "${plain(finding)}" to repair. There are:${keys.join('')}`);
    process.stderr.write(`Nothing to repair: ${plain(file)} breaks no promise that was asked.\n`);
    return exitCode.clean;
  }
  const result = repairWorkflow(workflow, profile, (flow) => faultsIn(judged(flow, profile)).filter(wanted));
  const after = judged(flowIn(result.workflow, file), profile);
  const left = faultsIn(after).filter(wanted);
  if (result.done.length > 0) await writeReport(`${JSON.stringify(result.workflow, null, 2)}\n`, target);
  const said = [
    result.done.length > 0
      ? `Wrote ${plain(target)}. ${plain(file)} is as it was.`
      : 'Nothing written: no repair is known for what is wrong here.',
    `Standing: ${before.standing} before, ${after.standing} now.`,
    '',
    ...section(
      'Put in:',
      result.done.map(({ what }) => what),
    ),
    ...section('For you to do before it runs:', [...new Set(result.done.flatMap(({ fillIn }) => fillIn))]),
    ...section(
      'Still wrong, and not for a machine to mend:',
      left.map(({ occurrence }) => occurrence.message),
    ),
  ];
  process.stderr.write(said.join('\n'));
  return left.length === 0 ? exitCode.clean : exitCode.findings;
};
