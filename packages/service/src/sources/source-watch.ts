import type { BareContext, Context } from '../context.ts';
import { Problem } from '../problem.ts';
import { systemActor } from '../system-actor.ts';
import { syncSource } from '../use-cases/sync-source.ts';
import type { Look } from './look.ts';
import { claimFor } from './timing.ts';

/** Reads sources when their time has come, one after the other. */
export interface SourceWatch {
  /** Reads what is due now, and looks again from time to time. */
  readonly start: () => void;
  /** Reads what is due now; resolves when that is done. */
  readonly round: () => Promise<void>;
  /** Breaks off what is under way. */
  readonly stop: () => Promise<void>;
}

export interface SourceWatchOptions {
  /** Milliseconds between two looks whether something is due. */
  readonly roundEvery?: number;
  /** Calls back after so many milliseconds. */
  readonly later?: (milliseconds: number, run: () => void) => void;
}

const unhurried = (milliseconds: number, run: () => void): void => {
  setTimeout(run, milliseconds).unref();
};

export const createSourceWatch = (
  bare: BareContext,
  { roundEvery = 15_000, later = unhurried }: SourceWatchOptions = {},
): SourceWatch => {
  const ending = new AbortController();
  const { signal } = ending;
  const { look } = bare;
  /** What is broken off because this process ends says nothing about the other side, so nothing is noted of it. */
  const lookUntilTheEnd: Look | undefined =
    look &&
    (async (question) => {
      const looked = await look({ ...question, signal });
      signal.throwIfAborted();
      return looked;
    });
  const ctx: Context = { ...bare, look: lookUntilTheEnd, actor: systemActor };
  let running: Promise<void> = Promise.resolve();

  /** Takes a source that is due, so that no other process reads it at the same time. */
  const claim = (business: string, id: string, from: string, to: string): Promise<boolean> =>
    bare.store.transaction(business, (tx) => tx.claimSource(id, from, to));

  const readDue = async (business: string): Promise<void> => {
    const at = bare.clock().toISOString();
    const sources = await bare.store.read(business, (view) => view.sources());
    for (const { id, nextAt } of sources) {
      if (signal.aborted) return;
      const until = new Date(bare.clock().getTime() + claimFor).toISOString();
      if (nextAt > at || !(await claim(business, id, nextAt, until))) continue;
      try {
        await syncSource({ ctx, input: { business, from: id } });
      } catch (error) {
        if (error instanceof Problem && error.code === 'not-found') continue;
        if (signal.aborted) {
          await claim(business, id, until, nextAt);
          return;
        }
        // Claimed for a while: it is read again when that is over.
        bare.log.error('source-failed', { business, source: id, error: String(error).slice(0, 300) });
      }
    }
  };

  const round = async (): Promise<void> => {
    for (let after = ''; !signal.aborted; ) {
      const page = await bare.store.listBusinesses({ limit: 500, after });
      for (const { id } of page) if (!signal.aborted) await readDue(id);
      const last = page.at(-1);
      if (last === undefined || page.length < 500) return;
      after = last.id;
    }
  };

  const turn = (): void => {
    if (signal.aborted) return;
    running = round()
      .catch((error: unknown) =>
        bare.log.error('source-round-failed', { error: String(error).slice(0, 300) }),
      )
      .finally(() => later(roundEvery, turn));
  };

  return {
    start: turn,
    round,
    stop: async () => {
      ending.abort();
      await running;
    },
  };
};
