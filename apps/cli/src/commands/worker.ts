import { exitCode } from '../exit.ts';
import { asUsage, environment } from './serve.ts';

/** `plumbline worker`: judges and does what falls due, until a signal comes. */
export const work = async (): Promise<number> => {
  const { readSettings, runWorker, untilStopped } = await import('@plumbline/api');
  try {
    await untilStopped(await runWorker(readSettings(environment({}))));
    return exitCode.clean;
  } catch (error) {
    throw await asUsage(error);
  }
};
