import type { Selectable } from 'kysely';
import type {
  Alert,
  AlertReads,
  AlertState,
  AlertTarget,
  AlertWrites,
  Channel,
  Digest,
} from '../alert-port.ts';
import type { EventType } from '../event-port.ts';
import { rowsByKeys } from './by-keys.ts';
import { createInsertMany } from './insert-many.ts';
import type { Open, Tables } from './tables.ts';

const targetOf = (row: Selectable<Tables['alert_targets']>): AlertTarget => ({
  id: row.id,
  name: row.name,
  channel: row.channel as Channel,
  events: JSON.parse(row.events) as EventType[],
  digest: row.digest as Digest | null,
  place: row.place,
  secret: row.secret,
  createdAt: row.created_at,
  createdBy: row.created_by,
});

type AlertRow = Omit<Selectable<Tables['alerts']>, 'business'>;

const alertOf = (row: AlertRow): Alert => ({
  id: row.id,
  subject: row.subject,
  state: row.state as AlertState,
  since: row.since,
  changedAt: row.changed_at,
  event: row.event,
  by: row.by,
  comment: row.comment,
  snoozedUntil: row.snoozed_until,
});

export const alertReads = (open: Open, scope: string): AlertReads => {
  const targets = () => open().selectFrom('alert_targets').selectAll().where('business', '=', scope);
  const alerts = () => open().selectFrom('alerts').selectAll().where('business', '=', scope);
  return {
    alertTargets: async () => (await targets().orderBy('id').execute()).map(targetOf),
    alertTarget: async (id) => {
      const row = await targets().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : targetOf(row);
    },
    alertSettings: async () => {
      const row = await open()
        .selectFrom('alert_settings')
        .selectAll()
        .where('business', '=', scope)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return { digest: row.digest as Digest, dailyAt: row.daily_at, timeZone: row.time_zone };
    },
    alerts: async ({ limit, after, state }) => {
      let query = alerts().where('id', '>', after ?? '');
      if (state !== undefined) query = query.where('state', '=', state);
      return (await query.orderBy('id').limit(limit).execute()).map(alertOf);
    },
    alert: async (id) => {
      const row = await alerts().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : alertOf(row);
    },
    alertsAbout: async (subjects) => {
      const rows = await rowsByKeys<'alerts', AlertRow>(open, scope, {
        table: 'alerts',
        by: ['subject'],
        keys: [...new Set(subjects)].map((subject) => [subject]),
        columns: ['id', 'subject', 'state', 'since', 'changed_at', 'event', 'by', 'comment', 'snoozed_until'],
      });
      return rows.map(alertOf).sort((a, b) => (a.id < b.id ? -1 : 1));
    },
  };
};

const insertAlerts = createInsertMany('alerts', (insert) =>
  insert.onConflict((conflict) =>
    conflict.columns(['business', 'subject']).doUpdateSet((eb) => ({
      state: eb.ref('excluded.state'),
      since: eb.ref('excluded.since'),
      changed_at: eb.ref('excluded.changed_at'),
      event: eb.ref('excluded.event'),
      by: eb.ref('excluded.by'),
      comment: eb.ref('excluded.comment'),
      snoozed_until: eb.ref('excluded.snoozed_until'),
    })),
  ),
);

export const alertWrites = (open: Open, scope: string): AlertWrites => ({
  putAlertTarget: async ({ id, events, createdAt, createdBy, ...rest }) => {
    const content = {
      ...rest,
      events: JSON.stringify(events),
      created_at: createdAt,
      created_by: createdBy,
    };
    await open()
      .insertInto('alert_targets')
      .values({ business: scope, id, ...content })
      .onConflict((conflict) => conflict.columns(['business', 'id']).doUpdateSet(content))
      .execute();
  },
  removeAlertTarget: async (id) => {
    const result = await open()
      .deleteFrom('alert_targets')
      .where('business', '=', scope)
      .where('id', '=', id)
      .executeTakeFirst();
    return Number(result.numDeletedRows) === 1;
  },
  putAlertSettings: async ({ digest, dailyAt, timeZone }) => {
    const content = { digest, daily_at: dailyAt, time_zone: timeZone };
    await open()
      .insertInto('alert_settings')
      .values({ business: scope, ...content })
      .onConflict((conflict) => conflict.column('business').doUpdateSet(content))
      .execute();
  },
  putAlerts: async (alerts) => {
    // A statement may not write one row twice.
    const latest = [...new Map(alerts.map((alert) => [alert.subject, alert])).values()];
    const rows = latest.map((alert) => ({
      business: scope,
      subject: alert.subject,
      id: alert.id,
      state: alert.state,
      since: alert.since,
      changed_at: alert.changedAt,
      event: alert.event,
      by: alert.by,
      comment: alert.comment,
      snoozed_until: alert.snoozedUntil,
    }));
    await insertAlerts(open, rows);
  },
});
