import { compareSnapshots, type Snapshot, type SnapshotPlace, type Transition } from '@plumbline/core';

export const place = (more: Partial<SnapshotPlace> = {}): SnapshotPlace => ({
  key: 'AI Agent',
  check: 'require-human-escalation',
  value: 'customer-intimacy',
  commitment: 'reach-a-person',
  enforcement: 'block',
  evidence: 'proven',
  message: '`AI Agent` answers customers and no step leads to one of you. Add a hand-over.',
  question: null,
  waived: false,
  ...more,
});

export const snapshot = (more: Partial<Snapshot> = {}): Snapshot => ({
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
  ...more,
});

export const broken = (more: Partial<SnapshotPlace> = {}): Snapshot =>
  snapshot({ standing: 'blocked', faults: [place(more)] });

export interface Told {
  readonly id?: string;
  readonly flow?: string;
  readonly name?: string;
  readonly state?: 'published' | 'draft';
  readonly because?: string;
}

/** One flow went from one evaluation to the next. */
export const transition = (
  before: Snapshot | null,
  after: Snapshot,
  { id = 't1', flow = 'chat', name = 'Chat on the website', state = 'published', because }: Told = {},
): Transition => ({
  about: 'flow',
  id,
  flow: { source: 'n8n', id: flow, state, name },
  at: '2026-01-05T09:00:00.000Z',
  before,
  after,
  ...compareSnapshots(before, after),
  causes: [
    { kind: 'flow', words: because ?? '`Ask Maria on Slack` was removed', flow: null, diff: null, about: [] },
  ],
});
