import { expect } from 'vitest';
import { type Client, pause, until } from './client.ts';
import type { Receiver } from './receiver.ts';
import type { Chance } from './seed.ts';
import { changeIn, profile, question, standingAt, workflow } from './workflows.ts';

const shop = '/v1/businesses/shop';

/** A change of a flow: what was tried last, and what was last acknowledged. */
interface Changes {
  tried: number;
  kept: number;
}

/** A business with many flows, which remembers everything that was acknowledged to it. */
export interface Shop {
  /** Makes it, with so many flows, and lets the receiver hear of what happens. */
  readonly open: (flows: number, receiver: Receiver) => Promise<void>;
  /** Has every flow asked something new. */
  readonly ask: (asked: number) => Promise<void>;
  /** Changes flows and asks decisions, `count` of them, whether the answers come or not; gives the statuses. */
  readonly work: (count: number, chance: Chance) => Promise<ReadonlyMap<number | null, number>>;
  /** Waits until every flow is judged, then compares everything with what was acknowledged. */
  readonly isWhole: (seconds: number) => Promise<void>;
}

const atOnce = async (count: number, most: number, work: (n: number) => Promise<void>): Promise<void> => {
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      await work(next - 1);
    }
  };
  await Promise.all(Array.from({ length: most }, one));
};

interface FlowItem {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
}

const pagesOf = async <T>(client: Client, path: string): Promise<readonly T[]> => {
  const items: T[] = [];
  for (let cursor = ''; ; ) {
    const { json } = await client.insist('GET', `${path}?limit=100${cursor}`);
    const page = json as { readonly items: readonly T[]; readonly next: string | null };
    items.push(...page.items);
    if (page.next === null) return items;
    cursor = `&after=${encodeURIComponent(page.next)}`;
  }
};

export const shopOf = (client: Client): Shop => {
  const flows = new Map<string, Changes>();
  const decisions = new Map<string, string>();
  let asks = 0;

  const change = async (id: string): Promise<number | null> => {
    const own = flows.get(id) ?? { tried: -1, kept: -1 };
    flows.set(id, own);
    own.tried += 1;
    const { tried } = own;
    const body = { workflow: workflow(id, tried), state: 'published' };
    const { status } = await client.ask('PUT', `${shop}/flows/n8n/${id}`, body);
    if (status === 200 || status === 201) own.kept = tried;
    return status;
  };
  const decide = async (chance: Chance): Promise<number | null> => {
    asks += 1;
    const key = `ask-${asks}`;
    const address = `reader-${chance.below(10)}@example.org`;
    const { status, json } = await client.ask('POST', `${shop}/decisions`, question(address), key);
    if (status === 200) decisions.set(key, (json as { readonly id: string }).id);
    return status;
  };

  return {
    open: async (count, receiver) => {
      await client.insist('POST', '/v1/businesses', { id: 'shop', name: 'Shop' });
      await client.insist('PUT', `${shop}/profile`, profile(0));
      const door = { name: 'Receiver', origin: receiver.origin, path: '/**', allowPrivate: true };
      expect((await client.insist('POST', `${shop}/connections`, door)).status).toBe(201);
      const hears = { url: `${receiver.origin}/news`, events: ['flow.drifted', 'flow.recovered'] };
      expect((await client.insist('POST', `${shop}/subscriptions`, hears)).status).toBe(201);
      await atOnce(count, 8, async (n) => {
        expect(await change(`f${n}`)).toBe(201);
      });
    },
    ask: async (asked) => {
      for (;;) {
        const { status } = await client.ask('PUT', `${shop}/profile`, profile(asked));
        if (status === 200 || status === 201) return;
        await pause(50);
      }
    },
    work: async (count, chance) => {
      const statuses = new Map<number | null, number>();
      const ids = [...flows.keys()];
      const [first] = ids;
      if (first === undefined) throw new Error('The shop has no flows.');
      // Each flow is changed by one at a time, so that it is known which change must be there in the end.
      const free = new Set(ids);
      await atOnce(count, 4, async (n) => {
        let status: number | null;
        if (n % 3 === 0) status = await decide(chance);
        else {
          let id = chance.oneOf([first, ...ids]);
          while (!free.has(id)) id = chance.oneOf([first, ...ids]);
          free.delete(id);
          status = await change(id);
          free.add(id);
        }
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        // Whoever meets nobody does not hammer at the door.
        if (status === null || status === 503) await pause(20);
      });
      return statuses;
    },
    isWhole: async (seconds) => {
      await until('every flow is judged', seconds, async () => {
        const { json } = await client.insist('GET', `${shop}/progress`);
        const { left, failed } = json as { readonly left: number; readonly failed: number };
        return (left === 0 && failed === 0) || JSON.stringify(json).slice(0, 400);
      });
      const kept = await pagesOf<FlowItem>(client, `${shop}/flows`);
      expect(kept).toHaveLength(flows.size);
      const lost = kept.filter(({ id, name }) => {
        const own = flows.get(id);
        return own === undefined || changeIn(name) < own.kept || changeIn(name) > own.tried;
      });
      expect(lost).toEqual([]);
      await atOnce(kept.length, 8, async (n) => {
        const item = kept[n];
        if (item === undefined || n % 7 !== 0) return;
        const { json: seen } = await client.insist('GET', `${shop}/flows/n8n/${item.id}`);
        expect(seen).toMatchObject({ standing: standingAt(changeIn(item.name)) });
      });
      for (const id of decisions.values())
        expect((await client.insist('GET', `${shop}/decisions/${id}`)).status).toBe(200);
    },
  };
};
