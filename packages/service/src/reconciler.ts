import type { Queue, Turn } from '@plumbline/queue';
import type { BareContext, Context } from './context.ts';
import { Problem } from './problem.ts';
import { createGathering } from './reconcile/gathering.ts';
import { type Judge, judgeHere } from './reconcile/judge.ts';
import { systemActor } from './system-actor.ts';
import { noteMissing } from './trail/note-missing.ts';
import { evaluateMissing } from './use-cases/evaluate-missing.ts';

/** Makes true what must be true: asks the store what lacks findings, and has it judged. */
export interface Reconciler {
  /** A business whose flows may lack findings. */
  readonly wake: (business: string) => void;
  /** Judges what the queue brings, wakes every business now, and again from time to time. */
  readonly start: () => Promise<void>;
  /** Resolves when nothing is being judged and nothing waits; what failed may still wait for its next try. */
  readonly idle: () => Promise<void>;
  /** Ends after the chunks under way. What is left is found again at the next start. */
  readonly stop: () => Promise<void>;
}

export interface ReconcilerOptions {
  readonly queue: Queue;
  /** On this thread unless given. */
  readonly judge?: Judge;
  /** No other process has these data. */
  readonly alone?: boolean;
  /** Flows judged at a time before another business has its turn. */
  readonly chunk?: number;
  /** Chunks at once in this process. */
  readonly atOnce?: number;
  /** Milliseconds between sweeps over all businesses. */
  readonly sweepEvery?: number;
  /** Calls back after so many milliseconds. */
  readonly later?: (milliseconds: number, run: () => void) => void;
}

const unhurried = (milliseconds: number, run: () => void): void => {
  setTimeout(run, milliseconds).unref();
};

/** Businesses take turns chunk by chunk, so that one with many flows does not keep others waiting. */
export const createReconciler = (
  bare: Omit<BareContext, 'wake'>,
  {
    queue,
    judge = judgeHere(bare),
    alone = false,
    chunk = 100,
    atOnce = 1,
    sweepEvery = 60_000,
    later = unhurried,
  }: ReconcilerOptions,
): Reconciler => {
  const id = bare.id('wrk');
  const adding = new Set<Promise<void>>();
  let stopped = false;

  /** Puts turns in line. The queue may be away: the store still knows what is missing. */
  const add = (turns: readonly Turn[]): void => {
    const added = queue
      .add(turns)
      .catch((error: unknown) => bare.log.warn('queue-away', { error: String(error).slice(0, 200) }))
      .finally(() => adding.delete(added));
    adding.add(added);
  };
  const gathering = createGathering((business) => add([{ business }]), later);
  const wake = (business: string): void => {
    if (!stopped) gathering.wake(business);
  };
  const ctx: Context = { ...bare, actor: systemActor, wake };

  /** Each turn puts the next in line before it begins, so that workers take turns at it. */
  const note = (business: string, after?: string): Promise<unknown> =>
    noteMissing(ctx, business, { after, onward: (noting) => queue.add([{ business, noting }]) });

  const work = async ({ business, after, again = false, tend = false, noting }: Turn): Promise<void> => {
    if (tend) {
      bare.tend(business);
      return;
    }
    if (noting !== undefined) {
      await note(business, noting);
      return;
    }
    const onward = (next: string, more: boolean): Promise<void> =>
      queue.add([{ business, after: next, ...(again || more ? { again: true } : {}) }]);
    const worker = { id, judge, alone, onward };
    const done = await evaluateMissing({ ctx, input: { business, limit: chunk, after }, worker });
    if (done.next === null) await note(business);
    if (done.cut || (done.next === null && (again || done.again))) await queue.add([{ business }]);
    // With the next changes, so that it is not asked over and over while the other one is at it.
    else if (done.leftToOthers) gathering.defer(business);
  };

  const take = async (turn: Turn): Promise<void> => {
    try {
      await work(turn);
    } catch (error) {
      // Deleted in the meantime: nothing to do any more.
      if (error instanceof Problem && error.code === 'not-found') return;
      throw error;
    }
  };

  const sweep = async (): Promise<void> => {
    for (let after = ''; !stopped; ) {
      const page = await bare.store.listBusinesses({ limit: 500, after });
      add(page.map((business) => ({ business: business.id })));
      const last = page.at(-1);
      if (last === undefined || page.length < 500) return;
      after = last.id;
    }
  };
  const sweepNow = (): Promise<void> =>
    sweep().catch((error: unknown) => bare.log.error('sweep-failed', { error: String(error).slice(0, 300) }));
  const sweepAgain = (): void =>
    later(sweepEvery, () => {
      if (!stopped) void sweepNow().finally(sweepAgain);
    });

  return {
    wake,
    start: async () => {
      queue.take(take, atOnce);
      queue.onReturn(() => void sweepNow());
      await sweep();
      sweepAgain();
    },
    idle: async () => {
      do {
        while (adding.size > 0) await Promise.all(adding);
        await queue.idle();
      } while (gathering.flush() || adding.size > 0);
    },
    stop: async () => {
      stopped = true;
      await queue.close();
    },
  };
};
