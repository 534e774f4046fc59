import { Queue as Bull } from 'bullmq';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Redis, startRedis } from '../../../scripts/services/redis.ts';
import { openBullQueue } from '../src/bullmq.ts';
import { hastyRetries, queueContract, sharedQueueContract } from '../src/contract.ts';
import type { Queue, Turn } from '../src/index.ts';

let redis: Redis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.kill());

const open: Queue[] = [];
afterEach(async () => {
  for (const queue of open.splice(0)) await queue.close();
});
const opened = (options: Parameters<typeof openBullQueue>[0]): Queue => {
  const queue = openBullQueue({ retries: hastyRetries, ...options });
  open.push(queue);
  return queue;
};

for (const [n, { name, run }] of [...queueContract, ...sharedQueueContract].entries()) {
  it(`on Redis: ${name}`, async () => {
    const failures: Parameters<typeof run>[0]['failures'] = [];
    const options = {
      url: redis.url,
      prefix: `case-${n}`,
      failed: (turn: Turn, _: unknown, last: boolean) => void failures.push({ turn, last }),
    };
    await expect(run({ queue: opened(options), beside: opened(options), failures })).resolves.toBeUndefined();
  });
}

it('says so when Redis is away instead of waiting for it, says when it is back, and goes on', async () => {
  const own = await startRedis();
  const queue = opened({ url: own.url });
  await queue.ready();
  const taken: string[] = [];
  let heard = (): void => undefined;
  const back = new Promise<void>((resolve) => {
    queue.onReturn(resolve);
  });
  const took = new Promise<void>((resolve) => {
    heard = resolve;
  });
  queue.take(async ({ business }) => {
    taken.push(business);
    heard();
  }, 1);
  await own.kill();
  await expect(queue.add([{ business: 'lost' }])).rejects.toThrow();
  await expect(queue.ready()).rejects.toThrow();
  const again = await startRedis(own.port);
  await back;
  await queue.add([{ business: 'a' }]);
  await took;
  await queue.idle();
  expect(taken).toEqual(['a']);
  await again.kill();
  // Nor does it hold up whoever closes it.
  await queue.close();
});

it('takes nothing from Redis that is no turn', async () => {
  const taken: Turn[] = [];
  const failures: boolean[] = [];
  const options = {
    url: redis.url,
    prefix: 'foreign',
    failed: (_: Turn, __: unknown, last: boolean) => void failures.push(last),
  };
  const queue = opened(options);
  const bull = new Bull('turns', { connection: { url: redis.url }, prefix: 'foreign' });
  await bull.add('turns', { business: 7, evil: true });
  await bull.close();
  const took = new Promise<void>((resolve) => {
    queue.take(async (turn) => {
      taken.push(turn);
      resolve();
    }, 1);
  });
  await queue.add([{ business: 'a' }]);
  await took;
  await queue.idle();
  expect(taken).toEqual([{ business: 'a' }]);
  expect(failures).toEqual([true]);
});
