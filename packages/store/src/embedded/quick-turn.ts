import type { DecisionReads, StoredDecision } from '../decision-port.ts';
import type { StoreTransaction, StoreView } from '../port.ts';
import { transactionOf } from '../sql/handle.ts';
import type { Open } from '../sql/tables.ts';
import { baseless, type CommitThread } from './commit-thread.ts';
import { makesForgotten } from './forgetting.ts';
import type { LookUp } from './look-up.ts';
import { addContact, countContacts, covers, type Memory, type Remembered } from './remembered.ts';
import type { Ending, Turn } from './write-queue.ts';

/** What quick turns work with. */
export interface Quick {
  /** So many decisions are written without the thread; a shop that seldom asks does without it. */
  readonly threadAfter: number;
  readonly thread: CommitThread;
  readonly memory: Memory;
  readonly lookUp: LookUp;
}

export interface QuickTurn {
  readonly tx: StoreTransaction;
  /** Hands over what was added, if no transaction had to be begun for it. */
  readonly end: () => Ending;
}

/** Reads of what the thread never writes, so that the data says it as it is without a transaction. */
const untouched: ReadonlySet<string> = new Set<keyof StoreView>([
  'profile',
  'flow',
  'wholeFlows',
  'heads',
  'callers',
  'conversations',
  'listeners',
  'readings',
  'answers',
  'gists',
  'practices',
  'oversightOf',
  'approvalOf',
  'connection',
  'connections',
]);

const contactOf = ({ recipient, contact }: StoredDecision): string | null =>
  contact === 'used' || contact === 'reserved' ? recipient : null;

/** Notes decisions as under way, and counts their contacts from now on; gives what to do once they are on disk, or not. */
const note = (own: Remembered, memory: Memory, decisions: readonly StoredDecision[]): (() => void) => {
  const { underWay } = own;
  for (const decision of decisions) {
    if (decision.idempotencyKey !== null) underWay.set(decision.idempotencyKey, decision);
    const recipient = contactOf(decision);
    if (recipient === null) continue;
    addContact(own.contacts.get(recipient), {
      channel: decision.request.channel ?? '',
      at: decision.createdAt,
      reserved: decision.contact === 'reserved',
    });
  }
  memory.grew(decisions.length);
  return () => {
    for (const { idempotencyKey } of decisions) if (idempotencyKey !== null) underWay.delete(idempotencyKey);
  };
};

/**
 * A transaction that looks things up outside of any and lets the thread write what it adds, as long as it does nothing
 * but decide. Whatever else it is used for begins a real transaction first, with all that was added before in it. No
 * other turn runs meanwhile, and what the thread still writes is in memory, so it sees one state either way.
 */
