import type { StoreTransaction } from '@plumbline/store';
import type { Context } from '../context.ts';
import { emit } from './emit.ts';
import { judging } from './subject.ts';

/** Flows that should have been judged and have not been. */
export interface Stale {
  /** When that began: names the episode, which is told of once. */
  readonly since: string;
  /** How many flows wait. */
  readonly missing: number;
  /** How many of all could not be judged. */
  readonly failed: number;
}

/** Tells that judging does not keep up, once an episode. Gives whether it is told now: say `ctx.tend` afterwards. */
export const announceStale = async (
  ctx: Context,
  tx: StoreTransaction,
  { since, missing, failed }: Stale,
): Promise<boolean> => {
  const data = { since, missing, failed };
  return (await emit(ctx, tx, [{ type: 'evaluation.stale', key: since, data }])).length > 0;
};

/** Tells that judging has caught up, if anybody was told that it had not. Gives whether it is told now. */
export const announceFresh = async (ctx: Context, tx: StoreTransaction): Promise<boolean> => {
  const [alert] = await tx.alertsAbout([judging]);
  if (alert === undefined || alert.state === 'recovered') return false;
  const [event] = await tx.events([alert.event]);
  const since = String(event?.data['since'] ?? alert.since);
  const news = { type: 'evaluation.recovered', key: since, data: { since } } as const;
  return (await emit(ctx, tx, [news])).length > 0;
};
