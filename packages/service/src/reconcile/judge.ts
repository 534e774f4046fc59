import type { Context } from '../context.ts';
import { perform, type Task } from '../evaluate.ts';
import type { Judged } from '../judge-flow.ts';

export interface JudgeResult {
  readonly judged: readonly Judged[];
  /** The flow with which judging did not come to an end; those behind it were not looked at. */
  readonly lost: Task | null;
}

/** Judges flows one after the other. Never rejects. */
export type Judge = (tasks: readonly Task[]) => Promise<JudgeResult>;

/** Lets others have their turn between two flows. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Judges on this thread. A flow that takes for ever takes everything with it. */
export const judgeHere =
  (ctx: Pick<Context, 'clock'>): Judge =>
  async (tasks) => {
    const judged: Judged[] = [];
    for (const task of tasks) {
      judged.push(perform(ctx, task));
      await nextTurn();
    }
    return { judged, lost: null };
  };
