import assert from 'node:assert/strict';
import { installation, type Store, type StoreView } from '../port.ts';
import { fillDecisions } from './decision-samples.ts';
import { fillEvents } from './event-samples.ts';
import { fillHandovers } from './handovers.ts';
import { called, caller, type Isolation, isolationCases, markA, markB } from './isolation-cases.ts';
import { at, type ContractCase, fill, question } from './samples.ts';
import { fillSources } from './sources.ts';
import { fillTrail } from './trail-samples.ts';

/** The store's own methods: those without a scope are named here on purpose, and no other may exist. */
const unscoped: Readonly<Record<keyof Store, 'by-handle' | 'unscoped' | 'no-data'>> = {
  listBusinesses: 'unscoped',
  findKeyByHash: 'unscoped',
  read: 'by-handle',
  transaction: 'by-handle',
  isVault: 'no-data',
  ready: 'no-data',
  close: 'no-data',
};

/** Where the port promises no order, a database may give the same in another one the next time. */
const inOrder = <T>(list: readonly T[]): readonly T[] =>
  [...list].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));

const everything = (store: Store, scope: string): Promise<unknown> =>
  store.read(scope, async (view: StoreView) => ({
    business: await view.business(),
    keys: await view.keys(),
    profile: await view.profile(),
    flows: await view.flows({ limit: 100, removed: true }),
    called: await view.flow(called),
    caller: await view.flow(caller),
    callers: await view.callers('n8n', ['called']),
    conversations: await view.conversations('n8n', ['called', 'caller']),
    readings: inOrder(await view.readings([caller, called])),
    answers: inOrder(await view.answers([caller, called], [question('a')])),
    audit: await view.auditTrail({ limit: 100 }),
    decisions: await view.decisions({ limit: 100 }),
    contacts: await view.contactUse({ recipients: [markA], since: '', channels: null }),
    suppressions: await view.suppressionList({ limit: 100 }),
    approvals: await view.approvals({ limit: 100 }),
    handovers: await view.handovers({ limit: 100 }),
    sources: await view.sources(),
    connections: await view.connections(),
    deliveries: await view.deliveries({ limit: 100 }),
    events: await view.events(['event', 'new', 'added']),
    told: await view.eventsOf(['gathering']),
    subscriptions: await view.subscriptions(),
    targets: await view.alertTargets(),
    settings: await view.alertSettings(),
    alerts: await view.alerts({ limit: 100 }),
    outcomes: await view.outcomes({ limit: 100 }),
    trail: await view.trail(caller, { limit: 100 }),
    noted: await view.lastNoted([caller]),
    oversight: await view.oversight({ limit: 100 }),
    claims: await view.claims(),
    troubles: await view.troubles(),
    run: await view.run(),
  }));

const populate = async (store: Store): Promise<void> => {
  await store.transaction('a', async (tx) => {
    await fill(tx, markA);
    await fillDecisions(tx, markA);
    await fillTrail(tx, markA);
    await fillEvents(tx, markA);
    await fillHandovers(tx, markA);
    await fillSources(tx, markA);
  });
  await store.transaction('b', async (tx) => {
    await fill(tx, markB);
    await fillDecisions(tx, markB);
    await fillTrail(tx, markB);
    await fillEvents(tx, markB);
    await fillHandovers(tx, markB);
    await fillSources(tx, markB);
    await tx.removeFlow(called, at(5));
  });
};

const isolated = ([method, { proof, call }]: readonly [string, Isolation]): ContractCase => ({
  name: `business B can neither read nor change A by ${method}`,
  run: async (store) => {
    await populate(store);
    const before = await everything(store, 'a');
    for (const other of ['b', 'nobody', installation]) {
      // A write to a scope that has no business is refused; that is isolation too.
      const seen = await store.transaction(other, call).catch((error: unknown) => String(error));
      assert.ok(!JSON.stringify(seen ?? null).includes(markA), `${other} sees what is A's`);
      assert.deepEqual(await everything(store, 'a'), before, `${other} changes what is A's`);
    }
    const own = await store.transaction('a', call);
    if (proof === 'reveals') assert.ok(JSON.stringify(own).includes(markA), 'the case reads nothing of A');
    else assert.notDeepEqual(await everything(store, 'a'), before, 'the case changes nothing of A');
  },
});

export const isolation: readonly ContractCase[] = [
  ...Object.entries(isolationCases).map(isolated),
  {
    name: 'every method there is has its isolation case',
    run: async (store) => {
      assert.deepEqual(Object.keys(store).sort(), Object.keys(unscoped).sort());
      const handle = await store.transaction('a', async (tx) => Object.keys(tx));
      assert.deepEqual(handle.sort(), Object.keys(isolationCases).sort());
      const view = await store.read('a', async (reads) => Object.keys(reads));
      for (const method of view) {
        assert.equal(
          isolationCases[method as keyof StoreView]?.proof,
          'reveals',
          `${method} is in a read handle`,
        );
      }
    },
  },
];
