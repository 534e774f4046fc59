import type { Explained, Finding, Occurrence } from '@plumbline/core';
import type { FlowHead, ProfileVersion, StoreView } from '@plumbline/store';
import type { Context } from '../context.ts';
import { assessed, isDone, keptInFull, type Overlaid, overlaid } from '../judged-view.ts';
import { notFound, Problem } from '../problem.ts';
import { askedBy } from '../questions.ts';
import { nothingAdded } from './overlays.ts';

export const stillJudged = (): Problem =>
  new Problem('not-judged', 'It is still being judged. Try again in a moment.');

/** What somebody looked at is not what stands there now. */
export const lookedAtAnother = (): Problem =>
  new Problem('precondition-failed', 'What you looked at is not what stands there now.');

/** The current versions of one flow, what runs first, with the profile they are held against. */
export interface Standing {
  readonly profile: ProfileVersion;
  readonly versions: readonly Overlaid<Finding>[];
  /** Current versions of which nothing can be said yet. */
  readonly pending: readonly FlowHead[];
}

/** Throws `not-found` where there is no such flow, `not-judged` where nothing can be said of it yet. */
export const standingOf = async (
  ctx: Context,
  view: StoreView,
  source: string,
  id: string,
): Promise<Standing> => {
  const heads = await view.heads(source, [id]);
  if (heads.length === 0) throw notFound('flow');
  const profile = await view.profile();
  if (profile === undefined)
    throw new Problem('not-judged', 'There is no values profile to hold it against.');
  const order = [...heads].sort((a) => (a.state === 'published' ? -1 : 1));
  const kept = await keptInFull(view, order, profile);
  const done = kept.filter((each) => isDone(each, askedBy(profile).length));
  if (done.length === 0) throw stillJudged();
  const pending = kept.filter((each) => !done.includes(each)).map(({ head }) => head);
  return { profile, pending, versions: await overlaid(ctx, view, done) };
};

/**
 * Only the versions that were looked at; all of them where that is not said. Throws `precondition-failed` where none is
 * there any more.
 */
export const lookedAt = (standing: Standing, closure: string | undefined): Standing => {
  if (closure === undefined) return standing;
  const versions = standing.versions.filter(({ head }) => head.closure === closure);
  const pending = standing.pending.filter((head) => head.closure === closure);
  if (versions.length > 0) return { ...standing, versions, pending };
  throw pending.length > 0 ? stillJudged() : lookedAtAnother();
};

export interface Found {
  readonly version: Overlaid<Finding>;
  readonly finding: Explained;
  readonly occurrence: Occurrence;
}

/**
 * Places with this key and verdict in the versions of a flow, each question once; with `commitment` only where that asks.
 * `asFound`: as the checks say, without the answers of people.
 */
export const placesWith = (
  { profile, versions }: Standing,
  key: string,
  verdict: 'fail' | 'unknown',
  { commitment, asFound = false }: { readonly commitment?: string | undefined; readonly asFound?: boolean },
): readonly Found[] => {
  const found = new Map<string, Found>();
  for (const version of versions) {
    const seen = asFound ? { ...version, added: nothingAdded } : version;
    for (const finding of assessed(seen, profile).findings) {
      if (commitment !== undefined && !finding.because.some((each) => each.commitment === commitment))
        continue;
      const occurrence = finding.occurrences.find((each) => each.key === key && each.verdict === verdict);
      const question = `${finding.check}\n${finding.options}`;
      if (occurrence !== undefined && !found.has(question))
        found.set(question, { version, finding, occurrence });
    }
  }
  return [...found.values()];
};
