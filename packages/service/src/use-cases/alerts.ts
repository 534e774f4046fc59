import {
  type Alert,
  alertStates,
  type StoredEvent,
  type StoreTransaction,
  type StoreView,
} from '@plumbline/store';
import { z } from 'zod';
import { linksUnder } from '../alerts/links.ts';
import { forgetReminders, remind } from '../alerts/to-targets.ts';
import { toldOf } from '../alerts/words.ts';
import { audit } from '../audit.ts';
import { businessIdSchema, pageInput, pageOf } from '../business.ts';
import { type Call, type Context, now } from '../context.ts';
import { parseInput } from '../parse-input.ts';
import { notFound, Problem } from '../problem.ts';
import { changeIn, readIn } from '../scope.ts';
import { eventTypeSchema } from './subscriptions.ts';

export const alertSchema = z
  .object({
    id: z.string(),
    subject: z.string().meta({ description: 'What it is about.', example: 'flow n8n/7' }),
    state: z.enum(alertStates),
    since: z.iso.datetime().meta({ description: 'When it began, this time.' }),
    changedAt: z.iso.datetime(),
    event: z.object({ id: z.string(), type: eventTypeSchema }).nullable(),
    title: z.string(),
    parts: z.array(z.object({ label: z.string(), text: z.string() })),
    by: z.string().nullable().meta({ description: 'Who acknowledged it or put it off.' }),
    comment: z.string().nullable(),
    snoozedUntil: z.iso.datetime().nullable().meta({ description: 'Nobody is told before this moment.' }),
  })
  .meta({ id: 'Alert', description: 'Something that does not stand well, or did.' });
type AlertView = z.infer<typeof alertSchema>;

export const alertPageSchema = pageOf(alertSchema).meta({ id: 'AlertPage' });

const viewOf = (ctx: Context, alert: Alert, event: StoredEvent | undefined): AlertView => {
  const told = event === undefined ? undefined : toldOf(event, linksUnder(ctx.baseUrl), (iso) => iso);
  return {
    ...alert,
    event: event === undefined ? null : { id: event.id, type: event.type },
    title: told?.title ?? alert.subject,
    parts: [...(told?.parts ?? [])],
  };
};

export const listAlertsInput = z.strictObject({
  business: businessIdSchema,
  ...pageInput,
  state: z.enum(alertStates).optional(),
});

/** What does not stand well, or did, oldest first. Needs `read`. */
export const listAlerts = async ({
  ctx,
  input,
}: Call<z.input<typeof listAlertsInput>>): Promise<z.infer<typeof alertPageSchema>> => {
  const { business, limit, after, state } = parseInput(listAlertsInput, input);
  return readIn(ctx, business, 'read', async (view) => {
    const found = await view.alerts({ limit, after, state });
    const events = new Map(
      (await view.events(found.map(({ event }) => event))).map((each) => [each.id, each]),
    );
    return {
      items: found.map((alert) => viewOf(ctx, alert, events.get(alert.event))),
      next: found.length < limit ? null : (found.at(-1)?.id ?? null),
    };
  });
};

export const alertAddress = z.strictObject({
  business: businessIdSchema,
  alert: z.string().min(1).max(200),
});

const by = z.string().trim().min(1).max(200).meta({ description: 'Name of the person who says so.' });
const comment = z.string().trim().min(1).max(2000).optional();

export const acknowledgeBodySchema = z.strictObject({ by, comment }).meta({ id: 'AcknowledgeAlert' });
export const snoozeBodySchema = z
  .strictObject({
    by,
    comment,
    until: z.iso.datetime({ offset: true }).meta({ description: 'Within 30 days.' }),
  })
  .meta({ id: 'SnoozeAlert' });

const mostSnooze = 30 * 24 * 60 * 60 * 1000;

const eventOf = async (view: StoreView, alert: Alert): Promise<StoredEvent | undefined> =>
  (await view.events([alert.event]))[0];

/** Changes an alert that still stands; throws `not-found`, and `conflict` for one that is over. */
const change = (
  ctx: Context,
  business: string,
  id: string,
  make: (tx: StoreTransaction, alert: Alert) => Promise<Alert>,
): Promise<AlertView> =>
  changeIn(ctx, business, 'answer', async (tx) => {
    const alert = await tx.alert(id);
    if (alert === undefined) throw notFound('alert');
    if (alert.state === 'recovered') throw new Problem('conflict', 'It is over: it has recovered.');
    const changed = await make(tx, alert);
    await tx.putAlerts([changed]);
    return viewOf(ctx, changed, await eventOf(tx, changed));
  });

export const acknowledgeAlertInput = alertAddress.extend(acknowledgeBodySchema.shape);

/** Notes who has seen it: no reminder follows. It opens again when it gets worse. Needs `answer`. Throws `conflict`. */
export const acknowledgeAlert = async ({
  ctx,
  input,
}: Call<z.input<typeof acknowledgeAlertInput>>): Promise<AlertView> => {
  const given = parseInput(acknowledgeAlertInput, input);
  return change(ctx, given.business, given.alert, async (tx, alert) => {
    await audit(ctx, tx, 'alert.acknowledge', alert.id, { by: given.by });
    const said = { by: given.by, comment: given.comment ?? null, changedAt: now(ctx) };
    return { ...alert, ...said, state: 'acknowledged', snoozedUntil: null };
  });
};

export const snoozeAlertInput = alertAddress.extend(snoozeBodySchema.shape);

/**
 * Puts an alert off: nobody is told of it before `until`, and if it still stands then, everybody once more. Needs
 * `answer`. Throws `invalid-input` for a moment that is past or too far away, `conflict` for an alert that is over.
 */
export const snoozeAlert = async ({
  ctx,
  input,
}: Call<z.input<typeof snoozeAlertInput>>): Promise<AlertView> => {
  const given = parseInput(snoozeAlertInput, input);
  const until = new Date(given.until);
  const ahead = until.getTime() - ctx.clock().getTime();
  if (ahead <= 0 || ahead > mostSnooze)
    throw new Problem('invalid-input', 'It can be put off for at most 30 days.', [
      { path: 'until', message: 'a moment within the next 30 days' },
    ]);
  return change(ctx, given.business, given.alert, async (tx, alert) => {
    const said = { by: given.by, comment: given.comment ?? null, changedAt: now(ctx) };
    const snoozed: Alert = { ...alert, ...said, state: 'open', snoozedUntil: until.toISOString() };
    await forgetReminders(ctx, tx, alert);
    const event = await eventOf(tx, alert);
    if (event !== undefined) await remind(ctx, tx, snoozed, until.toISOString(), event);
    await audit(ctx, tx, 'alert.snooze', alert.id, { by: given.by, until: until.toISOString() });
    return snoozed;
  });
};
