import type { Running } from '@plumbline/api';
import type { Logger } from '@plumbline/service';
import { exitCode, UsageError } from '../exit.ts';
import { writeReport } from '../output/write-report.ts';

export interface ServeCommandOptions {
  readonly port?: string;
  readonly host?: string;
  readonly data?: string;
  /** Make another admin key, for whoever has lost theirs. */
  readonly newKey?: boolean;
  /** Judge in this process, too. */
  readonly worker?: boolean;
}

/** The environment with what was said on the command line laid over it; the same rules check both. */
export const environment = ({ port, host, data }: ServeCommandOptions): NodeJS.ProcessEnv => ({
  ...process.env,
  ...(port === undefined ? {} : { PORT: port }),
  ...(host === undefined ? {} : { HOST: host }),
  ...(data === undefined ? {} : { PLUMBLINE_DATA: data }),
});

/** Store problems that whoever started us can do something about; the others are ours. */
const theirs = new Set(['locked', 'read-only', 'corrupt', 'newer-schema', 'full', 'unavailable']);

/** A usage error in place of what the caller can solve; anything else as it is. */
export const asUsage = async (error: unknown): Promise<unknown> => {
  const { SettingsError } = await import('@plumbline/api');
  const { StoreError } = await import('@plumbline/store');
  const said = error instanceof SettingsError || (error instanceof StoreError && theirs.has(error.code));
  return said ? new UsageError(error.message) : error;
};

/**
 * Runs the server until a signal comes. What `ready` returns is printed once it listens. Problems that the caller can
 * solve are usage errors.
 */
export const runServer = async (
  options: ServeCommandOptions,
  ready: (running: Running) => Promise<readonly string[]>,
  log?: Logger,
): Promise<number> => {
  // Loaded late: every other command starts without the server.
  const { readSettings, serve, untilStopped } = await import('@plumbline/api');
  try {
    const running = await serve({
      ...readSettings(environment(options)),
      worker: options.worker ?? true,
      ...(log === undefined ? {} : { log }),
    });
    try {
      await writeReport(`${(await ready(running)).join('\n')}\n`, undefined);
    } catch (error) {
      await running.close();
      throw error;
    }
    await untilStopped(running);
    return exitCode.clean;
  } catch (error) {
    throw await asUsage(error);
  }
};

/** Lines that show another admin key once, where one was asked for. */
export const newKeyLines = async (
  running: Running,
  wanted: boolean | undefined,
): Promise<readonly string[]> => {
  if (wanted !== true) return [];
  const { createKey } = await import('@plumbline/service');
  const made = await createKey({
    ctx: running.ctx,
    input: { business: null, name: 'Admin key made at a start', scopes: ['admin'] },
  });
  return ['A new admin key, shown this once:', `  ${made.secret}`, ''];
};

/** `plumbline serve`: API, judging and embedded store in this process. */
export const serveApi = async (options: ServeCommandOptions): Promise<number> => {
  const { announcement } = await import('@plumbline/api');
  return runServer(options, async (running) => [
    ...(await newKeyLines(running, options.newKey)),
    ...announcement(running),
  ]);
};
