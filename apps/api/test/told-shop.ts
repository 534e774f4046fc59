import { createHash } from 'node:crypto';
import type { Snapshot, Transition } from '@plumbline/core';
import {
  addAlertTarget,
  addConnection,
  addSubscription,
  announce,
  type Caretaker,
  type Context,
  createBusiness,
  createCaretaker,
  createDesk,
  createIds,
  createPolicies,
  type Mail,
  type Send,
  systemActor,
} from '@plumbline/service';
import type { Digest, Store } from '@plumbline/store';
import { openEmbedded } from '@plumbline/store/embedded';
import { createVault } from '@plumbline/store/vault';
import { send } from '../src/server/send.ts';

export const business = 'shop';

const sound: Snapshot = {
  fingerprint: 'fp',
  closure: 'closure',
  reader: 'reader',
  profile: { version: 1, hash: 'h' },
  checks: [],
  leansOn: [],
  overlays: [],
  standing: 'aligned',
  cells: [],
  faults: [],
  questions: [],
  failed: [],
};

const fault = {
  key: 'AI Agent',
  check: 'require-human-escalation',
  value: 'customer-intimacy',
  commitment: 'reach-a-person',
  enforcement: 'block' as const,
  evidence: 'proven' as const,
  message: '`AI Agent` answers customers and no step leads to one of you. Add a hand-over to one of you.',
  question: null,
  waived: false,
};

/** A flow got worse, or stands well again. */
export const turned = (
  id: string,
  { name = 'Chat on the website', flow = 'chat', better = false, because = '`Ask Maria` was removed' } = {},
): Transition => {
  const bad: Snapshot = { ...sound, standing: 'blocked', faults: [fault] };
  const standing = better
    ? ({ before: 'blocked', after: 'aligned' } as const)
    : ({ before: 'aligned', after: 'blocked' } as const);
  return {
    about: 'flow',
    id,
    flow: { source: 'n8n', id: flow, state: 'published', name },
    at: '2026-01-05T09:00:00.000Z',
    before: better ? bad : sound,
    after: better ? sound : bad,
    standing,
    cells: [],
    newFaults: better ? [] : [fault],
    goneFaults: better ? [fault] : [],
    newQuestions: [],
    goneQuestions: [],
    direction: better ? 'better' : 'worse',
    harmless: false,
    causes: [{ kind: 'flow', words: because, flow: null, diff: null, about: [] }],
  };
};

/** A business over a real store, whose events really go out, with a clock that the test holds. */
export interface ToldShop {
  readonly ctx: Context;
  readonly store: Store;
  /** One more process that does what falls due; with its own way of sending, if need be. */
  readonly worker: (own?: { readonly send?: Send; readonly mail?: Mail }) => Caretaker;
  /** Has this worker do what is due now. */
  readonly tend: (...workers: readonly Caretaker[]) => Promise<void>;
  readonly tell: (...all: readonly Transition[]) => Promise<number>;
  readonly subscribe: (origin: string) => Promise<string>;
  readonly target: (
    channel: 'slack' | 'teams' | 'discord' | 'webhook',
    origin: string,
    digest?: Digest,
  ) => Promise<string | null>;
  readonly at: (time: number) => void;
  readonly pass: (milliseconds: number) => void;
}

export const openToldShop = async (mail?: Mail, folder = ':memory:', given?: Store): Promise<ToldShop> => {
  const store = given ?? (await openEmbedded({ folder }));
  let time = Date.UTC(2026, 0, 5, 9);
  let drawn = 0;
  const clock = (): Date => new Date(time);
  const random = (bytes: number): Uint8Array => {
    drawn += 1;
    return createHash('sha512').update(`${drawn}`).digest().subarray(0, bytes);
  };
  const silent = () => undefined;
  const parts = {
    store,
    clock,
    random,
    id: createIds(clock, random),
    hash: (text: string) => createHash('sha256').update(text).digest('hex'),
    log: { info: silent, warn: silent, error: silent },
    vault: createVault(new Uint8Array(32).fill(7)),
    policies: createPolicies(),
    desk: createDesk(),
    send,
    mail,
    baseUrl: 'https://plumbline.shop.example',
    wake: silent,
    tend: silent,
    retention: 30 * 24 * 60 * 60 * 1000,
  };
  const ctx: Context = { ...parts, actor: systemActor };
  await createBusiness({ ctx, input: { id: business, name: 'The Corner Bookshop' } });
  const allow = async (origin: string): Promise<void> => {
    const { items } = { items: await store.read(business, (view) => view.connections()) };
    if (items.some((each) => each.origin === origin)) return;
    const input = { business, name: 'here', origin, path: '/none', allowPrivate: true };
    await addConnection({ ctx, input });
  };
  return {
    ctx,
    store,
    worker: (own = {}) => createCaretaker({ ...parts, ...own }, { later: silent }),
    tend: async (...workers) => {
      for (const worker of workers) worker.tend(business);
      await Promise.all(workers.map((worker) => worker.idle()));
    },
    tell: (...all) => store.transaction(business, (tx) => announce(ctx, tx, all)),
    subscribe: async (origin) => {
      await allow(origin);
      const events = ['flow.drifted', 'flow.recovered'] as const;
      const url = `${origin}/hook`;
      return (await addSubscription({ ctx, input: { business, url, events: [...events] } })).secret;
    },
    target: async (channel, origin, digest) => {
      await allow(origin);
      const place = { channel, url: `${origin}/hook` };
      const input = { business, name: channel, place, digest: digest ?? null };
      return (await addAlertTarget({ ctx, input })).secret;
    },
    at: (to) => {
      time = to;
    },
    pass: (milliseconds) => {
      time += milliseconds;
    },
  };
};
