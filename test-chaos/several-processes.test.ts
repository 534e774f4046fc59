import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '../packages/store/test/databases.ts';
import { startRedis } from '../scripts/services/redis.ts';
import { pause } from './client.ts';
import { recordsAgree } from './records.ts';
import { type ScaledOut, scaleOut } from './scaled-out.ts';
import { chanceOf, stage } from './seed.ts';
import { tell } from './tell-redis.ts';
import { profiles } from './workflows.ts';

const manyFlows = 2_000;
const rounds = 20;
/** Seconds in which everything must be judged again, on a busy machine too. */
const patience = 400;

let all: ScaledOut;
beforeAll(async () => {
  all = await scaleOut(manyFlows);
});
afterAll(() => all.end());

/** Redis stands still for so many milliseconds, as behind a network that is cut. */
const standsStill = 30_000;
let asked = 0;

/** Has every flow asked something new, so that much is to be judged. */
const askAgain = (): Promise<void> => {
  asked = Math.min(asked + 1, profiles - 1);
  return all.shop.ask(asked);
};

it('keeps answering while Redis is killed, comes back empty, stands still or is full; goes on by itself', async () => {
  const chance = chanceOf('Redis away');
  const { shop } = all;
  const answersAll = async (count: number): Promise<void> => {
    const statuses = await shop.work(count, chance);
    expect([...statuses.keys()].filter((status) => status !== 200)).toEqual([]);
  };

  await askAgain();
  await answersAll(chance.below(40) + 20);
  await all.redis.kill();
  await stage('without Redis', () => answersAll(60));
  all.redis = await startRedis(all.redis.port);
  await stage('caught up after an empty Redis', () => shop.isWhole(patience));

  await askAgain();
  await answersAll(chance.below(40) + 20);
  all.redis.pause();
  await stage('with a Redis that stands still', async () => {
    await Promise.all([answersAll(60), pause(standsStill)]);
  });
  all.redis.resume();
  await stage('caught up after a pause', () => shop.isWhole(patience));

  await askAgain();
  await answersAll(chance.below(40) + 20);
  await tell(all.redis.port, ['CONFIG', 'SET', 'maxmemory-policy', 'noeviction']);
  await tell(all.redis.port, ['CONFIG', 'SET', 'maxmemory', '1']);
  expect(await tell(all.redis.port, ['SET', 'x', 'y'])).toMatch(/^-OOM/);
  await stage('with a full Redis', () => answersAll(60));
  await tell(all.redis.port, ['CONFIG', 'SET', 'maxmemory', '0']);
  await stage('caught up after a full Redis', () => shop.isWhole(patience));
  await recordsAgree(all.postgres.url(), all.receiver);
});

it('writes all or nothing while Postgres is restarted and connections are cut; goes on by itself', async () => {
  const chance = chanceOf('Postgres away');
  const { shop, postgres } = all;
  const seen = new Map<number | null, number>();
  const working = async (count: number): Promise<void> => {
    for (const [status, times] of await shop.work(count, chance))
      seen.set(status, (seen.get(status) ?? 0) + times);
  };
  const cut = (): Promise<unknown> =>
    ask(
      postgres.url(),
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );

  await askAgain();
  await stage('connections cut', async () => {
    for (let round = 0; round < 15; round += 1) {
      const under = working(30);
      await pause(chance.below(60));
      await cut();
      await under;
    }
  });
  for (const how of ['in-order', 'crashed'] as const) {
    await askAgain();
    await stage(`restarted, ${how}`, async () => {
      const under = working(120);
      await pause(chance.below(200));
      await postgres.restart(how);
      await under;
    });
  }
  // Kept, or a clear word: no other answer. Without one is who met an idle connection that was being closed just
  // then; were the server gone, what follows would find nobody.
  const answers = [...seen.keys()].filter((status) => status !== null);
  expect(answers.filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect(seen.get(503) ?? 0).toBeGreaterThan(0);
  await stage('caught up', () => shop.isWhole(patience));
  await recordsAgree(postgres.url(), all.receiver);
});

it(`loses nothing when API and worker are killed ${rounds} times while ${manyFlows} flows are judged`, async () => {
  const { api, worker, shop, postgres, receiver } = all;
  const chance = chanceOf('killed processes');
  const oneRound = async (): Promise<void> => {
    await askAgain();
    const victims = chance.oneOf([[api], [worker], [api, worker]]);
    const working = shop.work(40, chance);
    await shop.work(chance.below(20), chance);
    await Promise.all(victims.map((victim) => victim.kill()));
    await Promise.all(victims.map((victim) => victim.start()));
    await working;
  };
  await stage(`${rounds} rounds`, async () => {
    for (let round = 0; round < rounds; round += 1) await oneRound();
  });
  await stage('caught up', () => shop.isWhole(patience));
  await recordsAgree(postgres.url(), receiver);
});
