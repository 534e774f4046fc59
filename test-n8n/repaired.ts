import { createHash } from 'node:crypto';
import { type Flow, judge, type Profile, type ProfileInput, parseProfile } from '@plumbline/core';
import { readWorkflow, repairWorkflow } from '@plumbline/n8n';
import type { Workflow } from './example-flows.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const profileOf = (written: ProfileInput): Profile => {
  const parsed = parseProfile(written);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join(' '));
  return parsed.profile;
};

/** The workflow with what is missing put in; null where no repair is known for anything in it. */
export const repairedIfKnown = (workflow: Workflow, profile: Profile): Workflow | null => {
  const faults = (flow: Flow) =>
    judge(flow, profile, sha256).findings.flatMap(({ check, occurrences }) =>
      occurrences.filter(({ verdict }) => verdict === 'fail').map((occurrence) => ({ check, occurrence })),
    );
  const given: Record<string, unknown> = { ...workflow };
  if (!readWorkflow(given).ok) throw new Error('it cannot be read');
  const { workflow: fresh, done } = repairWorkflow(given, profile, faults);
  return done.length === 0 ? null : { ...workflow, ...fresh };
};

export const repaired = (workflow: Workflow, profile: Profile): Workflow => {
  const fresh = repairedIfKnown(workflow, profile);
  if (fresh === null) throw new Error('nothing was repaired');
  return fresh;
};
