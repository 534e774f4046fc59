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
import { fillBusiness, idOf } from './flows.ts';

export interface Given {
  readonly folder?: string;
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
}
/** `options`: a promise that asks with other options; `check`: one that asks one more check. */
export type Change = 'everything' | 'options' | 'check' | 'how strict';
export type Asked =
  | { readonly do: 'fill'; readonly count: number; readonly steps: number }
  | { readonly do: 'change'; readonly what: Change }
  | { readonly do: 'measure' }
  | { readonly do: 'noted'; readonly count: number }
  | { readonly do: 'end' };
export interface Measured {
  readonly cpu: number;
  readonly memory: number;
  readonly run: { readonly since: string; readonly judged: number; readonly done: boolean } | null;
  /** Nothing waits and nothing runs. */
  readonly idle: boolean;
}

const business = 'shop';

type Commitments = NonNullable<NonNullable<ProfileInput['values']>[number]['commitments']>;

const personal = 'require-personalised-message';
/** Asked of every flow only by the last change but one. */
const later = 'require-error-path';

const order: readonly Change[] = ['everything', 'options', 'check', 'how strict'];

/** What a commitment asks after these changes, each of which stays. */
const changed = (commitment: Commitments[number], until: number): Commitments[number] => {
  const { checks = [] } = commitment;
  return {
    ...commitment,
    ...(until >= 3 && checks.some(({ check }) => check === personal)
      ? { enforcement: 'block' as const }
      : {}),
    checks: checks
      .filter(({ check }) => check !== later || until >= 2)
      .map((bound) =>
        bound.check === personal && until >= 1 ? { ...bound, options: { every: true } } : bound,
      ),
  };
};

const profileAfter = (what: Change): ProfileInput => {
  const { values = [], ...profile } = builtInProfile() as ProfileInput;
  const after = values.map(({ commitments = [], ...value }) => ({
    ...value,
    commitments: commitments.map((commitment) => changed(commitment, order.indexOf(what))),
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
  const { waiting, running, retrying } = await work.queue.depth();
  return {
    cpu: (user + system) / 1e6,
    memory: process.memoryUsage.rss() / 1e6,
    run: run === undefined ? null : { since: run.since, judged: run.judged, done: run.endedAt !== null },
    idle: waiting + running + retrying === 0,
  };
};

/** Of these flows, how many trails end with the profile of now. */
const noted = (count: number): Promise<number> =>
  store.read(business, async (view) => {
    const profile = await view.profile();
    const flows = Array.from({ length: count }, (_, n) => ({
      source: 'n8n',
      id: idOf(n),
      state: 'published' as const,
    }));
    let found = 0;
    for (let from = 0; from < count; from += 500)
      for (const { snapshot } of await view.lastNoted(flows.slice(from, from + 500)))
        if (snapshot.profile.version === profile?.version) found += 1;
    return found;
  });

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
    case 'noted':
      return noted(asked.count);
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
