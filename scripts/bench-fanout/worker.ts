/** One process that judges, as `plumbline worker` does, and does what the benchmark says. */
import { hash, randomBytes } from 'node:crypto';
import { builtInProfile, type ProfileInput } from '@plumbline/core';
import {
  createBusiness,
  createDesk,
  createIds,
  createPolicies,
  putProfile,
  systemActor,
} from '@plumbline/service';
import { openEmbedded } from '@plumbline/store/embedded';
import { openPostgres } from '@plumbline/store/postgres';
import { createVault } from '@plumbline/store/vault';
import { createWork } from '@plumbline/worker';
import { fillBusiness } from './flows.ts';

export interface Given {
  readonly folder?: string;
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
}
export type Change = 'everything' | 'one commitment' | 'how strict';
export type Asked =
  | { readonly do: 'fill'; readonly count: number; readonly steps: number }
  | { readonly do: 'change'; readonly what: Change }
  | { readonly do: 'measure' }
  | { readonly do: 'end' };
export interface Measured {
  readonly cpu: number;
  readonly memory: number;
  readonly run: { readonly since: string; readonly judged: number; readonly done: boolean } | null;
}

const business = 'shop';

type Commitments = NonNullable<NonNullable<ProfileInput['values']>[number]['commitments']>;

/** What one commitment asks, with another option, or held more strictly. */
const changed = (commitment: Commitments[number], what: Change): Commitments[number] => {
  const own = commitment.checks?.some(({ check }) => check === 'require-personalised-message');
  if (own !== true || what === 'everything') return commitment;
  return what === 'how strict'
    ? { ...commitment, enforcement: 'block' }
    : { ...commitment, checks: [{ check: 'require-personalised-message', options: { every: true } }] };
};

const profileAfter = (what: Change): ProfileInput => {
  const { values = [], ...profile } = builtInProfile() as ProfileInput;
  const after = values.map(({ commitments = [], ...value }) => ({
    ...value,
    commitments: commitments.map((commitment) => changed(commitment, what)),
  }));
  return { ...profile, values: after };
};

const { folder = ':memory:', databaseUrl, redisUrl } = JSON.parse(process.argv[2] ?? '{}') as Given;
const store =
  databaseUrl === undefined ? await openEmbedded({ folder }) : await openPostgres({ url: databaseUrl });
const clock = (): Date => new Date();
const say = (event: string, fields: unknown): void => console.error(event, fields);
const work = await createWork(
  {
    store,
    clock,
    random: randomBytes,
    id: createIds(clock, randomBytes),
    hash: (text) => hash('sha256', text, 'hex'),
    log: { info: () => undefined, warn: say, error: say },
    vault: createVault(new Uint8Array(32).fill(7)),
    policies: createPolicies(),
    desk: createDesk(),
    send: async () => ({ ok: true, status: 200 }),
    retention: 30 * 24 * 60 * 60 * 1000,
  },
  { redisUrl, works: true, alone: databaseUrl === undefined },
);
const ctx = { ...work.bare, actor: systemActor };

const measured = async (): Promise<Measured> => {
  const { user, system } = process.cpuUsage();
  const run = await store.read(business, (view) => view.run());
  return {
    cpu: (user + system) / 1e6,
    memory: process.memoryUsage.rss() / 1e6,
    run: run === undefined ? null : { since: run.since, judged: run.judged, done: run.endedAt !== null },
  };
};

const act = async (asked: Asked): Promise<unknown> => {
  switch (asked.do) {
    case 'fill':
      await createBusiness({ ctx, input: { id: business, name: 'Shop' } });
      return fillBusiness(store, business, asked.count, asked.steps);
    case 'change':
      await putProfile({ ctx, input: { business, profile: profileAfter(asked.what) } });
      return null;
    case 'measure':
      return measured();
    case 'end':
      await work.stop();
      await store.close();
      return null;
  }
};
process.on('message', (asked: Asked) => {
  void act(asked).then((answer) => {
    process.send?.({ answer });
    if (asked.do === 'end') process.disconnect();
  });
});
await work.start();
process.send?.({ answer: 'ready' });
