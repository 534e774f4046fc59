import { Queue, Worker } from 'bullmq';

/** Seconds that BullMQ takes for so many empty jobs, from adding the first to the end of the last. */
export const bareQueue = async (url: string, count: number, concurrency: number): Promise<number> => {
  const { hostname: host, port } = new URL(url);
  const connection = { host, port: Number(port) };
  const queue = new Queue('bare', { connection });
  await queue.waitUntilReady();
  let left = count;
  const since = performance.now();
  await new Promise<void>((resolve, reject) => {
    const worker = new Worker('bare', async () => undefined, {
      connection,
      concurrency,
      removeOnComplete: { count: 0 },
    });
    worker.on('error', reject);
    worker.on('completed', () => {
      left -= 1;
      if (left === 0) void worker.close().then(resolve);
    });
    void (async () => {
      for (let at = 0; at < count; at += 1_000)
        await queue.addBulk(
          Array.from({ length: Math.min(1_000, count - at) }, () => ({ name: 'empty', data: {} })),
        );
    })().catch(reject);
  });
  const seconds = (performance.now() - since) / 1000;
  await queue.close();
  return seconds;
};
