import {
  builtInProfile,
  type CheckReport,
  checkReport,
  type Flow,
  flowReport,
  type Hash,
  judge,
  parseProfile,
} from '@plumbline/core';
import { readWorkflow, workflowsIn } from '@plumbline/n8n';
import { z } from 'zod';
import { parseInput } from '../parse-input.ts';
import { Problem } from '../problem.ts';

export const checkWorkflowInput = z
  .strictObject({
    workflow: z.unknown().meta({ description: 'A workflow as n8n exports it, or several in a list.' }),
    profile: z
      .unknown()
      .optional()
      .meta({ description: 'A values profile; without one every check is asked, at `warn`.' }),
  })
  .meta({ id: 'CheckWorkflow' });

/**
 * Judges workflows against a profile and keeps nothing. Several are judged beside each other: sub-flows are found by
 * id. Needs nothing but the hash. Throws `no-workflow` and `invalid-profile`.
 */
export const checkWorkflow = ({
  ctx,
  input,
}: {
  readonly ctx: { readonly hash: Hash };
  readonly input: z.input<typeof checkWorkflowInput>;
}): CheckReport => {
  const { workflow, profile: given } = parseInput(checkWorkflowInput, input);
  const parsed = given === undefined ? { ok: true as const, profile: builtInProfile() } : parseProfile(given);
  if (!parsed.ok) {
    const first = parsed.problems[0];
    throw new Problem(
      'invalid-profile',
      first === undefined ? 'It has faults.' : `${first.path}: ${first.message}`,
      parsed.problems,
    );
  }
  const found = workflowsIn(workflow);
  const flows: Flow[] = [];
  for (const each of found) {
    const read = readWorkflow(each);
    if (!read.ok) throw new Problem('no-workflow', read.message);
    flows.push(read.flow);
  }
  if (flows.length === 0)
    throw new Problem('no-workflow', 'There is no list of `nodes` with `connections` in `workflow`.');
  const byId = new Map(flows.flatMap((flow) => (flow.id === null ? [] : [[flow.id, flow] as const])));
  const surroundings = { find: (id: string) => byId.get(id), flows };
  const reports = flows.map((flow) =>
    flowReport('workflow', flow, judge(flow, parsed.profile, ctx.hash, surroundings)),
  );
  return checkReport(parsed.profile, reports, [], 0, ctx.hash);
};
