import { checksVersion } from '../checks/registry.ts';
import { standings } from '../evaluate/assess.ts';
import type { Verdict } from '../evaluate/finding.ts';
import type { Judgement } from '../evaluate/judge.ts';
import type { Hash } from '../flow/fingerprint.ts';
import type { Flow } from '../flow/flow.ts';
import { profileHash } from '../profile/parse.ts';
import type { Profile } from '../profile/schema.ts';
import type { CheckReport, FileError, FlowReport } from './check-report.ts';

/** One judged flow as other tools read it. */
export const flowReport = (file: string, flow: Flow, judged: Judgement): FlowReport => ({
  file,
  id: flow.id,
  name: flow.name,
  fingerprint: judged.fingerprint,
  kind: judged.kind.is,
  customerFacing: judged.customerFacing.is,
  standing: judged.standing,
  findings: judged.findings.map(({ check, verdict, evidence, because, occurrences }) => ({
    check,
    verdict,
    evidence,
    because: [...because],
    occurrences: [...occurrences],
  })),
  cells: judged.cells.map((cell) => ({ ...cell, adjustments: [...cell.adjustments] })),
});

/** The whole report, with its counts. */
export const checkReport = (
  profile: Profile,
  flows: readonly FlowReport[],
  errors: readonly FileError[],
  skipped: number,
  hash: Hash,
): CheckReport => {
  const byStanding = Object.fromEntries(standings.map((each) => [each, 0])) as Record<
    (typeof standings)[number],
    number
  >;
  const byVerdict: Record<Verdict, number> = { pass: 0, fail: 0, unknown: 0, 'not-applicable': 0 };
  for (const flow of flows) {
    byStanding[flow.standing] += 1;
    for (const finding of flow.findings) byVerdict[finding.verdict] += 1;
  }
  return {
    version: 1,
    profile: { name: profile.name, version: profile.version, hash: profileHash(profile, hash) },
    checks: { version: checksVersion },
    flows: [...flows],
    errors: [...errors],
    summary: {
      flows: flows.length,
      skipped,
      errors: errors.length,
      standings: byStanding,
      verdicts: byVerdict,
    },
  };
};
