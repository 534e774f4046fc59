import { createHash } from 'node:crypto';
import { builtInProfile, type Flow, type Judgement, judge } from '@plumbline/core';
import { parseJson, readWorkflow, workflowsIn } from '../src/index.ts';

export const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const profile = builtInProfile();

/** Every check there is, asked of one flow. */
export const judged = (flow: Flow): Judgement => judge(flow, profile, hash);

export type Answer =
  | { readonly ok: true; readonly judgement: Judgement; readonly flow: Flow }
  | { readonly ok: false; readonly message: string };

/** What Plumbline says of a file: an answer a workflow, or why there is none. */
export const answersTo = (text: string): readonly Answer[] => {
  const json = parseJson(text);
  if (!json.ok) return [{ ok: false, message: json.message }];
  return workflowsIn(json.value).map((workflow): Answer => {
    const read = readWorkflow(workflow);
    return read.ok
      ? { ok: true, flow: read.flow, judgement: judged(read.flow) }
      : { ok: false, message: read.message };
  });
};

export const flowOf = (workflow: unknown): Flow => {
  const read = readWorkflow(workflow);
  if (!read.ok) throw new Error(read.message);
  return read.flow;
};
