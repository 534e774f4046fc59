import { type Notice, placeOf, plainUpTo } from '@plumbline/core';
import type { Oversight, StoreTransaction, StoreView } from '@plumbline/store';
import { announce } from '../alerts/announce.ts';
import { type Context, now } from '../context.ts';
import { changeIn, readIn } from '../scope.ts';
import { noteEvaluations } from '../trail/note.ts';
import { isOver } from './overlays.ts';
import { soon } from './view.ts';

const atOnce = 500;

/** When its lapse is told of: two weeks ahead, or in the last quarter of what holds for a shorter time. */
const warnsAt = ({ at, until }: Oversight): number => {
  const end = Date.parse(until ?? '');
  return end - Math.min(soon, (end - Date.parse(at)) / 4);
};

/** What an entry speaks of, to see whether another one says the same for longer. */
const subjectsOf = (entry: Oversight): readonly string[] => {
  switch (entry.kind) {
    case 'practice':
      return [`practice ${entry.detail.practice}`];
    case 'attestation':
      return [`answer ${JSON.stringify([entry.source, entry.flow])} ${placeOf(entry.detail, entry.detail)}`];
    case 'waiver':
      return entry.detail.places.map(
        (place) => `waiver ${JSON.stringify([entry.source, entry.flow])} ${placeOf(place, place)}`,
      );
    case 'sign-off':
      return [];
  }
};

/** Somebody has said the same for a later time already. */
const isRenewed = async (view: StoreView, entry: Oversight): Promise<boolean> => {
  const others =
    entry.kind === 'practice'
      ? await view.practices()
      : await view.oversightOf([{ source: entry.source, id: entry.flow }], [entry.kind]);
  const later = others.filter(
    ({ id, until }) => id !== entry.id && (until === null || until > (entry.until ?? '')),
  );
  const covered = new Set(later.flatMap(subjectsOf));
  return subjectsOf(entry).every((subject) => covered.has(subject));
};

const whatOf = (entry: Oversight, title: string): string => {
  const by = `\`${plainUpTo(entry.by, 60)}\``;
  if (entry.kind === 'practice') return `what ${by} vouched for, “${title}”,`;
  return entry.kind === 'waiver' ? `the waiver of ${by}` : `the answer of ${by}`;
};

const noticeOf = async (
  view: StoreView,
  entry: Oversight,
  what: 'lapses-soon' | 'lapsed',
  at: string,
): Promise<Notice> => {
  const profile = await view.profile();
  const practice = entry.kind === 'practice' ? entry.detail.practice : '';
  const title =
    profile?.profile.values
      .flatMap(({ commitments }) => commitments.flatMap(({ practices }) => practices))
      .find(({ id }) => id === practice)?.title ?? practice;
  const heads = entry.kind === 'practice' ? [] : await view.heads(entry.source, [entry.flow]);
  const day = entry.until?.slice(0, 10) ?? '';
  const kind = entry.kind === 'practice' ? 'practice' : entry.kind === 'waiver' ? 'waiver' : 'attestation';
  return {
    about: 'business',
    id: `${what}:${entry.id}`,
    what,
    at,
    direction: what === 'lapsed' ? 'worse' : 'same',
    flows: heads.map(({ source, id, state, name }) => ({ source, id, state, name })),
    causes: [
      {
        kind: `${kind}-lapsed`,
        words:
          what === 'lapsed'
            ? `${whatOf(entry, title)} ran out on ${day}`
            : `${whatOf(entry, title)} runs out on ${day}`,
        flow: null,
        diff: null,
        about: kind === 'practice' ? [practice] : [entry.id],
      },
    ],
    until: entry.until,
  };
};

const lapse = async (ctx: Context, tx: StoreTransaction, due: readonly Oversight[]): Promise<void> => {
  const at = now(ctx);
  const flows: { readonly source: string; readonly id: string }[] = [];
  for (const entry of due) {
    if (!isOver(entry, at) || !(await tx.noteTold(entry.id, 'lapse', at))) continue;
    if (entry.kind !== 'practice') flows.push({ source: entry.source, id: entry.flow });
    else if (!(await isRenewed(tx, entry)))
      await announce(ctx, tx, [await noticeOf(tx, entry, 'lapsed', at)]);
  }
  // What follows for these flows is told with the flows.
  await noteEvaluations(ctx, tx, flows);
};

const warn = async (ctx: Context, tx: StoreTransaction, due: readonly Oversight[]): Promise<void> => {
  const at = now(ctx);
  for (const entry of due) {
    if (!(await tx.noteTold(entry.id, 'soon', at))) continue;
    if (isOver(entry, at) || (await isRenewed(tx, entry))) continue;
    await announce(ctx, tx, [await noticeOf(tx, entry, 'lapses-soon', at)]);
  }
};

/**
 * Tells of what lapses soon and of what has lapsed, once each, and writes down what follows for the flows. What is due is
 * found in the store, so a round that was missed is made up for by the next. Needs `write`. Gives how many lapsed.
 */
export const tellLapses = async (ctx: Context, business: string): Promise<number> => {
  const at = ctx.clock();
  const { over, near } = await readIn(ctx, business, 'write', async (view) => ({
    over: await view.untold('lapse', at.toISOString(), atOnce),
    near: (await view.untold('soon', new Date(at.getTime() + soon).toISOString(), atOnce)).filter(
      (entry) => warnsAt(entry) <= at.getTime(),
    ),
  }));
  if (near.length > 0) await changeIn(ctx, business, 'write', (tx) => warn(ctx, tx, near));
  if (over.length > 0) await changeIn(ctx, business, 'write', (tx) => lapse(ctx, tx, over));
  return over.length;
};
