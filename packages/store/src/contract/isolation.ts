import assert from 'node:assert/strict';
import { flowCursor, installation, type Store, type StoreTransaction, type StoreView } from '../port.ts';
import {
  answer,
  at,
  auditRow,
  type ContractCase,
  fill,
  flow,
  key,
  profile,
  question,
  reading,
} from './samples.ts';

/** What stands in everything of business A, and in nothing of B. */
const markA = 'only-of-a';
const markB = 'only-of-b';
const caller = flow('caller');
const called = flow('called');
const wanted = { readers: ['reader-1'], questions: [question('a')] };

/** Key ids and hashes are unique over all scopes. */
let keys = 0;
const nextKey = (): number => {
  keys += 1;
  return keys;
};

interface Isolation {
  /** How A's own handle proves that the case reaches A's data at all. */
  readonly proof: 'reveals' | 'changes';
  /** The method, called with what belongs to A. */
  readonly call: (tx: StoreTransaction) => Promise<unknown>;
}

const reveals = (call: Isolation['call']): Isolation => ({ proof: 'reveals', call });
const changes = (call: Isolation['call']): Isolation => ({ proof: 'changes', call });

/** One case for every method that a handle has. The type, and a test at run time, refuse a method without one. */
const isolationCases: Readonly<Record<keyof StoreTransaction, Isolation>> = {
  business: reveals((tx) => tx.business()),
  keys: reveals((tx) => tx.keys()),
  profile: reveals(async (tx) => [await tx.profile(), await tx.profile(1)]),
  flow: reveals((tx) => tx.flow(called)),
  flows: reveals((tx) => tx.flows({ limit: 10, after: flowCursor(called), removed: true })),
  heads: reveals((tx) => tx.heads('n8n', ['caller', 'called'])),
  callers: reveals((tx) => tx.callers('n8n', ['called'])),
  readings: reveals((tx) => tx.readings([caller, called])),
  answers: reveals((tx) => tx.answers([caller, called], [question('a')])),
  missing: reveals((tx) => tx.missing(wanted, { limit: 10 })),
  progress: reveals(async (tx) => {
    // B keeps one flow less, see `populate`: the count itself tells whose it is.
    const { flows } = await tx.progress(wanted);
    return flows === 2 ? markA : flows;
  }),
  auditTrail: reveals((tx) => tx.auditTrail({ limit: 10 })),
  createBusiness: changes(async (tx) => {
    await tx.deleteBusiness();
    return tx.createBusiness({ name: 'somebody else', createdAt: at(9) });
  }),
  deleteBusiness: changes((tx) => tx.deleteBusiness()),
  addKey: changes((tx) => tx.addKey(key(`key-${nextKey()}`))),
  revokeKey: changes((tx) => tx.revokeKey(`key-${markA}`, at(9))),
  noteKeyUse: changes((tx) => tx.noteKeyUse(`key-${markA}`, at(9))),
  addProfile: changes((tx) =>
    tx.addProfile({ hash: 'new', profile: profile('new'), createdAt: at(9), createdBy: 'new' }),
  ),
  putFlow: changes((tx) => tx.putFlow(flow('caller', { name: 'taken over', references: [] }))),
  setClosure: changes((tx) => tx.setClosure(caller, 'another')),
  removeFlow: changes((tx) => tx.removeFlow(caller, at(9))),
  putReading: changes((tx) => tx.putReading(reading(caller, 'taken over'))),
  putAnswers: changes((tx) => tx.putAnswers([answer(caller, question('a'), 'taken over')])),
  forget: changes((tx) => tx.forget(caller, 'all')),
  addAudit: changes((tx) => tx.addAudit(auditRow('audit-2', 'taken over'))),
};

/** The store's own methods: those without a scope are named here on purpose, and no other may exist. */
const unscoped: Readonly<Record<keyof Store, 'by-handle' | 'unscoped' | 'no-data'>> = {
  listBusinesses: 'unscoped',
  findKeyByHash: 'unscoped',
  read: 'by-handle',
  transaction: 'by-handle',
  ready: 'no-data',
  close: 'no-data',
};

const everything = (store: Store, scope: string): Promise<unknown> =>
  store.read(scope, async (view: StoreView) => ({
    business: await view.business(),
    keys: await view.keys(),
    profile: await view.profile(),
    flows: await view.flows({ limit: 100, removed: true }),
    called: await view.flow(called),
    caller: await view.flow(caller),
    callers: await view.callers('n8n', ['called']),
    readings: await view.readings([caller, called]),
    answers: await view.answers([caller, called], [question('a')]),
    audit: await view.auditTrail({ limit: 100 }),
  }));

const populate = async (store: Store): Promise<void> => {
  await store.transaction('a', (tx) => fill(tx, markA));
  await store.transaction('b', async (tx) => {
    await fill(tx, markB);
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
