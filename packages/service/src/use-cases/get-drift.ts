import { type Cause, changeWords, difference, type Snapshot } from '@plumbline/core';
import type { FlowHead, ProfileVersion, SignOff, StoreView, TrailEntry } from '@plumbline/store';
import { z } from 'zod';
import { businessIdSchema, pageInput } from '../business.ts';
import { type Call, type Context, now } from '../context.ts';
import { indicatorStates, indicatorWords } from '../drift/indicators.ts';
import type { Drift, DriftItem } from '../drift/view.ts';
import { isDone, keptOf, overlaid } from '../judged-view.ts';
import { valuesOf } from '../outcome/indicators.ts';
import { parseInput } from '../parse-input.ts';
import { askedBy } from '../questions.ts';
import { readIn } from '../scope.ts';
import { type Knowing, knowingFrom } from '../trail/known.ts';
import { leaningFor } from '../trail/leaning.ts';
import { snapshotOf } from '../trail/snapshot.ts';

export const getDriftInput = z.strictObject({
  business: businessIdSchema,
  ...pageInput,
  harmless: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: '`true`: also flows that changed without a promise being touched.' }),
});

/** Steps on the way that are shown. */
const mostSteps = 20;

interface Now {
  readonly head: FlowHead;
  readonly snapshot: Snapshot | null;
  readonly pending: boolean;
}

const said = ({ causes }: Pick<TrailEntry, 'causes'>): string => {
  const words = causes.map((cause: Cause) => cause.words).join('; ');
  return words === '' ? 'something changed' : words;
};

/** How this flow stands now; the trail answers while it is judged anew. */
const nowOf = async (
  ctx: Context,
  view: StoreView,
  source: string,
  id: string,
  profile: ProfileVersion | undefined,
): Promise<Now | null> => {
  const heads = await view.heads(source, [id]);
  const head = heads.find(({ state }) => state === 'published') ?? heads[0];
  if (head === undefined) return null;
  const [last] = await view.lastNoted([head]);
  if (profile !== undefined) {
    const [kept] = await overlaid(ctx, view, await keptOf(view, [head], profile));
    if (kept !== undefined && isDone(kept, askedBy(profile).length)) {
      const leaning = await leaningFor(view, [head], () => last);
      return { head, snapshot: snapshotOf(kept, profile, leaning.get(head) ?? []), pending: false };
    }
  }
  return { head, snapshot: last?.snapshot ?? null, pending: true };
};

const stepsSince = async (view: StoreView, signed: SignOff): Promise<DriftItem['steps']> => {
  const trail = await view.trail({ source: signed.source, id: signed.flow }, { limit: mostSteps });
  return trail
    .filter(({ at, harmless, number }) => at > signed.at && !harmless && number > 1)
    .map((entry) => ({ id: entry.entry, at: entry.at, direction: entry.direction, words: said(entry) }))
    .reverse();
};

const itemFor = async (
  ctx: Context,
  view: StoreView,
  signed: SignOff,
  profile: ProfileVersion | undefined,
  knowing: Knowing | null,
): Promise<DriftItem | null> => {
  const { source, flow: id, detail } = signed;
  const before = detail.snapshot;
  const current = await nowOf(ctx, view, source, id, profile);
  const signedOff = {
    id: signed.id,
    by: signed.by,
    at: signed.at,
    fingerprint: before.fingerprint,
    profile: before.profile.version,
    standing: before.standing,
  };
  if (current === null) {
    const words = 'the flow was removed';
    const cause: Cause = { kind: 'flow', words, flow: null, diff: null, about: [] };
    return {
      flow: { source, id, name: null, state: null },
      signedOff,
      now: null,
      change: null,
      causes: [cause],
      words: 'The flow was removed.',
      steps: [],
    };
  }
  const { head, snapshot, pending } = current;
  if (snapshot === null || knowing === null) return null;
  const known = await knowing.between({ source, id }, before, snapshot, now(ctx));
  const drifted = difference(before, snapshot, known);
  if (drifted.causes.length === 0 && drifted.change.harmless) return null;
  return {
    flow: { source, id, name: head.name, state: head.state },
    signedOff,
    now: {
      fingerprint: snapshot.fingerprint,
      profile: snapshot.profile.version,
      standing: snapshot.standing,
      pending,
    },
    change: drifted.change,
    causes: drifted.causes,
    words: changeWords(drifted),
    steps: await stepsSince(view, signed),
  };
};

/** Of these sign-offs those that are the latest of their flow. */
const latestOf = async (view: StoreView, page: readonly SignOff[]): Promise<readonly SignOff[]> => {
  const flows = page.map(({ source, flow }) => ({ source, id: flow }));
  const latest = new Map<string, string>();
  for (const each of await view.oversightOf(flows, ['sign-off'])) {
    if (each.kind === 'sign-off') latest.set(JSON.stringify([each.source, each.flow]), each.id);
  }
  return page.filter(({ id, source, flow }) => latest.get(JSON.stringify([source, flow])) === id);
};

const indicatorsOf = async (ctx: Context, view: StoreView): Promise<Drift['indicators']> =>
  (await indicatorStates(ctx, view)).flatMap((state) => {
    const { is, point, band } = state.latest;
    if (is === 'inside') return [];
    const values = [...valuesOf(state.indicator)];
    const words = indicatorWords(state);
    return [{ indicator: state.indicator, values, is, ...point, ...band, words }];
  });

/**
 * Flows that differ from what the owner signed off, with the causes in plain words, those signed off last first; a page
 * may hold fewer than asked for. Indicators outside their usual band stand beside them. Needs `read`.
 */
export const getDrift = async ({ ctx, input }: Call<z.input<typeof getDriftInput>>): Promise<Drift> => {
  const { business, limit, after, harmless } = parseInput(getDriftInput, input);
  return readIn(ctx, business, 'read', async (view) => {
    const profile = await view.profile();
    const knowing = profile === undefined ? null : knowingFrom(view, profile);
    const page = (await view.oversight({ limit, after, kind: 'sign-off', standing: true })).filter(
      (each) => each.kind === 'sign-off',
    );
    const items: DriftItem[] = [];
    for (const signed of await latestOf(view, page)) {
      const item = await itemFor(ctx, view, signed, profile, knowing);
      if (item === null || (item.change?.harmless === true && harmless === 'false')) continue;
      items.push(item);
    }
    const last = page.length < limit ? undefined : page.at(-1);
    return {
      items,
      next: last?.id ?? null,
      indicators: after === undefined ? await indicatorsOf(ctx, view) : [],
    };
  });
};
