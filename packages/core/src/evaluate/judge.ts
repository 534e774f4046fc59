import { checkById } from '../checks/registry.ts';
import { canonical, fingerprint, type Hash } from '../flow/fingerprint.ts';
import type { Flow } from '../flow/flow.ts';
import type { Derived, FlowKind } from '../flow/kind.ts';
import { type FlowView, type Surroundings, viewFlow } from '../flow/view.ts';
import type { Profile } from '../profile/schema.ts';
import { askedOptions } from './asked-options.ts';
import { type Assessment, assess } from './assess.ts';
import type { Finding } from './finding.ts';
import { noOverlays, type Overlays } from './overlays.ts';
import { runCheck } from './run-check.ts';

/** One question a profile asks of every flow: a check with its options. */
export interface ProfileQuestion {
  readonly check: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The questions of a profile, each once, however many commitments hang on it. */
export const questionsOf = (profile: Profile): readonly ProfileQuestion[] => {
  const questions = new Map<string, ProfileQuestion>();
  for (const value of profile.values) {
    for (const commitment of value.commitments) {
      for (const bound of commitment.checks) {
        const options = askedOptions(profile, bound);
        questions.set(`${bound.check}\n${canonical(options)}`, { check: bound.check, options });
      }
    }
  }
  return [...questions.values()];
};

/** Answers to `questions`, in their order. A question naming a check that does not exist gets no answer. */
export const findingsFor = (view: FlowView, questions: readonly ProfileQuestion[]): readonly Finding[] =>
  questions.flatMap((question) => {
    const check = checkById(question.check);
    return check === undefined ? [] : [runCheck(check, view, question.options)];
  });

export interface Judgement extends Assessment {
  readonly fingerprint: string;
  readonly kind: Derived<FlowKind>;
  readonly customerFacing: Derived<boolean | 'unknown'>;
}

/** The main job: holds one flow against one profile. Pure; the same input gives the same answer. */
export const judge = (
  flow: Flow,
  profile: Profile,
  hash: Hash,
  surroundings?: Surroundings,
  overlays: Overlays = noOverlays,
): Judgement => {
  const view = viewFlow(flow, surroundings);
  const findings = findingsFor(view, questionsOf(profile));
  return {
    fingerprint: fingerprint(flow, hash),
    kind: view.kind,
    customerFacing: view.customerFacing,
    ...assess(profile, view.kind.is, findings, overlays),
  };
};
