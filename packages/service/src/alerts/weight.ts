import type { EventType, StoredEvent } from '@plumbline/store';
import { flowData } from './event-data.ts';

const standings: Readonly<Record<string, number>> = {
  blocked: 9,
  'needs-adjustment': 8,
  'not-assessed': 6,
  'needs-answers': 5,
};

const weights: Readonly<Record<Exclude<EventType, 'flow.drifted'>, number>> = {
  'evaluation.stale': 7,
  'handover.waiting': 7,
  'approval.waiting': 7,
  'confirmation.expired': 6,
  'indicator.moved': 4,
  'confirmation.expiring': 4,
  'approval.answered': 3,
  'profile.changed': 3,
  'flow.stopped': 2,
  'flow.recovered': 1,
  'evaluation.recovered': 1,
  'indicator.back': 1,
};

/** How much an event weighs for whoever reads of many: what breaks a promise first, what is well again last. */
export const weightOf = ({ type, data }: Pick<StoredEvent, 'type' | 'data'>): number =>
  type === 'flow.drifted' ? (standings[flowData.parse(data).standing.after] ?? 6) : weights[type];
