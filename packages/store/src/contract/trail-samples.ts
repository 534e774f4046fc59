import type { Snapshot } from '@plumbline/core';
import type { Attestation, PracticeAttestation, SignOff, Waiver } from '../oversight-port.ts';
import type { StoreTransaction } from '../port.ts';
import type { NotedEntry } from '../trail-port.ts';
import { at } from './samples.ts';

export const snapshot = (more: Partial<Snapshot> = {}): Snapshot => ({
  fingerprint: 'fp-1',
  closure: 'closure-1',
  reader: 'reader-1',
  profile: { version: 1, hash: 'hash-1' },
  checks: [{ check: 'a', version: 1, options: '{}' }],
  leansOn: [],
  overlays: [],
  standing: 'aligned',
  cells: [{ value: 'customer-intimacy', label: 'upholds' }],
  faults: [],
  questions: [],
  failed: [],
  ...more,
});

export const noted = (entry: string, more: Partial<NotedEntry> = {}): NotedEntry => ({
  entry,
  source: 'n8n',
  id: '1',
  state: 'published',
  number: 1,
  name: 'Flow 1',
  at: at(3),
  snapshot: snapshot(),
  direction: 'same',
  harmless: true,
  causes: [{ kind: 'first', words: 'it was judged for the first time', flow: null, diff: null, about: [] }],
  askedHash: 'asked-1',
  saidHash: 'said-1',
  ...more,
});

const entry = {
  by: 'Maria',
  actor: 'key-1',
  at: at(3),
  words: 'looked at it',
  until: null,
  revokedAt: null,
  revokedBy: null,
  soonToldAt: null,
  lapseToldAt: null,
};

export const signOff = (id: string, more: Partial<SignOff> = {}): SignOff => ({
  ...entry,
  id,
  kind: 'sign-off',
  source: 'n8n',
  flow: '1',
  detail: { state: 'published', snapshot: snapshot() },
  ...more,
});

export const attestation = (id: string, more: Partial<Attestation> = {}): Attestation => ({
  ...entry,
  id,
  kind: 'attestation',
  source: 'n8n',
  flow: '1',
  detail: {
    key: 'a:1',
    check: 'a',
    checkVersion: 1,
    options: '{}',
    question: 'Who reads it?',
    holds: true,
    part: 'part-1',
  },
  ...more,
});

export const waiver = (id: string, more: Partial<Waiver> = {}): Waiver => ({
  ...entry,
  id,
  kind: 'waiver',
  source: 'n8n',
  flow: '1',
  until: at(30),
  detail: { places: [{ key: 'a:1', check: 'a', options: '{}', message: 'nobody reads it' }] },
  ...more,
});

export const practice = (id: string, more: Partial<PracticeAttestation> = {}): PracticeAttestation => ({
  ...entry,
  id,
  kind: 'practice',
  until: at(20),
  detail: { practice: 'voice' },
  ...more,
});

/** A trail and one of everything that people add, of the flow `caller`; `mark` stands in every part. */
export const fillTrail = async (tx: StoreTransaction, mark: string): Promise<void> => {
  await tx.appendTrail([noted('entry', { id: 'caller', name: mark, askedHash: mark })]);
  await tx.addOversight(signOff('sign-off', { flow: 'caller', by: mark }));
  await tx.addOversight(waiver('waiver', { flow: 'caller', by: mark }));
  await tx.addOversight(practice('practice', { by: mark }));
};
