import type { BareContext, Context } from './context.ts';
import { Problem } from './problem.ts';
import { systemActor } from './system-actor.ts';
import { deliverDue } from './use-cases/deliver-due.ts';
import { keepHouse } from './use-cases/keep-house.ts';

/** Does what falls due by itself: approvals that run out, calls to be made, content that was kept long enough. */
export interface Caretaker {
  /** A business where a call may be due now. */
  readonly tend: (business: string) => void;
  /** Goes through every business now, and again from time to time. */
  readonly start: () => Promise<void>;
  /** Resolves when nothing is being done and nothing waits. */
  readonly idle: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface CaretakerOptions {
  /** Milliseconds between rounds over all businesses. */
  readonly roundEvery?: number;
  /** Businesses at a time, so that one whose receivers do not answer keeps no other waiting; 4 unless given. */
  readonly atOnce?: number;
  /** Calls back after so many milliseconds. */
  readonly later?: (milliseconds: number, run: () => void) => void;
}

const unhurried = (milliseconds: number, run: () => void): void => {
  setTimeout(run, milliseconds).unref();
};

export const createCaretaker = (
  bare: Omit<BareContext, 'tend'>,
  { roundEvery = 15_000, atOnce = 4, later = unhurried }: CaretakerOptions = {},
): Caretaker => {
  const line = new Set<string>();
  const running = new Set<Promise<void>>();
  let busy = 0;
  let stopped = false;

  const one = async (business: string): Promise<void> => {
    try {
      await keepHouse({ ctx, input: { business } });
      while (!stopped && (await deliverDue({ ctx, input: { business } })) > 0);
    } catch (error) {
      if (error instanceof Problem && error.code === 'not-found') return;
      // The next round finds the same again.
      bare.log.error('caretaking-failed', { business, error: String(error).slice(0, 300) });
    }
  };

  const run = async (): Promise<void> => {
    for (let [next] = line; next !== undefined && !stopped; [next] = line) {
      line.delete(next);
      await one(next);
    }
    busy -= 1;
  };

  const tend = (business: string): void => {
    if (stopped) return;
    line.add(business);
    if (busy >= atOnce) return;
    busy += 1;
    // In a turn of its own, so that whoever asks is answered first. Every delivery is taken by one of them only.
    const turn: Promise<void> = Promise.resolve()
      .then(run)
      .finally(() => running.delete(turn));
    running.add(turn);
  };

  const ctx: Context = { ...bare, actor: systemActor, tend };

  const round = async (): Promise<void> => {
    for (let after = ''; !stopped; ) {
      const page = await bare.store.listBusinesses({ limit: 500, after });
      for (const { id } of page) tend(id);
      const last = page.at(-1);
      if (last === undefined || page.length < 500) return;
      after = last.id;
    }
  };
  const again = (): void =>
    later(roundEvery, () => {
      if (stopped) return;
      round()
        .catch((error: unknown) => bare.log.error('round-failed', { error: String(error).slice(0, 300) }))
        .finally(again);
    });

  return {
    tend,
    start: async () => {
      await round();
      again();
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running);
    },
    stop: async () => {
      stopped = true;
      await Promise.all(running);
    },
  };
};
