import { type Postgres, startPostgres } from '../scripts/services/postgres.ts';
import { type Redis, startRedis } from '../scripts/services/redis.ts';
import { clientOf } from './client.ts';
import { type Plumbline, plumbline } from './plumbline.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { stage } from './seed.ts';
import { type Shop, shopOf } from './shop.ts';

/** An API and a worker over a Postgres and a Redis of their own, with a shop in it. */
export interface ScaledOut {
  readonly postgres: Postgres;
  /** Another one stands in its place after it was killed. */
  redis: Redis;
  readonly receiver: Receiver;
  readonly api: Plumbline;
  readonly worker: Plumbline;
  readonly shop: Shop;
  readonly end: () => Promise<void>;
}

/** Starts it with so many flows, none of which is judged yet when it returns. */
export const scaleOut = async (flows: number): Promise<ScaledOut> => {
  const [postgres, redis, receiver] = await Promise.all([startPostgres(), startRedis(), startReceiver()]);
  const env = {
    DATABASE_URL: postgres.url(),
    REDIS_URL: redis.url,
    PLUMBLINE_VAULT_KEY: Buffer.alloc(32, 1).toString('base64'),
  };
  const api = await plumbline({ command: ['serve', '--no-worker'], env });
  const worker = await plumbline({ command: ['worker'], env });
  await api.start();
  const shop = shopOf(clientOf(api.url, api.adminKey() ?? ''));
  await stage(`${flows} flows put`, () => shop.open(flows, receiver));
  await worker.start();
  const all: ScaledOut = {
    postgres,
    redis,
    receiver,
    api,
    worker,
    shop,
    end: async () => {
      await Promise.all([api.kill(), worker.kill(), all.redis.kill(), receiver.close()]);
      await postgres.stop();
    },
  };
  return all;
};