export const quickTurn = (turn: Turn, open: Open, scope: string, quick: Quick): QuickTurn => {
  const { thread, memory, lookUp } = quick;
  const own = memory.of(scope);
  const era = thread.era();
  let made: StoreTransaction | null = null;
  // Made where it is needed only: a turn that just decides does without.
  const whole = (): StoreTransaction => {
    made ??= transactionOf(open, scope);
    return made;
  };
  const absent = new Set<string>();
  const added: StoredDecision[] = [];
  let placed: (() => void) | undefined;

  const begin = async (): Promise<void> => {
    await turn.begin();
    if (thread.era() !== era) throw baseless();
    if (added.length > 0) await addInTransaction(added.splice(0));
  };
  const addInTransaction = async (decisions: readonly StoredDecision[]): Promise<void> => {
    if (memory.decided(decisions.length) > quick.threadAfter) void thread.start();
    for (const { recipient } of decisions) if (recipient !== null) own.contacts.delete(recipient);
    placed ??= thread.placing();
    await whole().addDecisions(decisions);
  };
  /** Whether it can be answered from memory and the data as it is; begins a transaction otherwise. */
  const isQuick = async (): Promise<boolean> => {
    open();
    if (turn.isBegun()) return false;
    if (added.length === 0 && thread.isReady()) return true;
    await begin();
    return false;
  };

  const contactUse: DecisionReads['contactUse'] = async (window) => {
    open();
    const { recipients, since } = window;
    if (recipients.some((each) => !covers(own, each, since) && thread.isUnplaced(each))) await begin();
    if (!(await isQuick())) return whole().contactUse(window);
    const missing = [...new Set(recipients)].filter((each) => !covers(own, each, since));
    if (missing.length > 0) lookUp.contacts(scope, own, missing, since);
    return countContacts(own, window);
  };
  const suppressions: DecisionReads['suppressions'] = async (recipients) => {
    if (!(await isQuick())) return whole().suppressions(recipients);
    const wanted = [...new Set(recipients)];
    const missing = wanted.filter((each) => !own.suppressions.has(each));
    if (missing.length > 0) lookUp.suppressions(scope, own, missing);
    return wanted.flatMap((each) => own.suppressions.get(each) ?? []);
  };
  const decisionsByKey: DecisionReads['decisionsByKey'] = async (keys) => {
    if (!(await isQuick())) return whole().decisionsByKey(keys);
    const underWay = keys.flatMap((key) => own.underWay.get(key) ?? []);
    const others = keys.filter((key) => !own.underWay.has(key));
    const there = others.length === 0 ? [] : lookUp.keys(scope, others);
    const known = new Set(there);
    for (const key of others) if (!known.has(key)) absent.add(key);
    return there.length === 0 ? underWay : [...underWay, ...(await whole().decisionsByKey(there))];
  };
  const addDecisions: StoreTransaction['addDecisions'] = async (decisions) => {
    const quickly = await isQuick();
    // The business must be known to be there, and a key to be free: the thread is given nothing that could be refused.
    const fine = own.business?.is !== undefined && decisions.every((each) => takesFreeKey(each));
    if (quickly && fine) {
      added.push(...decisions);
      return;
    }
    await begin();
    await addInTransaction(decisions);
  };
  const takesFreeKey = ({ idempotencyKey }: StoredDecision): boolean =>
    idempotencyKey === null || absent.delete(idempotencyKey);

  const ours: Pick<
    StoreTransaction,
    'business' | 'profileHead' | 'contactUse' | 'suppressions' | 'decisionsByKey' | 'addDecisions'
  > = {
    business: async () => {
      if (!(await isQuick())) return whole().business();
      own.business ??= { is: await whole().business() };
      return own.business.is;
    },
    profileHead: async () => {
      if (!(await isQuick())) return whole().profileHead();
      own.profileHead ??= { is: await whole().profileHead() };
      return own.profileHead.is;
    },
    contactUse,
    suppressions,
    decisionsByKey,
    addDecisions,
  };
  const through =
    (name: string, member: (...given: unknown[]) => unknown) =>
    async (...given: unknown[]) => {
      open();
      if (!untouched.has(name) || added.length > 0) await begin();
      if (makesForgotten(name)) memory.forget(scope);
      return member(...given);
    };
  const get = (name: string | symbol): unknown => {
    if (name in ours) return Reflect.get(ours, name);
    const member: unknown = Reflect.get(whole(), name);
    if (typeof name !== 'string' || typeof member !== 'function') return member;
    return through(name, (...given) => Reflect.apply(member, undefined, given));
  };
  const tx = new Proxy({} as StoreTransaction, {
    get: (_, name) => get(name),
    ownKeys: () => Reflect.ownKeys(whole()),
    getOwnPropertyDescriptor: (_, name) => ({ value: get(name), enumerable: true, configurable: true }),
  });

  return {
    tx,
    end: () => {
      if (turn.isBegun()) return { committed: placed };
      if (added.length === 0) return { onDisk: thread.soFar() };
      const over = note(own, memory, added);
      return { onDisk: thread.commit(era, { scope, decisions: added }).finally(over) };
    },
  };
};
