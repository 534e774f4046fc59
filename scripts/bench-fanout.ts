/**
 * What it takes to judge 10,000 flows anew after a change of the profile: `pnpm bench:fanout [flows] [steps]`. In one
 * process over SQLite, and with BullMQ and Postgres with one and with two workers, beside BullMQ doing as many empty jobs
 * on the same Redis right before. Processor time stands beside the time that passes, since machines are noisy.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { bareQueue } from './bench-fanout/bare-queue.ts';
import { oneIn } from './bench-fanout/flows.ts';
import type { Asked, Change, Given, Measured } from './bench-fanout/worker.ts';
import { startPostgres } from './services/postgres.ts';
import { startRedis } from './services/redis.ts';

const count = Number(process.argv[2] ?? 10_000);
const steps = Number(process.argv[3] ?? 20);
const file = join(import.meta.dirname, 'bench-fanout/worker.ts');

interface WorkerProcess {
  readonly child: ChildProcess;
  readonly ask: <T>(asked: Asked) => Promise<T>;
}

const startWorker = async (given: Given): Promise<WorkerProcess> => {
  const child = fork(file, [JSON.stringify(given)]);
  await once(child, 'message');
  return {
    child,
    ask: async <T>(asked: Asked): Promise<T> => {
      const answered = once(child, 'message') as Promise<[{ answer: T }]>;
      child.send(asked);
      const [{ answer }] = await answered;
      return answer;
    },
  };
};

interface Row {
  readonly seconds: number;
  readonly cpu: number;
  readonly judged: number;
  /** Megabytes when a quarter was judged, and the most that was seen. */
  readonly memory: readonly [number, number];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Changes the profile and waits until every flow is judged and every trail written. */
const change = async (workers: readonly WorkerProcess[], what: Change): Promise<Row> => {
  const [first] = workers;
  if (first === undefined) throw new Error('no worker');
  const look = () => Promise.all(workers.map(({ ask }) => ask<Measured>({ do: 'measure' })));
  const began = await look();
  const before = sum(began.map(({ cpu }) => cpu));
  // A worker that has just started may be at it already: then its run goes on with the change.
  const last = began[0]?.run?.done === false ? '' : (began[0]?.run?.since ?? '');
  const since = performance.now();
  await first.ask({ do: 'change', what });
  let early = 0;
  let most = 0;
  for (;;) {
    const now = await look();
    const at = performance.now();
    const memory = Math.max(...now.map((each) => each.memory));
    const run = now[0]?.run ?? null;
    most = Math.max(most, memory);
    if (run !== null && early === 0 && run.judged > count / 4) early = memory;
    const over = now.every(({ idle }) => idle) && run?.done !== false;
    if (over && (await first.ask<number>({ do: 'noted', count })) === count) {
      const cpu = sum(now.map((each) => each.cpu)) - before;
      const judged = run !== null && run.since > last ? run.judged : 0;
      return { seconds: (at - since) / 1000, cpu, judged, memory: [early === 0 ? memory : early, most] };
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

const fixed = (value: number, digits = 1): string => value.toFixed(digits);
const print = (name: string, what: string, row: Row, bare: number): void =>
  console.log(
    [
      name.padEnd(22),
      what.padEnd(15),
      fixed(row.seconds, 2).padStart(8),
      fixed(count / row.seconds, 0).padStart(9),
      fixed((row.cpu / count) * 1000, 2).padStart(12),
      `${row.judged}`.padStart(9),
      fixed(row.seconds / bare, 2).padStart(8),
      `${fixed(row.memory[0], 0)} / ${fixed(row.memory[1], 0)}`.padStart(12),
    ].join(' '),
  );

const redis = await startRedis();
const folder = mkdtempSync(join(tmpdir(), 'plumbline-fanout-'));
try {
  const load = loadavg()[0] ?? 0;
  console.log(
    `${new Date().toISOString().slice(0, 16)}, Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, load ${fixed(load)}`,
  );
  console.log(`${count} flows of ${steps} steps; the options make a difference to one in ${oneIn}\n`);
  console.log(
    'how                    change of       seconds   flows/s  CPU ms/flow   judged   / bare  MB early/most',
  );
  const measure = async (name: string, given: Given, workers: number): Promise<void> => {
    const started = [await startWorker(given)];
    const [first] = started;
    if (first === undefined) return;
    await first.ask({ do: 'fill', count, steps });
    while (started.length < workers) started.push(await startWorker(given));
    const bare = await bareQueue(redis.url, count, 50);
    console.log(
      `${'bare BullMQ'.padEnd(22)} ${'-'.padEnd(15)} ${fixed(bare, 2).padStart(8)} ${fixed(count / bare, 0).padStart(9)}`,
    );
    const all = await change(started, 'everything');
    print(name, 'everything', all, bare);
    for (const what of ['options', 'check', 'how strict'] as const) {
      const one = await change(started, what);
      print(name, what, one, bare);
      console.log(
        `${''.padEnd(22)} everything / ${what}: ${fixed(all.seconds / one.seconds)} by time, ${fixed(all.cpu / one.cpu)} by CPU`,
      );
    }
    for (const { ask, child } of started) {
      await ask({ do: 'end' });
      if (child.exitCode === null) await once(child, 'exit');
    }
  };
  await measure('in process, SQLite', { folder }, 1);
  for (const workers of [1, 2]) {
    const postgres = await startPostgres();
    try {
      const given = { databaseUrl: postgres.url(), redisUrl: `${redis.url}/${workers}` };
      await measure(`BullMQ, ${workers} worker${workers === 1 ? '' : 's'}`, given, workers);
    } finally {
      await postgres.stop();
    }
  }
} finally {
  await redis.kill();
  rmSync(folder, { recursive: true, force: true });
}
