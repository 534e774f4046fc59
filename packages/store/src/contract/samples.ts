import type { Finding, Profile } from '@plumbline/core';
import type { FlowConversations } from '../conversation-port.ts';
import type {
  Answer,
  ApiKey,
  Facts,
  Question,
  Reading,
  Store,
  StoredFlow,
  StoreTransaction,
} from '../port.ts';

/** One thing an adapter must do. `run` gets an empty store and throws where it does not hold. */
export interface ContractCase {
  readonly name: string;
  readonly run: (store: Store) => Promise<void>;
}

export const at = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();

export const business = (store: Store, id: string, name = id): Promise<boolean> =>
  store.transaction(id, (tx) => tx.createBusiness({ name, createdAt: at(0) }));

export const key = (id: string, name = id): Omit<ApiKey, 'scope' | 'revokedAt' | 'lastUsedAt'> => ({
  id,
  name,
  scopes: ['read', 'write'],
  hash: `hash of ${id}`,
  createdAt: at(1),
});

export const profile = (name: string): Profile => ({
  profile: 1,
  name,
  version: '1',
  people: [],
  ownActions: [],
  ownChannels: [],
  ownFacts: {},
  ownRules: [],
  values: [],
});

export const flow = (id: string, more: Partial<StoredFlow> = {}): StoredFlow => ({
  source: 'n8n',
  id,
  state: 'published',
  name: `Flow ${id}`,
  revision: 1,
  fingerprint: `fp-${id}`,
  closure: `closure-${id}`,
  reader: 'reader-1',
  references: [],
  contentHash: `content-${id}`,
  createdAt: at(2),
  updatedAt: at(2),
  removedAt: null,
  workflow: '{"nodes":[]}',
  ...more,
});

/** What is noted of a kept flow's conversations. */
export const talks = (
  { source, id, state, createdAt }: StoredFlow,
  answeredOver: readonly string[],
  listensTo: readonly string[] = [],
): FlowConversations => ({ source, id, state, createdAt, answeredOver, listensTo });

export const question = (check: string, version = 1, options = '{}'): Question => ({
  check,
  version,
  options,
});

const facts = (because: string): Facts => ({
  kind: { is: 'chatbot', because, steps: [{ id: '1', name: 'Chat' }] },
  customerFacing: { is: 'unknown', because, steps: [] },
});

const subject = ({ source, id, closure, reader }: StoredFlow) => ({ source, id, closure, reader });

export const reading = (kept: StoredFlow, because = 'seen'): Reading => ({
  ...subject(kept),
  result: { ok: true, facts: facts(because) },
  at: at(3),
});

export const failedReading = (kept: StoredFlow, error: string): Reading => ({
  ...subject(kept),
  result: { ok: false, error },
  at: at(3),
});

const finding = (asked: Question, message: string): Finding => ({
  check: asked.check,
  options: asked.options,
  verdict: 'pass',
  evidence: 'proven',
  occurrences: [{ key: 'k', verdict: 'pass', evidence: 'proven', steps: [], witness: [], message }],
});

export const answer = (kept: StoredFlow, asked: Question, message = 'holds'): Answer => ({
  ...subject(kept),
  ...asked,
  anyOptions: false,
  result: { ok: true, finding: finding(asked, message) },
  at: at(3),
});

export const failedAnswer = (kept: StoredFlow, asked: Question, error: string): Answer => ({
  ...subject(kept),
  ...asked,
  anyOptions: false,
  result: { ok: false, error },
  at: at(3),
});

export const auditRow = (id: string, words = 'none') => ({
  id,
  at: at(4),
  actor: 'somebody',
  action: 'test',
  subject: words,
  detail: { words, count: 1, yes: true, nothing: null },
});

/** A business with one of everything; `mark` stands in every part of it, `suffix` tells its keys apart. */
export const fill = async (tx: StoreTransaction, mark: string): Promise<void> => {
  const caller = flow('caller', { name: mark, references: ['called'], contentHash: mark });
  const called = flow('called', { name: mark, workflow: JSON.stringify({ mark }) });
  await tx.createBusiness({ name: mark, createdAt: at(0) });
  await tx.addKey(key(`key-${mark}`, mark));
  await tx.addProfile({ hash: `hash-${mark}`, profile: profile(mark), createdAt: at(1), createdBy: mark });
  await tx.putFlow(caller);
  await tx.putFlow(called);
  await tx.putConversations(talks(caller, ['email', mark]));
  await tx.putConversations(talks(called, [], ['email']));
  await tx.putReading(reading(caller, mark));
  await tx.putAnswers([answer(caller, question('a'), mark), failedAnswer(called, question('a'), mark)]);
  await tx.putAnswers([answer(caller, question('own', 1, mark))]);
  await tx.addAudit(auditRow('audit-1', mark));
  await tx.putClaim({ id: 'claim', worker: mark, until: at(5), wanted: mark, flows: [] });
  await tx.putTrouble({ source: 'n8n', id: 'caller', closure: mark, times: 1 });
  await tx.beginRun(mark);
};
