import type { Depth } from '@plumbline/queue';
import type { Progress } from '@plumbline/store';
import { announceFresh, announceStale } from '../alerts/announce-stale.ts';
import { type BareContext, type Context, now } from '../context.ts';
import { Problem } from '../problem.ts';
import { wantedBy } from '../questions.ts';
import { changeIn, readIn } from '../scope.ts';
import { systemActor } from '../system-actor.ts';
import { lateSince } from './late.ts';

/** How far all businesses together are from what must be true, as of the last round. */
export interface WatchState {
  /** When the last round ended; null before the first. */
  readonly at: string | null;
  readonly businesses: number;
  readonly flows: number;
  readonly missing: number;
  readonly parked: number;
  /** Businesses in which something should have been judged and has not been for too long. */
  readonly late: number;
  /** Since when the oldest run goes on; null where nothing is missing. */
  readonly behindSince: string | null;
}

export interface Watch {
  readonly state: () => WatchState;
  /** What the queue carries. Rejects where it cannot be reached. */
  readonly depth: () => Promise<Depth>;
}

export interface Watchdog extends Watch {
  /** Looks at every business now, and again from time to time. */
  readonly start: () => void;
  readonly round: () => Promise<void>;
  readonly stop: () => void;
}

export interface WatchdogOptions {
  readonly depth: () => Promise<Depth>;
  /** Milliseconds between rounds. */
  readonly roundEvery?: number;
  /** Calls back after so many milliseconds. */
  readonly later?: (milliseconds: number, run: () => void) => void;
}

const unhurried = (milliseconds: number, run: () => void): void => {
  setTimeout(run, milliseconds).unref();
};

const nothing: WatchState = {
  at: null,
  businesses: 0,
  flows: 0,
  missing: 0,
  parked: 0,
  late: 0,
  behindSince: null,
};

/**
 * Looks whether what must be judged is judged, whoever does it: it runs in every process, so that it is also seen that
 * no worker is there at all.
 */
export const createWatchdog = (
  bare: BareContext,
  { depth, roundEvery = 60_000, later = unhurried }: WatchdogOptions,
): Watchdog => {
  const ctx: Context = { ...bare, actor: systemActor };
  /** Businesses that are late, or may have been before this process began. */
  const maybeLate = new Map<string, string | null>();
  let state = nothing;
  let stopped = false;

  /** Tells of the change, if it is one: the store says whether somebody else has told of it already. */
  const tell = async (
    business: string,
    late: string | null,
    { missing, failed }: Progress,
  ): Promise<void> => {
    if (maybeLate.get(business) === late) return;
    if (late !== null) ctx.log.error('judging-late', { business, since: late, missing });
    const told = await changeIn(ctx, business, 'write', (tx) =>
      late === null ? announceFresh(ctx, tx) : announceStale(ctx, tx, { since: late, missing, failed }),
    );
    maybeLate.set(business, late);
    if (told) ctx.tend(business);
  };

  const look = async (business: string) => {
    const found = await readIn(ctx, business, 'read', async (view) => ({
      progress: await view.progress(wantedBy(await view.profile())),
      run: await view.run(),
    }));
    const running = found.run !== undefined && found.run.endedAt === null;
    // Noted here, too: without a worker nobody else would say since when something is missing.
    if (found.progress.missing > 0 && !running)
      await changeIn(ctx, business, 'write', (tx) => tx.beginRun(now(ctx)));
    if (found.progress.missing === 0 && running)
      await changeIn(ctx, business, 'write', (tx) => tx.endRun(now(ctx)));
    const run = running && found.progress.missing > 0 ? found.run : undefined;
    const late = lateSince(run, ctx.clock());
    await tell(business, late, found.progress);
    return { ...found.progress, late, since: run?.since ?? null };
  };

  const round = async (): Promise<void> => {
    let sum = nothing;
    for (let after = ''; !stopped; ) {
      const page = await bare.store.listBusinesses({ limit: 500, after });
      for (const { id } of page) {
        try {
          const { flows, missing, failed, late, since } = await look(id);
          const oldest = [sum.behindSince, since].filter((each) => each !== null).sort()[0] ?? null;
          sum = {
            at: null,
            businesses: sum.businesses + 1,
            flows: sum.flows + flows,
            missing: sum.missing + missing,
            parked: sum.parked + failed,
            late: sum.late + (late === null ? 0 : 1),
            behindSince: oldest,
          };
        } catch (error) {
          if (!(error instanceof Problem && error.code === 'not-found')) throw error;
        }
      }
      const last = page.at(-1);
      if (last === undefined || page.length < 500) break;
      after = last.id;
    }
    state = { ...sum, at: now(ctx) };
  };
  const rounds = async (): Promise<void> => {
    try {
      await round();
    } catch (error) {
      if (!stopped) bare.log.error('watch-failed', { error: String(error).slice(0, 300) });
    }
    later(roundEvery, () => {
      if (!stopped) void rounds();
    });
  };

  return {
    state: () => state,
    depth,
    round,
    start: () => void rounds(),
    stop: () => {
      stopped = true;
    },
  };
};
