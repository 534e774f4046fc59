import { Queue as Bull, UnrecoverableError, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { patientRetries, type Queue, type Retries, type Turn, turnSchema } from './port.ts';

export interface BullQueueOptions {
  /** `redis://` or `rediss://` address of Redis or Valkey. */
  readonly url: string;
  /** Keys begin with it, so that several installations can share one Redis. */
  readonly prefix?: string;
  readonly retries?: Retries;
  /** Hears of every failure, and whether it was the last try. */
  readonly failed?: (turn: Turn, error: unknown, last: boolean) => void;
  /** Hears what goes wrong with the connection. */
  readonly trouble?: (error: Error) => void;
}

const name = 'turns';

/** Milliseconds that a command may take where somebody waits for it. */
const patience = 5_000;

/** Milliseconds to let running turns finish, and Redis answer, when it closes. */
const lastPatience = 10_000;

const retryStrategy = (times: number): number => Math.min(100 * 2 ** Math.min(times, 10), 5_000);

/** Resolves with whichever comes first; the timer keeps no process alive. */
const atMost = (milliseconds: number, what: Promise<unknown>): Promise<unknown> =>
  Promise.race([what, new Promise((resolve) => setTimeout(resolve, milliseconds).unref())]);

/**
 * A queue over BullMQ on Redis or Valkey. Jobs have no ids of their own, and are removed when they end: a kept one would
 * swallow a new one of the same id.
 */
export const openBullQueue = ({
  url,
  prefix = 'plumbline',
  retries = patientRetries,
  failed = () => undefined,
  trouble = () => undefined,
}: BullQueueOptions): Queue => {
  const connections: Redis[] = [];
  const connected = (redis: Redis): Redis => {
    redis.on('error', trouble);
    connections.push(redis);
    return redis;
  };
  // Whoever adds must not wait for a Redis that is away: the next sweep finds the same again.
  const own = connected(
    new Redis(url, {
      retryStrategy,
      maxRetriesPerRequest: 1,
      enableOfflineQueue: false,
      commandTimeout: patience,
    }),
  );
  const bull = new Bull<Turn, void, typeof name>(name, {
    connection: own,
    prefix,
    skipVersionCheck: true,
    defaultJobOptions: {
      removeOnComplete: true,
      removeOnFail: true,
      attempts: retries.tries,
      backoff: { type: 'custom' },
    },
  });
  bull.on('error', trouble);
  const first = new Promise<void>((resolve, reject) => {
    own.once('ready', resolve);
    own.once('end', () => reject(new Error('The queue is closed.')));
  });
  first.catch(() => undefined);
  const reachable = async (): Promise<void> => {
    if (own.status !== 'ready') await atMost(patience, first);
    await own.ping();
  };
  let worker: Worker<Turn, void, typeof name> | null = null;
  let taking: Promise<unknown> = Promise.resolve();

  const stop = async (): Promise<void> => {
    const ending = worker;
    worker = null;
    if (ending !== null) {
      // Without Redis there is nobody to tell that a turn has ended.
      const away = own.status !== 'ready';
      taking = atMost(lastPatience, ending.close(away));
    }
    await taking;
  };

  return {
    add: async (turns) => {
      if (turns.length === 0) return;
      if (own.status !== 'ready') await atMost(patience, first);
      await bull.addBulk(turns.map((data) => ({ name, data })));
    },
    take: (work, atOnce) => {
      const taken = new Worker<Turn, void, typeof name>(
        name,
        async ({ data }) => {
          const turn = turnSchema.safeParse(data);
          // What is in Redis may have been written by anybody.
          if (!turn.success) throw new UnrecoverableError('This is no turn.');
          await work(turn.data);
        },
        {
          connection: connected(new Redis(url, { retryStrategy, maxRetriesPerRequest: null })),
          prefix,
          concurrency: atOnce,
          maxStalledCount: retries.tries,
          settings: { backoffStrategy: retries.wait },
        },
      );
      taken.on('error', trouble);
      taken.on('failed', (job, error) => {
        const last = error instanceof UnrecoverableError || (job?.attemptsMade ?? 0) >= retries.tries;
        if (job !== undefined) failed(job.data, error, last);
      });
      worker = taken;
      return { stop };
    },
    onReturn: (run) => {
      void first.then(
        () => own.on('ready', run),
        () => undefined,
      );
    },
    idle: async () => {
      for (;;) {
        const counts = await bull.getJobCounts('waiting', 'active', 'prioritized');
        if (Object.values(counts).every((count) => count === 0)) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    depth: async () => {
      const {
        waiting = 0,
        active = 0,
        delayed = 0,
      } = await bull.getJobCounts('waiting', 'active', 'delayed');
      return { waiting, running: active, retrying: delayed };
    },
    ready: reachable,
    close: async () => {
      await stop();
      await atMost(patience, bull.close());
      for (const redis of connections) redis.disconnect();
    },
  };
};
