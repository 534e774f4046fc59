import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProfileInput } from '@plumbline/core';
import type { KeyScope, Store } from '@plumbline/store';
import { openEmbedded } from '@plumbline/store/embedded';
import { createVault } from '@plumbline/store/vault';
import {
  type BareContext,
  type Context,
  createDesk,
  createIds,
  createKey,
  createPolicies,
  type Outgoing,
  type Sent,
  systemActor,
} from '../src/index.ts';

/** A service over a real store in memory, with a clock and randomness that the test holds. */
export interface Service {
  readonly store: Store;
  readonly bare: BareContext;
  /** Plumbline itself: may do everything. */
  readonly system: Context;
  readonly as: (scope: string, ...scopes: KeyScope[]) => Context;
  readonly pass: (milliseconds: number) => void;
  readonly woken: string[];
  /** Businesses where a call may be due. */
  readonly tended: string[];
  /** Calls that were made, and how the next ones go: 200 unless said otherwise. */
  readonly calls: Outgoing[];
  readonly results: Sent[];
  readonly logged: { readonly level: string; readonly event: string }[];
}

export const start = async (given?: Store): Promise<Service> => {
  const store = given ?? (await openEmbedded({ folder: ':memory:' }));
  let time = Date.UTC(2026, 0, 5, 9);
  let drawn = 0;
  const clock = (): Date => new Date(time);
  const random = (bytes: number): Uint8Array => {
    drawn += 1;
    return createHash('sha512').update(`${drawn}`).digest().subarray(0, bytes);
  };
  const logged: { level: string; event: string }[] = [];
  const log = (level: string) => (event: string) => {
    logged.push({ level, event });
  };
  const woken: string[] = [];
  const tended: string[] = [];
  const calls: Outgoing[] = [];
  const results: Sent[] = [];
  const bare: BareContext = {
    store,
    clock,
    random,
    id: createIds(clock, random),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    log: { info: log('info'), warn: log('warn'), error: log('error') },
    wake: (business) => {
      woken.push(business);
    },
    tend: (business) => {
      tended.push(business);
    },
    vault: createVault(new Uint8Array(32).fill(7)),
    policies: createPolicies(),
    desk: createDesk(given === undefined ? 1 : 2),
    send: async (call) => {
      calls.push(call);
      return results.shift() ?? { ok: true, status: 200 };
    },
    retention: 30 * 24 * 60 * 60 * 1000,
  };
  return {
    store,
    bare,
    woken,
    tended,
    calls,
    results,
    logged,
    system: { ...bare, actor: systemActor },
    as: (scope, ...scopes) => ({ ...bare, actor: { id: 'key-1', name: 'a key', scope, scopes } }),
    pass: (milliseconds) => {
      time += milliseconds;
    },
  };
};

/** Secret of a new key. */
export const secretOf = async (
  { system }: Service,
  business: string | null,
  ...scopes: KeyScope[]
): Promise<string> => (await createKey({ ctx: system, input: { business, name: 'k', scopes } })).secret;

const examples = join(import.meta.dirname, '../../core/src/checks/require-human-escalation/examples');

type Workflow = Record<string, unknown> & { nodes: Record<string, unknown>[] };

/** An example of the check that asks for a way to a person, as n8n would export it under this id. */
export const example = (name: string, id: string): Workflow => ({
  ...(JSON.parse(readFileSync(join(examples, `${name}.json`), 'utf8')) as Workflow),
  id,
});
export const noWayOut = (id: string): Workflow => example('fail-no-way-out', id);
export const wayToAPerson = (id: string): Workflow => example('pass-agent-tool', id);

/** The id of the flow that this one calls to hand over. */
export const handOver = 'Rk3vTq8LmNs2Xy7Z';
export const handsOverElsewhere = (id: string): Workflow => example('unknown-tool-in-another-flow', id);

type Enforcement = 'observe' | 'warn' | 'approve' | 'block';

export const profileAt = (enforcement: Enforcement, ...checks: string[]): ProfileInput => ({
  profile: 1,
  name: 'The Corner Bookshop',
  values: [
    {
      id: 'customer-intimacy',
      title: 'Customer intimacy',
      commitments: [
        {
          id: 'reach-a-person',
          promise: 'A customer can always reach one of us',
          enforcement,
          checks: [{ check: 'require-human-escalation' }, ...checks.map((check) => ({ check }))],
        },
      ],
    },
  ],
});
