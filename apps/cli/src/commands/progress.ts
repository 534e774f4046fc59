import { setTimeout as wait } from 'node:timers/promises';
import { exitCode, UsageError } from '../exit.ts';
import { type Judging, judgingBar, judgingLines } from '../output/judging.ts';
import { widthOf } from '../output/screen.ts';
import { writeReport } from '../output/write-report.ts';

export interface ProgressOptions {
  readonly url: string;
  readonly keyEnv: string;
  readonly watch?: boolean;
  readonly format: 'pretty' | 'json';
}

export const progressFormats = ['pretty', 'json'] as const;

/** Milliseconds between two looks: at a terminal somebody watches, elsewhere lines pile up. */
const often = { terminal: 500, elsewhere: 5_000 } as const;
const clearLine = '\r\u001b[2K';

const asker = async (business: string, { url, keyEnv }: ProgressOptions): Promise<() => Promise<Judging>> => {
  const key = process.env[keyEnv];
  if (key === undefined || key === '') {
    throw new UsageError(`There is no key in ${keyEnv}. Put one with the scope \`read\` there.`);
  }
  const { createClient, ProblemError, UnreachableError } = await import('@plumbline/client');
  const client = createClient({ url, key, business });
  return async () => {
    try {
      return await client.call('get', '/v1/businesses/{business}/progress', { path: { business } });
    } catch (error) {
      if (error instanceof ProblemError || error instanceof UnreachableError) {
        throw new UsageError(`${url} gives no progress: ${error.message}`);
      }
      throw error;
    }
  };
};

/** Looks again and again until nothing is left; one line that changes on a terminal, else a line each time. */
const watch = async (ask: () => Promise<Judging>): Promise<Judging> => {
  const terminal = process.stderr.isTTY === true && process.env['TERM'] !== 'dumb';
  for (;;) {
    const judging = await ask();
    const line = judgingBar(judging, widthOf(process.stderr, process.env));
    process.stderr.write(terminal ? `${clearLine}${line}` : `${line}\n`);
    if (judging.left === 0) {
      if (terminal) process.stderr.write(clearLine);
      return judging;
    }
    await wait(terminal ? often.terminal : often.elsewhere);
  }
};

/** `plumbline progress`: how far the judging of a business has come. Ends with 1 where it is late or something is parked. */
export const progress = async (business: string, options: ProgressOptions): Promise<number> => {
  const ask = await asker(business, options);
  const judging = options.watch === true ? await watch(ask) : await ask();
  const text =
    options.format === 'json'
      ? JSON.stringify(judging, null, 2)
      : judgingLines(judging, new Date()).join('\n');
  await writeReport(`${text}\n`, undefined);
  return judging.late || judging.failed > 0 ? exitCode.findings : exitCode.clean;
};
