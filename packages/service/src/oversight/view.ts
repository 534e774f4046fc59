import { plainUpTo } from '@plumbline/core';
import type { Oversight, StoreView } from '@plumbline/store';
import { oversightKinds } from '@plumbline/store';
import { z } from 'zod';
import { pageOf } from '../business.ts';
import { type Context, now } from '../context.ts';
import { keptOf, overlaid } from '../judged-view.ts';
import { isOver } from './overlays.ts';

/** Milliseconds before its end from which a lapse is told of. */
export const soon = 14 * 24 * 60 * 60 * 1000;

export const oversightSchema = z
  .object({
    id: z.string(),
    kind: z.enum(oversightKinds),
    flow: z
      .object({ source: z.string(), id: z.string(), name: z.string().nullable() })
      .nullable()
      .meta({ description: 'null: of the whole business. Without a name: the flow was removed.' }),
    about: z.array(z.string()).meta({
      description: 'Keys of occurrences; of a practice its id; of a sign-off the fingerprint.',
    }),
    question: z.string().nullable().meta({ description: 'What was answered.' }),
    holds: z.boolean().nullable().meta({ description: 'Of an answer: the promise is kept there, or not.' }),
    by: z.string().meta({ description: 'The person who says so.' }),
    actor: z.string().meta({ description: 'The key it came with.' }),
    at: z.iso.datetime(),
    comment: z.string(),
    until: z.iso.datetime().nullable(),
    state: z.enum(['holds', 'lapses-soon', 'not-asked', 'lapsed', 'revoked']),
    why: z.string().nullable().meta({ description: 'Why it counts no more, or when it ends.' }),
  })
  .meta({
    id: 'Oversight',
    description: 'What somebody has added to what was found: sign-off, answer, waiver, practice.',
  });
export type OversightView = z.infer<typeof oversightSchema>;
export const oversightPageSchema = pageOf(oversightSchema).meta({ id: 'OversightPage' });

const aboutOf = (entry: Oversight): string[] => {
  switch (entry.kind) {
    case 'sign-off':
      return [entry.detail.snapshot.fingerprint];
    case 'attestation':
      return [entry.detail.key];
    case 'waiver':
      return entry.detail.places.map(({ key }) => key);
    case 'practice':
      return [entry.detail.practice];
  }
};

interface Around {
  /** Names of the flows that are there. */
  readonly names: ReadonlyMap<string, string>;
  /** Answers that no current version lets count, since what they speak of was changed. */
  readonly changed: ReadonlySet<string>;
  /** Answers to what is not asked in any current version. */
  readonly unasked: ReadonlySet<string>;
  /** Fingerprints of current versions by flow. */
  readonly prints: ReadonlyMap<string, ReadonlySet<string>>;
}

const flowKey = (source: string, id: string): string => JSON.stringify([source, id]);

const around = async (ctx: Context, view: StoreView, entries: readonly Oversight[]): Promise<Around> => {
  const names = new Map<string, string>();
  const prints = new Map<string, Set<string>>();
  const counts = new Set<string>();
  const changed = new Set<string>();
  const unasked = new Set<string>();
  const profile = await view.profile();
  const flows = entries.flatMap((each) => (each.kind === 'practice' ? [] : [each]));
  for (const source of new Set(flows.map((each) => each.source))) {
    const ids = flows.filter((each) => each.source === source).map((each) => each.flow);
    const heads = await view.heads(source, [...new Set(ids)]);
    for (const { head, added } of await overlaid(ctx, view, await keptOf(view, heads, profile))) {
      const key = flowKey(head.source, head.id);
      if (head.state === 'published' || !names.has(key)) names.set(key, head.name);
      prints.set(key, (prints.get(key) ?? new Set()).add(head.fingerprint));
      for (const { entry, lapsed } of added.entries)
        (lapsed === null ? counts : lapsed === 'not-asked' ? unasked : changed).add(entry.id);
    }
  }
  const idle = (ids: ReadonlySet<string>): Set<string> => new Set([...ids].filter((id) => !counts.has(id)));
  return { names, prints, changed: idle(changed), unasked: idle(unasked) };
};

const stateOf = (
  entry: Oversight,
  { names, prints, changed, unasked }: Around,
  at: Date,
): Pick<OversightView, 'state' | 'why'> => {
  if (entry.revokedAt !== null)
    return { state: 'revoked', why: `taken back on ${entry.revokedAt.slice(0, 10)}` };
  if (isOver(entry, at.toISOString()))
    return { state: 'lapsed', why: `its time was over on ${entry.until?.slice(0, 10) ?? ''}` };
  if (entry.kind !== 'practice') {
    const key = flowKey(entry.source, entry.flow);
    if (!names.has(key)) return { state: 'lapsed', why: 'the flow was removed' };
    if (changed.has(entry.id))
      return { state: 'lapsed', why: 'what it speaks of was changed since, so it has to be answered again' };
    if (unasked.has(entry.id))
      return {
        state: 'not-asked',
        why: 'nothing is asked there any more; should the same question come up again, it counts',
      };
    if (entry.kind === 'sign-off' && prints.get(key)?.has(entry.detail.snapshot.fingerprint) !== true)
      return { state: 'lapsed', why: 'the flow was changed since' };
  }
  const near = entry.until !== null && Date.parse(entry.until) - at.getTime() <= soon;
  return near
    ? { state: 'lapses-soon', why: `its time is over on ${entry.until?.slice(0, 10) ?? ''}` }
    : { state: 'holds', why: null };
};

/** Entries as they are shown, with whether they count by the clock of now. */
export const oversightViews = async (
  ctx: Context,
  view: StoreView,
  entries: readonly Oversight[],
): Promise<OversightView[]> => {
  const known = await around(ctx, view, entries);
  const at = new Date(now(ctx));
  return entries.map((entry) => ({
    id: entry.id,
    kind: entry.kind,
    flow:
      entry.kind === 'practice'
        ? null
        : {
            source: entry.source,
            id: entry.flow,
            name: known.names.get(flowKey(entry.source, entry.flow)) ?? null,
          },
    about: aboutOf(entry),
    question: entry.kind === 'attestation' ? plainUpTo(entry.detail.question, 500) : null,
    holds: entry.kind === 'attestation' ? entry.detail.holds : null,
    by: entry.by,
    actor: entry.actor,
    at: entry.at,
    comment: entry.words,
    until: entry.until,
    ...stateOf(entry, known, at),
  }));
};

/** One entry as it is shown. */
export const oversightView = async (
  ctx: Context,
  view: StoreView,
  entry: Oversight,
): Promise<OversightView> => {
  const [shown] = await oversightViews(ctx, view, [entry]);
  if (shown === undefined) throw new Error('nothing to show');
  return shown;
};
