import { parentPort, workerData } from 'node:worker_threads';
import type { Judged, Task } from '@plumbline/service';

/** What a thread is given when it starts: where it notes the number of the flow that it has come to. */
export interface ThreadData {
  readonly at: Int32Array<SharedArrayBuffer>;
}

/** Inside a thread: judges each list of tasks that comes, and sends back what was found. */
export const answerTasks = (judgeOne: (task: Task) => Judged): void => {
  const { at } = workerData as ThreadData;
  parentPort?.on('message', (tasks: readonly Task[]) => {
    Atomics.store(at, 0, 0);
    const judged = tasks.map((task, number) => {
      Atomics.store(at, 0, number);
      return judgeOne(task);
    });
    parentPort?.postMessage(judged);
  });
};
