import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A process that the tests have started. */
export interface Child {
  /** Its exit code or signal once it has ended. */
  readonly ended: () => number | string | null;
  /** What it has written last, to both outputs. */
  readonly said: () => string;
  /** Asks it to end, and makes it end where it has not after half a minute; or kills it at once. */
  readonly end: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>;
}

/** Everything that runs; ended by process id when the process of the tests goes away, however it does. */
const running = new Set<ChildProcess>();
const killAll = (): void => {
  for (const child of running) child.kill('SIGKILL');
};
process.on('exit', killAll);
process.on('disconnect', killAll);
process.on('SIGTERM', () => {
  killAll();
  process.exit(143);
});

export const startChild = (
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Child => {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const gone = once(child, 'exit').finally(() => running.delete(child));
  let said = '';
  const hear = (chunk: Buffer): void => {
    said = (said + chunk.toString()).slice(-1_000_000);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = (): number | string | null => child.exitCode ?? child.signalCode;
  return {
    ended,
    said: () => said,
    end: async (signal = 'SIGTERM') => {
      if (ended() !== null) return;
      child.kill(signal);
      const patience = setTimeout(() => child.kill('SIGKILL'), 30_000);
      await gone;
      clearTimeout(patience);
    },
  };
};
