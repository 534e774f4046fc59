import type { Assessment, Explained } from '../evaluate/assess.ts';
import { type Occurrence, questionOf } from '../evaluate/finding.ts';
import type { Gist } from '../evaluate/gist.ts';
import { isWaived, type Overlays } from '../evaluate/overlays.ts';
import type { Commitment, Profile } from '../profile/schema.ts';
import type { Said, SnapshotPlace } from './snapshot.ts';

const places = (
  profile: Profile,
  findings: readonly Explained<Gist>[],
  verdict: Occurrence['verdict'],
  overlays: Overlays,
): SnapshotPlace[] => {
  const commitments = new Map<string, Commitment>(
    profile.values.flatMap((value) => value.commitments.map((each) => [each.id, each] as const)),
  );
  const found: SnapshotPlace[] = [];
  for (const finding of findings) {
    for (const occurrence of finding.occurrences) {
      if (occurrence.verdict !== verdict) continue;
      for (const { value, commitment: id, enforcement } of finding.because) {
        const commitment = commitments.get(id);
        found.push({
          key: occurrence.key,
          check: finding.check,
          value,
          commitment: id,
          enforcement,
          evidence: occurrence.evidence,
          message: occurrence.message,
          question: verdict === 'unknown' ? questionOf(occurrence) : null,
          waived: commitment !== undefined && isWaived(finding, occurrence, commitment, overlays),
        });
      }
    }
  }
  return found;
};

/** What an assessment says, in the form that is kept and compared. `failed` are checks that failed on our side. */
export const said = (
  profile: Profile,
  { standing, cells, findings }: Assessment<Gist>,
  failed: readonly string[],
  overlays: Overlays,
): Said => ({
  standing,
  cells: cells.map(({ value, label }) => ({ value, label })),
  faults: places(profile, findings, 'fail', overlays),
  questions: places(profile, findings, 'unknown', overlays),
  failed: [...failed].sort(),
});
