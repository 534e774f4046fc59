import type { Alert, AlertTarget, Delivery, StoredEvent, StoreTransaction } from '@plumbline/store';
import type { Context } from '../context.ts';
import { defaultSettings, type Slot, slotsOf } from './slots.ts';
import { subjectOf } from './subject.ts';

const waiting = (
  ctx: Context,
  target: AlertTarget,
  kind: 'target' | 'reminder',
  { name, at }: Slot,
): Delivery => ({
  // Worked out from what it is, so that everybody puts what belongs together into the same one.
  id: `msg_${ctx.hash(`${target.id} ${name}`).slice(0, 28)}`,
  kind,
  receiver: target.id,
  approval: null,
  state: 'waiting',
  attempts: 0,
  open: true,
  nextAt: new Date(at).toISOString(),
  createdAt: ctx.clock().toISOString(),
  lastResult: null,
});

/** Puts an event into the first message that still takes it. */
const put = async (
  ctx: Context,
  tx: StoreTransaction,
  target: AlertTarget,
  kind: 'target' | 'reminder',
  slots: Iterable<Slot>,
  event: string,
): Promise<void> => {
  for (const slot of slots) {
    const delivery = waiting(ctx, target, kind, slot);
    if (await tx.addDelivery(delivery, [event])) return;
    if (await tx.addToDelivery(delivery.id, event)) return;
  }
};

/** The message that reminds of an alert once it is not put off any more. */
function* reminderSlots(alert: Alert, until: string): Generator<Slot> {
  for (let again = 0; ; again += 1)
    yield { name: `reminder ${alert.id} ${until} ${again}`, at: Date.parse(until) };
}

/** Has everybody who wants to hear of an alert reminded of it at this moment, should it still stand then. */
export const remind = async (
  ctx: Context,
  tx: StoreTransaction,
  alert: Alert,
  until: string,
  event: StoredEvent,
): Promise<void> => {
  for (const target of await tx.alertTargets())
    if (target.events.includes(event.type))
      await put(ctx, tx, target, 'reminder', reminderSlots(alert, until), event.id);
};

/** Takes back the reminders that wait, because the alert is put off until another moment. */
export const forgetReminders = async (ctx: Context, tx: StoreTransaction, alert: Alert): Promise<void> => {
  const until = alert.snoozedUntil;
  if (until === null) return;
  for (const target of await tx.alertTargets()) {
    for (const slot of reminderSlots(alert, until)) {
      const before = await tx.delivery(waiting(ctx, target, 'reminder', slot).id);
      if (before === undefined) break;
      if (before.state === 'waiting')
        await tx.moveDelivery(before, { ...before, state: 'dropped', open: false, lastResult: 'put off' });
    }
  }
};

interface Standing {
  readonly alert: Alert;
  /** Until when nobody is told; null: tell them. */
  readonly quietUntil: string | null;
}

/** Opens, goes on with or closes the alert that an event belongs to. */
const advance = (
  ctx: Context,
  known: Alert | undefined,
  { subject, well }: { readonly subject: string; readonly well: boolean },
  event: StoredEvent,
): Standing | null => {
  const quietUntil = known?.snoozedUntil != null && known.snoozedUntil > event.at ? known.snoozedUntil : null;
  const changed = { changedAt: event.at, event: event.id };
  if (well) {
    if (known === undefined || known.state === 'recovered') return null;
    return { alert: { ...known, ...changed, state: 'recovered', snoozedUntil: null }, quietUntil };
  }
  const goesOn = known !== undefined && known.state !== 'recovered';
  const alert: Alert = {
    id: known?.id ?? ctx.id('alr'),
    subject,
    state: 'open',
    since: goesOn ? known.since : event.at,
    by: quietUntil === null ? null : (known?.by ?? null),
    comment: quietUntil === null ? null : (known?.comment ?? null),
    snoozedUntil: quietUntil,
    ...changed,
  };
  return { alert, quietUntil };
};

/**
 * Keeps the alerts that events open and close, and puts the events into the messages to people: at once, with the
 * digest of the hour or the day, or, while an alert is put off, into the reminder at its end.
 */
export const toTargets = async (
  ctx: Context,
  tx: StoreTransaction,
  events: readonly StoredEvent[],
): Promise<void> => {
  const subjects = events.flatMap((event) => subjectOf(event)?.subject ?? []);
  const alerts = new Map(
    (await tx.alertsAbout([...new Set(subjects)])).map((alert) => [alert.subject, alert]),
  );
  const changed = new Map<string, Alert>();
  const targets = await tx.alertTargets();
  const settings = targets.length === 0 ? undefined : await tx.alertSettings();
  for (const event of events) {
    const about = subjectOf(event);
    const standing = about === null ? null : advance(ctx, alerts.get(about.subject), about, event);
    if (standing !== null) {
      alerts.set(standing.alert.subject, standing.alert);
      changed.set(standing.alert.subject, standing.alert);
    }
    const quiet = standing?.quietUntil ?? null;
    // Whoever put it off is told at the end of that time, and of a recovery in it not at all.
    if (standing !== null && quiet !== null) {
      if (standing.alert.state === 'open') await remind(ctx, tx, standing.alert, quiet, event);
      continue;
    }
    for (const target of targets) {
      if (!target.events.includes(event.type)) continue;
      const own = settings ?? defaultSettings;
      const slots = slotsOf(target.digest ?? own.digest, Date.parse(event.at), own);
      await put(ctx, tx, target, 'target', slots, event.id);
    }
  }
  await tx.putAlerts([...changed.values()]);
};
