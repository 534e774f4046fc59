import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Judge, Judged, JudgeResult, Logger, Task } from '@plumbline/service';
import type { ThreadData } from './thread-messages.ts';

export interface ThreadJudgeOptions {
  readonly log: Logger;
  /** Milliseconds that one flow may take before the thread is ended. */
  readonly patience?: number;
  /** Megabytes that the thread may use. */
  readonly memory?: number;
  /** Milliseconds without work after which the thread gives back its memory. */
  readonly restAfter?: number;
  /** What runs in the thread. */
  readonly file?: URL;
}

export interface ThreadJudge {
  readonly judge: Judge;
  /** Ends the thread; what it is at comes back as lost. */
  readonly close: () => Promise<void>;
}

interface Thread {
  readonly worker: Worker;
  readonly at: Int32Array<SharedArrayBuffer>;
}

/** Beside this file, in whatever language it is run. */
const ownFile = new URL(`./judging-thread${extname(import.meta.url)}`, import.meta.url);

/** Stands in place of a number until the thread looks at its first flow. */
const loading = -1;

/** Megabytes for what is made and forgotten with each flow: less would have to be cleaned up all the time. */
const young = 48;

const start = (file: URL, memory: number): Thread => {
  const at = new Int32Array(new SharedArrayBuffer(4));
  const workerData: ThreadData = { at };
  Atomics.store(at, 0, loading);
  const worker = new Worker(file, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: young },
  });
  return { worker, at };
};

/**
 * Judges in a thread of its own, which is started when there is work and ended when there is none. The API answers
 * meanwhile, and a flow that hangs or fills the memory ends the thread, not the process.
 */
export const createThreadJudge = ({
  log,
  patience = 30_000,
  memory = 768,
  restAfter = 20_000,
  file = ownFile,
}: ThreadJudgeOptions): ThreadJudge => {
  let thread: Thread | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let rest: NodeJS.Timeout | undefined;
  let closed = false;

  const end = async (): Promise<void> => {
    const ending = thread;
    thread = null;
    await ending?.worker.terminate();
  };

  const run = (tasks: readonly Task[]): Promise<JudgeResult> => {
    thread ??= start(file, memory);
    const { worker, at } = thread;
    return new Promise((resolve) => {
      let seen = loading;
      const finish = (result: JudgeResult): void => {
        clearInterval(watch);
        worker.off('message', onResult).off('error', onError).off('exit', onExit);
        resolve(result);
      };
      const lose = (why: string): void => {
        // None where the thread did not even get as far as to look at one.
        const lost = tasks[Atomics.load(at, 0)] ?? null;
        log.error('judging-cut-off', { source: lost?.kept.source, flow: lost?.kept.id, why });
        void end();
        finish({ judged: [], lost });
      };
      const watch = setInterval(() => {
        const now = Atomics.load(at, 0);
        if (now === seen && now !== loading) lose('took too long');
        seen = now;
      }, patience);
      const onResult = (judged: readonly Judged[]): void => finish({ judged, lost: null });
      const onError = (error: Error): void => lose(`${error.name}: ${error.message}`.slice(0, 200));
      const onExit = (): void => lose('the thread ended');
      worker.on('message', onResult).on('error', onError).on('exit', onExit);
      worker.postMessage(tasks);
    });
  };

  const restLater = (): void => {
    clearTimeout(rest);
    rest = setTimeout(() => void end(), restAfter);
    rest.unref();
  };

  return {
    judge: (tasks) => {
      if (tasks.length === 0) return Promise.resolve({ judged: [], lost: null });
      const next = last.then(async () => {
        clearTimeout(rest);
        if (closed) return { judged: [], lost: null };
        thread?.worker.ref();
        const result = await run(tasks);
        thread?.worker.unref();
        restLater();
        return result;
      });
      last = next;
      return next;
    },
    close: async () => {
      closed = true;
      clearTimeout(rest);
      await last;
      await end();
    },
  };
};
