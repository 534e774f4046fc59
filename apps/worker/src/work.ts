import type { Queue, Turn } from '@plumbline/queue';
import { createInProcessQueue } from '@plumbline/queue/in-process';
import {
  type BareContext,
  createCaretaker,
  createReconciler,
  createSourceWatch,
  createWatchdog,
  type Logger,
} from '@plumbline/service';
import { createThreadJudge } from './thread-judge.ts';

export type WorkParts = Omit<BareContext, 'wake' | 'tend'>;

export interface WorkOptions {
  /** Address of Redis or Valkey; without, the queue lives in this process. */
  readonly redisUrl?: string | undefined;
  /** This process judges and does what falls due; otherwise it only says what there is to do. */
  readonly works: boolean;
  /** No other process has these data. */
  readonly alone: boolean;
  /** Chunks at once: while one is judged, another is read or kept. */
  readonly atOnce?: number;
}

export interface Work {
  /** The parts, and by whom work is heard of. */
  readonly bare: BareContext;
  readonly queue: Queue;
  /** Begins to watch, and to work where this process does. */
  readonly start: () => Promise<void>;
  /** Resolves when nothing is under way and nothing waits. */
  readonly idle: () => Promise<void>;
  /** Ends after what is under way. */
  readonly stop: () => Promise<void>;
}

const openQueue = async (redisUrl: string | undefined, log: Logger): Promise<Queue> => {
  const failed = ({ business }: Turn, error: unknown, last: boolean): void =>
    log.error('evaluation-failed', { business, last, error: String(error).slice(0, 300) });
  if (redisUrl === undefined) return createInProcessQueue({ failed });
  let troubled = '';
  const trouble = (error: Error): void => {
    // A Redis that is away is tried again and again: said once.
    if (error.message !== troubled) log.warn('queue-trouble', { error: error.message.slice(0, 300) });
    troubled = error.message;
  };
  // Loaded where it is used: the embedded default does without.
  const { openBullQueue } = await import('@plumbline/queue/bullmq');
  return openBullQueue({ url: redisUrl, failed, trouble });
};

/** Whoever judges flows and does what falls due, over the parts of one process. */
export const createWork = async (
  parts: WorkParts,
  { redisUrl, works, alone, atOnce = 2 }: WorkOptions,
): Promise<Work> => {
  const queue = await openQueue(redisUrl, parts.log);
  const { judge, close } = createThreadJudge({ log: parts.log });
  const tend = (business: string): void => {
    if (works) caretaker.tend(business);
    else
      queue
        .add([{ business, tend: true }])
        .catch((error: unknown) => parts.log.warn('queue-away', { error: String(error).slice(0, 200) }));
  };
  // Each may wake the other, so one of them is reached by way of a function.
  const reconciler = createReconciler({ ...parts, tend }, { queue, judge, alone, atOnce });
  const caretaker = createCaretaker({ ...parts, wake: reconciler.wake });
  const heard = { ...parts, wake: reconciler.wake, tend };
  const sources = createSourceWatch(heard);
  const watchdog = createWatchdog(heard, { depth: queue.depth });
  return {
    bare: { ...heard, watch: watchdog },
    queue,
    start: async () => {
      if (works) {
        await reconciler.start();
        await caretaker.start();
        sources.start();
      }
      watchdog.start();
    },
    idle: async () => {
      await reconciler.idle();
      await caretaker.idle();
    },
    stop: async () => {
      watchdog.stop();
      await sources.stop();
      await reconciler.stop();
      await caretaker.stop();
      await close();
    },
  };
};
