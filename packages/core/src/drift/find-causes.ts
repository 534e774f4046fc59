import type { PromiseChange } from './compare-profiles.ts';
import type { FlowDiff } from './flow-diff.ts';
import type { AskedCheck, Held, Neighbour, Snapshot } from './snapshot.ts';
import type { Cause } from './transition.ts';
import { diffWords, listedWords, quoted } from './words.ts';

/** What is known beside two snapshots about why they differ. */
export interface Known {
  readonly at: string;
  /** How it stood when it was taken away, if it was: what is different since then is named as well. */
  readonly takenAway?: Snapshot;
  /** What was done to the flow itself; null where a version is not kept any more. */
  readonly diff: FlowDiff | null;
  /** The same for other flows, by id. */
  readonly neighbourDiffs: ReadonlyMap<string, FlowDiff>;
  readonly promises: readonly PromiseChange[];
  /** Ids of overlays that somebody took back. */
  readonly revoked: ReadonlySet<string>;
  /** Title of a check. */
  readonly titleOf: (check: string) => string;
}

const cause = (kind: Cause['kind'], words: string, more: Partial<Cause> = {}): Cause => ({
  kind,
  words,
  flow: null,
  diff: null,
  about: [],
  ...more,
});

const neighbourKind: Readonly<Record<Neighbour['as'], Cause['kind']>> = {
  'sub-flow': 'sub-flow',
  'error-flow': 'error-flow',
  conversation: 'conversation',
};
const neighbourWords: Readonly<Record<Neighbour['as'], string>> = {
  'sub-flow': 'which it calls',
  'error-flow': 'which takes its failures',
  conversation: 'which answers the same conversation',
};

const neighbourCauses = (before: Snapshot, after: Snapshot, { neighbourDiffs }: Known): readonly Cause[] => {
  const old = new Map(before.leansOn.map((each) => [each.id, each]));
  const fresh = new Map(after.leansOn.map((each) => [each.id, each]));
  const found: Cause[] = [];
  for (const [id, is] of fresh) {
    const was = old.get(id);
    if (was?.fingerprint === is.fingerprint) continue;
    const diff = neighbourDiffs.get(id) ?? null;
    const what =
      was === undefined
        ? 'is leaned on now'
        : diff === null
          ? 'was changed'
          : `was changed: ${diffWords(diff)}`;
    found.push(
      cause(neighbourKind[is.as], `the flow ${quoted(is.name)}, ${neighbourWords[is.as]}, ${what}`, {
        flow: { id, name: is.name },
        diff,
      }),
    );
  }
  for (const [id, was] of old) {
    if (fresh.has(id)) continue;
    found.push(
      cause(
        neighbourKind[was.as],
        `the flow ${quoted(was.name)}, ${neighbourWords[was.as]}, is gone or not used any more`,
        {
          flow: { id, name: was.name },
        },
      ),
    );
  }
  return found;
};

const checkText = ({ check, options }: AskedCheck): string => `${check}\n${options}`;

const checkCauses = (before: Snapshot, after: Snapshot, { titleOf }: Known): readonly Cause[] => {
  const old = new Map(before.checks.map((each) => [checkText(each), each.version]));
  const changed = after.checks.filter((each) => {
    const was = old.get(checkText(each));
    return was !== undefined && was !== each.version;
  });
  const ids = [...new Set(changed.map(({ check }) => check))];
  if (ids.length === 0) return [];
  const titles = listedWords(ids.map((id) => `“${titleOf(id)}”`));
  return [cause('checks', `Plumbline looks more closely now at ${titles}`, { about: ids })];
};

const promiseCauses = (before: Snapshot, after: Snapshot, { promises }: Known): readonly Cause[] => {
  if (before.profile.hash === after.profile.hash) return [];
  if (promises.length === 0) return [cause('profile', 'the values profile was changed')];
  return promises.map(({ words, commitment }) => cause('profile', words, { about: [commitment] }));
};

const day = (time: string): string => time.slice(0, 10);

const lapseWords = (held: Held, { at, revoked }: Known): string => {
  const what = held.kind === 'waiver' ? 'the waiver' : 'the answer';
  if (revoked.has(held.id)) return `${what} of ${quoted(held.by)} was taken back`;
  if (held.until !== null && held.until <= at)
    return `${what} of ${quoted(held.by)} ran out on ${day(held.until)}`;
  return held.kind === 'waiver'
    ? `what ${quoted(held.by)} accepted is not there any more`
    : `what ${quoted(held.by)} had vouched for was changed, so it has to be answered again`;
};

const overlayCauses = (before: Snapshot, after: Snapshot, known: Known): readonly Cause[] => {
  const old = new Set(before.overlays.map(({ id }) => id));
  const fresh = new Set(after.overlays.map(({ id }) => id));
  const lapsed = before.overlays.filter(({ id }) => !fresh.has(id));
  const given = after.overlays.filter(({ id }) => !old.has(id));
  return [
    ...lapsed.map((held) => cause(`${held.kind}-lapsed`, lapseWords(held, known), { about: [held.about] })),
    ...given.map((held) =>
      cause(
        `${held.kind}-given`,
        held.kind === 'waiver'
          ? `${quoted(held.by)} accepted a fault until ${day(held.until ?? '')}`
          : `${quoted(held.by)} answered a question`,
        { about: [held.about] },
      ),
    ),
  ];
};

/**
 * Why an evaluation differs from the one before, everything that its basis differs in: what people did to the flow first.
 * Pure: the same snapshots and the same knowledge give the same causes.
 */
export const findCauses = (before: Snapshot | null, after: Snapshot, known: Known): readonly Cause[] => {
  if (before === null) {
    const { takenAway, ...rest } = known;
    return takenAway === undefined
      ? [cause('first', 'it was judged for the first time')]
      : [cause('returned', 'it is back after it had been taken away'), ...findCauses(takenAway, after, rest)];
  }
  const found: Cause[] = [];
  if (before.fingerprint !== after.fingerprint && before.reader === after.reader) {
    const words = known.diff === null ? 'the flow was changed' : diffWords(known.diff);
    found.push(cause('flow', words, { diff: known.diff }));
  }
  found.push(
    ...neighbourCauses(before, after, known),
    ...overlayCauses(before, after, known),
    ...promiseCauses(before, after, known),
    ...checkCauses(before, after, known),
  );
  if (before.reader !== after.reader)
    found.push(cause('reader', 'Plumbline reads more of this flow than before'));
  const failed = after.failed.filter((check) => !before.failed.includes(check));
  if (failed.length > 0)
    found.push(cause('fault', 'judging it failed on the side of Plumbline', { about: failed }));
  return found;
};
