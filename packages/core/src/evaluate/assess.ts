import { canonical } from '../flow/fingerprint.ts';
import type { FlowKind } from '../flow/kind.ts';
import type { Commitment, Enforcement, Profile } from '../profile/schema.ts';
import { askedOptions } from './asked-options.ts';
import { evidenceFor, type Finding, questionOf, type Verdict, worst } from './finding.ts';
import type { Gist } from './gist.ts';
import { isWaived, noOverlays, type Overlays, withAnswers } from './overlays.ts';

export const cellLabels = ['compromises', 'unknown', 'enhances', 'upholds', 'not-touched'] as const;
/** How one flow stands to one value (design.md, "How the labels follow"). */
export type CellLabel = (typeof cellLabels)[number];

export const standings = ['not-assessed', 'blocked', 'needs-adjustment', 'needs-answers', 'aligned'] as const;
/** How one flow stands to the whole profile. */
export type Standing = (typeof standings)[number];

export interface Because {
  readonly value: string;
  readonly commitment: string;
  readonly enforcement: Enforcement;
  readonly onUnknown: Commitment['onUnknown'];
}

/** A finding, or its gist, read back up the chain: which commitments asked for it. */
export type Explained<Found extends Gist = Finding> = Found & {
  readonly because: readonly Because[];
};

export interface Cell {
  readonly value: string;
  readonly label: CellLabel;
  readonly adjustments: readonly string[];
}

export interface Assessment<Found extends Gist = Finding> {
  readonly standing: Standing;
  readonly findings: readonly Explained<Found>[];
  readonly cells: readonly Cell[];
}

const findingKey = (check: string, options: string): string => `${check}\n${options}`;

/** A finding's verdict once waived occurrences are left out, and how what is left is known. */
const remaining = (
  finding: Gist,
  commitment: Commitment,
  overlays: Overlays,
): Pick<Gist, 'verdict' | 'evidence'> => {
  const open = finding.occurrences.filter((each) => !isWaived(finding, each, commitment, overlays));
  if (open.length === finding.occurrences.length) return finding;
  const left = worst(open.map((each) => each.verdict));
  // What was accepted was asked: it does not become a question that is not about this flow.
  const verdict = left === 'not-applicable' ? 'pass' : left;
  return { verdict, evidence: evidenceFor(verdict, open) };
};

const cellLabel = (verdicts: readonly Verdict[], serves: boolean): CellLabel => {
  if (verdicts.includes('fail')) return 'compromises';
  if (verdicts.includes('unknown')) return 'unknown';
  if (serves) return 'enhances';
  return verdicts.includes('pass') ? 'upholds' : 'not-touched';
};

const standingRank = (standing: Standing): number => standings.length - standings.indexOf(standing);

const standingOf = (
  { verdict, evidence }: Pick<Finding, 'verdict' | 'evidence'>,
  enforcement: Enforcement,
): Standing => {
  if (enforcement === 'observe') return 'aligned';
  // Evidence that is only inferred never blocks by itself.
  if (verdict === 'fail')
    return enforcement === 'block' && evidence !== 'inferred' ? 'blocked' : 'needs-adjustment';
  return verdict === 'unknown' ? 'needs-answers' : 'aligned';
};

/**
 * Lays a profile and what people have added over the findings of one flow: cells, standing, and for each finding the
 * commitments it hangs on. `found` must hold an answer to everything the profile asks, be it the gist of it; what is
 * missing leaves the flow `not-assessed`.
 */
export const assess = <Found extends Gist>(
  profile: Profile,
  kind: FlowKind,
  found: readonly Found[],
  overlays: Overlays = noOverlays,
): Assessment<Found> => {
  const findings = found.map((finding) => withAnswers(finding, overlays));
  const byQuestion = new Map(
    findings.map((finding) => [findingKey(finding.check, finding.options), finding]),
  );
  const because = new Map<Found, Because[]>();
  const cells: Cell[] = [];
  let standing: Standing = 'aligned';
  let asked = 0;
  let missing = false;
  for (const value of profile.values) {
    const verdicts: Verdict[] = [];
    // What to change comes first, then what to answer, then what people have to vouch for.
    const changes = new Set<string>();
    const questions = new Set<string>();
    const practices = new Set<string>();
    let serves = false;
    for (const commitment of value.commitments) {
      let touched = commitment.checks.length === 0;
      for (const bound of commitment.checks) {
        asked += 1;
        const finding = byQuestion.get(findingKey(bound.check, canonical(askedOptions(profile, bound))));
        if (finding === undefined) {
          // Not answered yet: the cell must not be judged by the rest alone.
          missing = true;
          verdicts.push('unknown');
          continue;
        }
        const links = because.get(finding) ?? [];
        const { id, enforcement, onUnknown } = commitment;
        links.push({ value: value.id, commitment: id, enforcement, onUnknown });
        because.set(finding, links);
        const left = remaining(finding, commitment, overlays);
        verdicts.push(left.verdict);
        touched ||= left.verdict !== 'not-applicable';
        for (const each of finding.occurrences) {
          serves ||= each.serves === true && each.verdict === 'pass';
          if (isWaived(finding, each, commitment, overlays)) continue;
          if (each.verdict === 'fail') changes.add(each.adjustment ?? each.message);
          else if (each.verdict === 'unknown') questions.add(questionOf(each));
        }
        const next = standingOf(left, commitment.enforcement);
        if (standingRank(next) > standingRank(standing)) standing = next;
      }
      for (const practice of touched ? commitment.practices : []) {
        const concerns = practice.appliesTo.length === 0 || practice.appliesTo.includes(kind);
        if (concerns && !overlays.attestedPractices.has(practice.id))
          practices.add(`${practice.title} (practice)`);
      }
    }
    const label = cellLabel(verdicts, serves);
    const adjustments = label === 'not-touched' ? [] : [...changes, ...questions, ...practices];
    cells.push({ value: value.id, label, adjustments });
  }
  return {
    standing: missing || asked === 0 ? 'not-assessed' : standing,
    findings: findings
      .filter((each) => because.has(each))
      .map((each) => ({ ...each, because: because.get(each) ?? [] })),
    cells,
  };
};
