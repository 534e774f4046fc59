import type { Alert, AlertTarget } from '../alert-port.ts';
import type { Delivery, StoredEvent, Subscription } from '../event-port.ts';
import type { StoreTransaction } from '../port.ts';
import { at } from './samples.ts';

export const event = (id: string, more: Partial<StoredEvent> = {}): StoredEvent => ({
  id,
  key: `key of ${id}`,
  type: 'flow.drifted',
  at: at(10),
  data: { flow: { source: 'n8n', id: 'f' }, words: ['one', 'two'] },
  ...more,
});

export const subscription = (id: string, more: Partial<Subscription> = {}): Subscription => ({
  id,
  url: 'https://n8n.example.org/webhook/1',
  events: ['flow.drifted', 'flow.recovered'],
  secret: 'sealed',
  createdAt: at(1),
  createdBy: 'key',
  ...more,
});

export const delivery = (id: string, more: Partial<Delivery> = {}): Delivery => ({
  id,
  kind: 'resume',
  receiver: 'connection',
  approval: 'approval',
  state: 'waiting',
  attempts: 0,
  open: false,
  nextAt: at(10),
  createdAt: at(10),
  lastResult: null,
  ...more,
});

export const alertTarget = (id: string, more: Partial<AlertTarget> = {}): AlertTarget => ({
  id,
  name: `Target ${id}`,
  channel: 'slack',
  events: ['flow.drifted'],
  digest: null,
  place: 'sealed',
  secret: null,
  createdAt: at(1),
  createdBy: 'key',
  ...more,
});

export const alert = (id: string, more: Partial<Alert> = {}): Alert => ({
  id,
  subject: `flow n8n/${id}`,
  state: 'open',
  since: at(10),
  changedAt: at(10),
  event: 'event',
  by: null,
  comment: null,
  snoozedUntil: null,
  ...more,
});

/** One of everything that events bring about; `mark` stands in every part of it. */
export const fillEvents = async (tx: StoreTransaction, mark: string): Promise<void> => {
  await tx.addEvents([event('event', { key: mark, data: { mark } })]);
  await tx.addSubscription(subscription('subscription', { url: mark }));
  await tx.addDelivery(delivery('delivery', { lastResult: mark }), []);
  await tx.addDelivery(
    delivery('gathering', { kind: 'target', receiver: mark, approval: null, open: true, nextAt: at(50) }),
    ['event'],
  );
  await tx.putAlertTarget(alertTarget('target', { name: mark }));
  await tx.putAlertSettings({ digest: 'daily', dailyAt: '08:00', timeZone: mark });
  await tx.putAlerts([alert('alert', { subject: 'flow n8n/f', comment: mark })]);
};
