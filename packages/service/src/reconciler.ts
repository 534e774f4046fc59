import type { BareContext, Context } from './context.ts';
import { Problem } from './problem.ts';
import { systemActor } from './system-actor.ts';
import { evaluateMissing } from './use-cases/evaluate-missing.ts';

/** Makes true what must be true: asks the store what lacks findings, and judges it. Runs inside this process. */
export interface Reconciler {
  /** A business whose flows may lack findings. */
  readonly wake: (business: string) => void;
  /** Wakes every business now, and again from time to time. */
  readonly start: () => Promise<void>;
  /** Resolves when nothing is being judged and nothing waits; what failed may still wait for its next try. */
  readonly idle: () => Promise<void>;
  /** Ends after the chunk under way. What is left is found again at the next start. */
  readonly stop: () => Promise<void>;
}

export interface ReconcilerOptions {
  /** Flows judged at a time before another business has its turn. */
  readonly chunk?: number;
  /** Milliseconds between sweeps over all businesses. */
  readonly sweepEvery?: number;
  /** Calls back after so many milliseconds. */
  readonly later?: (milliseconds: number, run: () => void) => void;
}

const unhurried = (milliseconds: number, run: () => void): void => {
  setTimeout(run, milliseconds).unref();
};

/** First wait after a failure, doubled each time up to the longest; milliseconds. */
const firstWait = 1_000;
const longestWait = 60_000;

/** A business in line: where its next chunk begins, and whether it has to be gone through again from the start. */
interface Turn {
  readonly after: string | undefined;
  readonly again: boolean;
}

const fromTheStart: Turn = { after: undefined, again: false };

/** Businesses take turns chunk by chunk, so that one with many flows does not keep others waiting. */
export const createReconciler = (
  bare: Omit<BareContext, 'wake'>,
  { chunk = 100, sweepEvery = 60_000, later = unhurried }: ReconcilerOptions = {},
): Reconciler => {
  const line = new Map<string, Turn>();
  const failures = new Map<string, number>();
  let running: Promise<void> | null = null;
  let stopped = false;

  const failed = (business: string, error: unknown): void => {
    const times = (failures.get(business) ?? 0) + 1;
    failures.set(business, times);
    const wait = Math.min(firstWait * 2 ** (times - 1), longestWait);
    bare.log.error('evaluation-failed', { business, times, wait, error: String(error).slice(0, 300) });
    later(wait, () => wake(business));
  };

  const one = async (business: string, { after, again }: Turn): Promise<void> => {
    line.delete(business);
    try {
      const done = await evaluateMissing({ ctx, input: { business, limit: chunk, after } });
      failures.delete(business);
      // Back to the end of the line; woken in the meantime, it stands there already.
      const woken = line.delete(business);
      const once = again || done.again || woken;
      if (done.next !== null) line.set(business, { after: done.next, again: once });
      else if (once) line.set(business, fromTheStart);
    } catch (error) {
      // Deleted in the meantime: nothing to do any more.
      if (error instanceof Problem && error.code === 'not-found') failures.delete(business);
      else failed(business, error);
    }
  };

  const run = async (): Promise<void> => {
    for (let [next] = line; next !== undefined && !stopped; [next] = line) await one(...next);
    running = null;
  };

  const wake = (business: string): void => {
    if (stopped) return;
    const turn = line.get(business);
    line.set(business, turn === undefined ? fromTheStart : { ...turn, again: turn.after !== undefined });
    // In a turn of its own, so that whoever wakes is answered first.
    running ??= Promise.resolve().then(run);
  };

  const ctx: Context = { ...bare, actor: systemActor, wake };

  const sweep = async (): Promise<void> => {
    for (let after = ''; !stopped; ) {
      const page = await bare.store.listBusinesses({ limit: 500, after });
      for (const { id } of page) wake(id);
      const last = page.at(-1);
      if (last === undefined || page.length < 500) return;
      after = last.id;
    }
  };
  const sweepAgain = (): void =>
    later(sweepEvery, () => {
      if (stopped) return;
      sweep()
        .catch((error: unknown) => bare.log.error('sweep-failed', { error: String(error).slice(0, 300) }))
        .finally(sweepAgain);
    });

  return {
    wake,
    start: async () => {
      await sweep();
      sweepAgain();
    },
    idle: async () => {
      while (running !== null) await running;
    },
    stop: async () => {
      stopped = true;
      await running;
    },
  };
};
