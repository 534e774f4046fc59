import { announce, type Context, createCaretaker, listDeliveries } from '@plumbline/service';
import { openPostgres } from '@plumbline/store/postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Postgres, startPostgres } from '../../../scripts/services/postgres.ts';
import { openReceiver, type Receiver } from './receiver.ts';
import { business, openToldShop, turned } from './told-shop.ts';

let postgres: Postgres;
let programs: Receiver;
let people: Receiver;
beforeAll(async () => {
  postgres = await startPostgres();
  programs = await openReceiver();
  people = await openReceiver();
});
afterAll(async () => {
  await Promise.all([programs.close(), people.close()]);
  await postgres.stop();
});

const idsIn = ({ received }: Receiver): readonly string[] =>
  received.flatMap(({ json }) => {
    const { events } = json['data'] as { readonly events: readonly { readonly id: string }[] };
    return events.map(({ id }) => id);
  });

it('tells once what three processes see at the same time, over one Postgres', async () => {
  const url = postgres.url();
  const stores = await Promise.all([1, 2, 3].map(() => openPostgres({ url, connections: 4 })));
  const shop = await openToldShop(undefined, undefined, stores[0]);
  await shop.subscribe(programs.origin);
  for (let n = 0; n < 3; n += 1) await shop.target('webhook', people.origin);
  const processes = stores.map((store): Context => ({ ...shop.ctx, store }));
  const workers = processes.map((ctx) => createCaretaker(ctx, { later: () => undefined }));
  const seen = Array.from({ length: 60 }, (_, at) => turned(`t${at}`, { flow: `${at}` }));
  for (let at = 0; at < seen.length; at += 5) {
    await Promise.all(
      processes.map((ctx) =>
        ctx.store.transaction(business, (tx) => announce(ctx, tx, seen.slice(at, at + 5))),
      ),
    );
    // Nobody waits for them: what is sent and what is added to come at the same time.
    for (const worker of workers) worker.tend(business);
    shop.pass(7_000);
  }
  await Promise.all(workers.map((worker) => worker.idle()));
  shop.pass(120_000);
  await shop.tend(...workers);
  expect(programs.received).toHaveLength(60);
  expect(new Set(programs.received.map(({ id }) => id)).size).toBe(60);
  const told = idsIn(people);
  expect([told.length, new Set(told).size]).toEqual([3 * 60, 60]);
  const { items } = await listDeliveries({ ctx: shop.ctx, input: { business, limit: 1000 } });
  expect(items.filter(({ state, attempts }) => state !== 'delivered' || attempts !== 1)).toEqual([]);
  for (const store of stores) await store.close();
});
