import type { Flow, Occurrence, Profile } from '@plumbline/core';
import type { Json } from '../parameters.ts';
import { readWorkflow } from '../read-workflow.ts';
import { disclosureLine } from './disclosure-line.ts';
import { draftOf } from './draft.ts';
import { handOver } from './hand-over.ts';
import { optOutLine } from './opt-out-line.ts';
import type { Done, Repair } from './repair-kind.ts';
import { valueCheck } from './value-check.ts';

const repairs: Readonly<Record<string, Repair>> = {
  'require-human-escalation': handOver,
  'require-opt-out': optOutLine,
  'require-bot-disclosure': disclosureLine,
  'require-review-of-ai-message': valueCheck({ writtenBy: 'model' }),
  'require-contact-limit': valueCheck({}),
  'require-quiet-hours': valueCheck({}),
  'require-suppression': valueCheck({ purpose: 'marketing' }),
};

/** Checks whose faults a repair is known for. */
export const repairable: readonly string[] = Object.keys(repairs);

/** A fault of one check, as a finding gives it. */
export interface Fault {
  readonly check: string;
  readonly occurrence: Occurrence;
}

export interface Repaired {
  /** A new workflow; the one handed in is not touched. */
  readonly workflow: Json;
  readonly done: readonly (Done & { readonly fault: Fault })[];
}

const most = 50;

/**
 * Puts in what is missing, one fault after the other. `faultsOf` judges: it is asked again after every repair, so that
 * one part may mend several faults, and a repair that mended nothing is taken back. Nodes keep their places.
 */
export const repairWorkflow = (
  workflow: Json,
  profile: Profile,
  faultsOf: (flow: Flow) => readonly Fault[],
): Repaired => {
  const tried = new Set<string>();
  const done: Repaired['done'][number][] = [];
  let current = workflow;
  for (let round = 0; round < most; round += 1) {
    const read = readWorkflow(current);
    if (!read.ok) break;
    const faults = faultsOf(read.flow);
    const fault = faults.find(
      ({ check, occurrence }) => Object.hasOwn(repairs, check) && !tried.has(occurrence.key),
    );
    if (fault === undefined) break;
    tried.add(fault.occurrence.key);
    const draft = draftOf(current);
    const result = repairs[fault.check]?.(draft, read.flow, fault.occurrence, profile) ?? null;
    if (result === null) continue;
    const after = readWorkflow(draft.workflow);
    const left = after.ok ? faultsOf(after.flow) : faults;
    if (left.some(({ occurrence }) => occurrence.key === fault.occurrence.key)) continue;
    if (left.length >= faults.length) continue;
    current = draft.workflow;
    done.push({ ...result, fault });
  }
  return { workflow: current, done };
};
