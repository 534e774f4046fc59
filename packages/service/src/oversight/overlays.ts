import {
  type Gist,
  type Held,
  noOverlays,
  type Occurrence,
  type Overlays,
  placeOf,
  questionOf,
} from '@plumbline/core';
import type { Answer, Attestation, Oversight, StoreView, Waiver } from '@plumbline/store';
import { type Context, now } from '../context.ts';
import { partOf, type Version } from './parts.ts';

/** What people have added to one version of a flow, as it counts now. */
export interface OnFlow {
  readonly overlays: Overlays;
  /** What is in force, for the trail. */
  readonly held: readonly Held[];
  /** What was not taken back, with the reason where it does not count. */
  readonly entries: readonly Counted[];
}

export interface Counted {
  readonly entry: Attestation | Waiver;
  /** `not-asked`: it would count, but its question is not put there any more. */
  readonly lapsed: 'time' | 'changed' | 'not-asked' | null;
}

/** A version of a flow with what was found about it. */
export interface Judgeable extends Version {
  readonly answers: readonly Answer<Gist>[];
}

export const nothingAdded: OnFlow = { overlays: noOverlays, held: [], entries: [] };

/** Its time is over at that very moment, and stays so where the clock is set back afterwards. */
export const isOver = (
  { until, lapseToldAt }: Pick<Oversight, 'until' | 'lapseToldAt'>,
  at: string,
): boolean => lapseToldAt !== null || (until !== null && until <= at);

const findingOf = ({ answers }: Judgeable, check: string, options: string): [Gist, number] | undefined => {
  const answer = answers.find((each) => each.check === check && each.options === options);
  return answer?.result.ok === true ? [answer.result.finding, answer.version] : undefined;
};

/** The question it answered is still put, at this place; undefined where nothing is asked there any more. */
const openPlace = (
  version: Judgeable,
  { key, check, options }: Attestation['detail'],
): { readonly occurrence: Occurrence; readonly checkVersion: number } | undefined => {
  const found = findingOf(version, check, options);
  if (found === undefined) return undefined;
  const [finding, checkVersion] = found;
  for (const occurrence of finding.occurrences)
    if (occurrence.key === key && occurrence.verdict === 'unknown') return { occurrence, checkVersion };
  return undefined;
};

/**
 * Why an answer does not count: what it spoke of has changed since, the steps there or what is asked of them; or the
 * check has been asked and puts no question there.
 */
const lapseOf = async (
  ctx: Pick<Context, 'hash'>,
  view: StoreView,
  version: Judgeable,
  { detail }: Attestation,
): Promise<'changed' | 'not-asked' | null> => {
  const place = openPlace(version, detail);
  if (place === undefined)
    return findingOf(version, detail.check, detail.options) === undefined ? null : 'not-asked';
  const question = questionOf(place.occurrence);
  // A newer check may word the same question better.
  if (place.checkVersion === detail.checkVersion && question !== detail.question) return 'changed';
  const part = await partOf(ctx.hash, view, version, detail.options, place.occurrence);
  return part === detail.part ? null : 'changed';
};

const heldOf = (entry: Attestation | Waiver): Held => ({
  id: entry.id,
  kind: entry.kind,
  about: entry.kind === 'attestation' ? entry.detail.key : (entry.detail.places[0]?.key ?? ''),
  by: entry.by,
  until: entry.until,
});

const onOne = async (
  ctx: Pick<Context, 'hash'>,
  view: StoreView,
  version: Judgeable,
  entries: readonly (Attestation | Waiver)[],
  practices: ReadonlySet<string>,
  at: string,
): Promise<OnFlow> => {
  const waived = new Set<string>();
  const attested = new Map<string, { readonly holds: boolean; readonly by: string }>();
  const counted: Counted[] = [];
  for (const entry of entries) {
    if (isOver(entry, at)) {
      counted.push({ entry, lapsed: 'time' });
    } else if (entry.kind === 'waiver') {
      for (const place of entry.detail.places) waived.add(placeOf(place, place));
      counted.push({ entry, lapsed: null });
    } else {
      const lapsed = await lapseOf(ctx, view, version, entry);
      // Of two answers to one question the later counts.
      if (lapsed === null)
        attested.set(placeOf(entry.detail, entry.detail), { holds: entry.detail.holds, by: entry.by });
      counted.push({ entry, lapsed });
    }
  }
  return {
    overlays: { waived, attested, attestedPractices: practices },
    // That nothing is asked there any more is no loss: whatever came instead is told of by itself.
    held: counted.flatMap(({ entry, lapsed }) =>
      lapsed === null || lapsed === 'not-asked' ? [heldOf(entry)] : [],
    ),
    entries: counted,
  };
};

/** Ids of practices that somebody vouches for now. */
const practicesNow = async (view: StoreView, at: string): Promise<ReadonlySet<string>> =>
  new Set((await view.practices()).flatMap((each) => (isOver(each, at) ? [] : [each.detail.practice])));

/**
 * What people have added to these versions, by the clock of now: nothing of it is kept with the findings. An answer
 * counts as long as the part of the flow it speaks of is as it was.
 */
export const overlaysOn = async (
  ctx: Pick<Context, 'hash' | 'clock'>,
  view: StoreView,
  versions: readonly Judgeable[],
): Promise<readonly OnFlow[]> => {
  if (versions.length === 0) return [];
  const at = now(ctx);
  const practices = await practicesNow(view, at);
  const byFlow = new Map<string, (Attestation | Waiver)[]>();
  const keyOf = (source: string, id: string): string => JSON.stringify([source, id]);
  for (const entry of await view.oversightOf(versions, ['attestation', 'waiver'])) {
    if (entry.kind !== 'attestation' && entry.kind !== 'waiver') continue;
    const key = keyOf(entry.source, entry.flow);
    const list = byFlow.get(key);
    if (list === undefined) byFlow.set(key, [entry]);
    else list.push(entry);
  }
  const results: OnFlow[] = [];
  for (const version of versions) {
    const entries = byFlow.get(keyOf(version.source, version.id)) ?? [];
    results.push(await onOne(ctx, view, version, entries, practices, at));
  }
  return results;
};
