import type { Connection, StoredApproval } from '../approval-port.ts';
import type { StoredDecision, Suppression } from '../decision-port.ts';
import type { Outcome } from '../outcome-port.ts';
import type { StoreTransaction } from '../port.ts';
import { at } from './samples.ts';

export const decision = (id: string, more: Partial<StoredDecision> = {}): StoredDecision => ({
  id,
  createdAt: at(10),
  actor: 'key',
  request: { caller: 'zapier', action: 'message.send', channel: 'email' },
  recipient: `hash of ${id}`,
  context: { now: 1, counters: { c: { used: 1, freeAt: 2 } }, suppression: 'none', flowStanding: null },
  answer: {
    kind: 'allow',
    reasons: [],
    observed: [],
    obligations: [],
    message: 'Fine.',
    reserves: ['contact'],
    versions: { profile: { hash: 'h', version: '1' }, rules: 'r@1' },
  },
  profileVersion: 1,
  idempotencyKey: null,
  requestHash: `request of ${id}`,
  contact: 'used',
  content: 'kept',
  sealed: 'sealed',
  contentUntil: at(60),
  ...more,
});

export const suppression = (recipient: string, source = 'asked by mail'): Suppression => ({
  recipient,
  scope: 'all',
  at: at(5),
  source,
});

export const approval = (id: string, more: Partial<StoredApproval> = {}): StoredApproval => ({
  id,
  decision: `of ${id}`,
  state: 'open',
  who: ['Maria'],
  until: at(30),
  resume: { connection: 'con', url: 'https://n8n.example.org/webhook-waiting/1' },
  createdAt: at(10),
  answeredAt: null,
  answeredBy: null,
  actor: null,
  comment: null,
  edited: null,
  ...more,
});

export const connection = (id: string, name = id): Connection => ({
  id,
  name,
  origin: 'https://n8n.example.org',
  path: '/webhook-waiting/**',
  allowPrivate: false,
  secret: 'sealed',
  createdAt: at(1),
  createdBy: 'key',
});

export const outcome = (id: string, more: Partial<Outcome> = {}): Outcome => ({
  id,
  indicator: 'retention',
  value: 0.5,
  at: at(10),
  flow: { source: 'n8n', id: 'f' },
  decision: null,
  recordedAt: at(11),
  ...more,
});

/** One of everything that decisions bring about; `mark` stands in every part of it. */
export const fillDecisions = async (tx: StoreTransaction, mark: string): Promise<void> => {
  await tx.addDecisions([
    decision('decision', {
      recipient: mark,
      actor: mark,
      idempotencyKey: mark,
      requestHash: mark,
      sealed: mark,
    }),
    decision('reserved', { recipient: mark, actor: mark, contact: 'reserved' }),
  ]);
  await tx.putSuppressions([suppression(mark, mark)]);
  await tx.addApproval(approval('approval', { decision: 'decision', comment: mark, edited: mark }));
  await tx.addConnection(connection('connection', mark));
  await tx.addOutcomes([outcome('outcome', { indicator: mark })]);
};
