import { readdirSync, readFileSync } from 'node:fs';

/** Microseconds that each kind of thread of a process has had the processor for, by its name; empty where the system does not tell. */
export const threadTimes = (pid: number): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  let tasks: readonly string[];
  try {
    tasks = readdirSync(`/proc/${pid}/task`);
  } catch {
    return found;
  }
  for (const task of tasks) {
    try {
      const name = readFileSync(`/proc/${pid}/task/${task}/comm`, 'utf8').trim();
      const [ran = '0'] = readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ');
      found.set(name, (found.get(name) ?? 0) + Number(ran) / 1000);
    } catch {
      // A thread that ended meanwhile.
    }
  }
  return found;
};

/** What the threads have used since, in microseconds for each of `count` requests: `MainThread 40, V8Worker 5`. */
export const threadShares = (pid: number, since: ReadonlyMap<string, number>, count: number): string =>
  [...threadTimes(pid)]
    .map(([name, ran]) => [name, (ran - (since.get(name) ?? 0)) / count] as const)
    .filter(([, each]) => each >= 0.5)
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, each]) => `${name} ${each.toFixed(0)}`)
    .join(', ');
