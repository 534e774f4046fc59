import { type Neighbour, type Snapshot, said } from '@plumbline/core';
import type { ProfileVersion } from '@plumbline/store';
import type { Context } from '../context.ts';
import { assessed, type Overlaid } from '../judged-view.ts';
import { askedBy } from '../questions.ts';

/** Stands for a flow that could not even be looked at. */
const reading = 'reading';

const failedIn = ({ reading: read, answers }: Overlaid): readonly string[] => [
  ...(read?.result.ok === false ? [reading] : []),
  ...new Set(answers.flatMap(({ check, result }) => (result.ok ? [] : [check]))),
];

/** What is asked of every flow alike. */
export const askedOf = (profile: ProfileVersion): Pick<Snapshot, 'profile' | 'checks'> => ({
  profile: { version: profile.version, hash: profile.hash },
  checks: askedBy(profile).map(({ check, version, options }) => ({ check, version, options })),
});

/** What an evaluation of this flow stands on now, and what it says. */
export const snapshotOf = (kept: Overlaid, profile: ProfileVersion, leansOn: Neighbour[]): Snapshot => {
  const { fingerprint, closure, reader } = kept.head;
  return {
    fingerprint,
    closure,
    reader,
    ...askedOf(profile),
    leansOn,
    overlays: [...kept.added.held],
    ...said(profile.profile, assessed(kept, profile), failedIn(kept), kept.added.overlays),
  };
};

/** Tells one set of questions under one profile from another. */
export const askedHashOf = ({ hash }: Pick<Context, 'hash'>, profile: ProfileVersion): string =>
  hash(JSON.stringify(askedOf(profile)));
