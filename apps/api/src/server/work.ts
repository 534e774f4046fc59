import { createLog } from '../log.ts';
import { openContext } from './open-context.ts';
import type { ServeOptions } from './serve.ts';
import { SettingsError } from './settings-error.ts';

export type WorkerOptions = Pick<
  ServeOptions,
  'databaseUrl' | 'vaultKey' | 'retentionDays' | 'redisUrl' | 'log'
>;

export interface RunningWorker {
  /** Ends after what is under way. */
  readonly close: () => Promise<void>;
}

/** Throws `SettingsError` unless processes can share data and queue. */
export const mustBeShared = (
  what: string,
  { databaseUrl, redisUrl }: Pick<ServeOptions, 'databaseUrl' | 'redisUrl'>,
): void => {
  const missing = [
    ...(databaseUrl === undefined ? ['DATABASE_URL'] : []),
    ...(redisUrl === undefined ? ['REDIS_URL'] : []),
  ];
  if (missing.length === 0) return;
  throw new SettingsError(
    `${what} shares data and queue with other processes, so it needs ${missing.join(' and ')}. One process alone needs neither: \`plumbline serve\`.`,
  );
};

/** Judges and does what falls due, without an API. Any number of these may run. Throws `StoreError` and `SettingsError`. */
export const runWorker = async ({
  databaseUrl,
  vaultKey,
  retentionDays = 30,
  redisUrl,
  log = createLog((line) => void process.stderr.write(line)),
}: WorkerOptions): Promise<RunningWorker> => {
  mustBeShared('A worker of its own', { databaseUrl, redisUrl });
  const { bare, work } = await openContext(
    { folder: '.', databaseUrl, vaultKey, retentionDays, redisUrl, worker: true },
    log,
  );
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> =>
    (closing ??= (async () => {
      await work.stop();
      await bare.store.close();
      log.info('closed');
    })());
  try {
    await work.start();
    log.info('working');
    return { close };
  } catch (error) {
    await close();
    throw error;
  }
};
