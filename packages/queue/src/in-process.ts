import PQueue from 'p-queue';
import { patientRetries, type Queue, type Retries, type Turn } from './port.ts';

export interface InProcessOptions {
  readonly retries?: Retries;
  /** Calls back after so many milliseconds. */
  readonly later?: (milliseconds: number, run: () => void) => void;
  /** Hears of every failure, and whether it was the last try. */
  readonly failed?: (turn: Turn, error: unknown, last: boolean) => void;
}

const unhurried = (milliseconds: number, run: () => void): void => {
  setTimeout(run, milliseconds).unref();
};

/** A queue inside this process. It is gone when the process ends. */
export const createInProcessQueue = ({
  retries = patientRetries,
  later = unhurried,
  failed = () => undefined,
}: InProcessOptions = {}): Queue => {
  const line = new PQueue({ concurrency: 1, autoStart: false });
  let work: ((turn: Turn) => Promise<void>) | null = null;
  let retrying = 0;
  let closed = false;

  const run = async (turn: Turn, count: number): Promise<void> => {
    try {
      await work?.(turn);
    } catch (error) {
      const last = count >= retries.tries;
      failed(turn, error, last);
      if (last) return;
      retrying += 1;
      later(retries.wait(count), () => {
        retrying -= 1;
        put(turn, count + 1);
      });
    }
  };
  // `run` never rejects, so nobody need wait for what `add` gives.
  const put = (turn: Turn, count: number): void => {
    if (!closed) void line.add(() => run(turn, count));
  };
  const stop = async (): Promise<void> => {
    line.pause();
    await line.onPendingZero();
    work = null;
  };

  return {
    add: async (turns) => {
      for (const turn of turns) put(turn, 1);
    },
    take: (given, atOnce) => {
      work = given;
      line.concurrency = atOnce;
      line.start();
      return { stop };
    },
    onReturn: () => undefined,
    idle: () => line.onIdle(),
    depth: async () => ({ waiting: line.size, running: line.pending, retrying }),
    ready: async () => undefined,
    close: async () => {
      closed = true;
      await stop();
      line.clear();
    },
  };
};
