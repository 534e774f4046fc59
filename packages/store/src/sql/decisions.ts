import type { DecisionContext, DecisionRequest, Answer as SaidAnswer } from '@plumbline/core';
import { type Selectable, sql } from 'kysely';
import type {
  ContactState,
  ContentState,
  DecisionReads,
  DecisionWrites,
  StoredDecision,
} from '../decision-port.ts';
import { contactRow, decisionRow } from './decision-row.ts';
import { isPostgres } from './dialect.ts';
import { createInsertMany } from './insert-many.ts';
import { cursorParts, inPowers } from './lists.ts';
import { placeContacts } from './places.ts';
import type { Open, Tables } from './tables.ts';

type Row = Selectable<Tables['decisions']> & { readonly contact: string | null };

const decisionOf = (row: Row): StoredDecision => ({
  id: row.id,
  createdAt: row.created_at,
  actor: row.actor,
  request: JSON.parse(row.request) as DecisionRequest,
  recipient: row.recipient,
  context: JSON.parse(row.context) as DecisionContext,
  answer: JSON.parse(row.answer) as SaidAnswer,
  profileVersion: row.profile_version,
  idempotencyKey: row.idempotency_key,
  requestHash: row.request_hash,
  contact: (row.contact ?? 'none') as ContactState,
  content: row.content as ContentState,
  sealed: row.sealed,
  contentUntil: row.content_until,
});

const withContact = (open: Open, scope: string) =>
  open()
    .selectFrom('decisions')
    .leftJoin('contacts', (join) =>
      join
        .onRef('contacts.business', '=', 'decisions.business')
        .onRef('contacts.decision', '=', 'decisions.id'),
    )
    .where('decisions.business', '=', scope)
    .selectAll('decisions')
    .select('contacts.state as contact');

const insertDecisions = createInsertMany('decisions');
const insertContacts = createInsertMany('contacts');

export const decisionReads = (
  open: Open,
  scope: string,
): Pick<DecisionReads, 'decision' | 'decisions' | 'decisionsByKey'> => ({
  decision: async (id) => {
    const row = await withContact(open, scope).where('decisions.id', '=', id).executeTakeFirst();
    return row === undefined ? undefined : decisionOf(row);
  },
  decisions: async ({ limit, after, since }) => {
    const [time, id] = cursorParts(after);
    const rows = await withContact(open, scope)
      .where('decisions.created_at', '>=', since ?? '')
      .where(({ eb }) =>
        eb(sql<string>`(decisions.created_at, decisions.id)`, '>', sql<string>`(${time}, ${id})`),
      )
      .orderBy('decisions.created_at')
      .orderBy('decisions.id')
      .limit(limit)
      .execute();
    return rows.map(decisionOf);
  },
  decisionsByKey: async (keys) => {
    const found: StoredDecision[] = [];
    for (const some of inPowers(keys)) {
      const rows = await withContact(open, scope).where('decisions.idempotency_key', 'in', some).execute();
      found.push(...rows.map(decisionOf));
    }
    return found;
  },
});

export const decisionWrites = (
  open: Open,
  scope: string,
): Pick<DecisionWrites, 'addDecisions' | 'expireContent' | 'eraseRecipient'> => ({
  addDecisions: async (decisions) => {
    await insertDecisions(
      open,
      decisions.map((each) => decisionRow(scope, each)),
    );
    const contacts = decisions.map((each) => contactRow(scope, each));
    await insertContacts(
      open,
      contacts.filter((each) => each !== null),
    );
    if (!isPostgres(open)) await placeContacts(open);
  },
  expireContent: async (now, most) => {
    const due = await open()
      .selectFrom('decisions')
      .select('id')
      .where('business', '=', scope)
      .where('sealed', 'is not', null)
      .where('content_until', '<', now)
      .where('id', 'not in', (eb) =>
        eb
          .selectFrom('approvals')
          .select('decision')
          .where('business', '=', scope)
          .where('state', '=', 'open'),
      )
      .orderBy('content_until')
      .limit(most)
      .execute();
    for (const some of inPowers(due.map(({ id }) => id))) {
      await open()
        .updateTable('decisions')
        .set({ sealed: null, content: 'expired' })
        .where('business', '=', scope)
        .where('id', 'in', some)
        .execute();
      await open()
        .updateTable('approvals')
        .set({ edited: null })
        .where('business', '=', scope)
        .where('decision', 'in', some)
        .where('edited', 'is not', null)
        .execute();
    }
    return due.length;
  },
  eraseRecipient: async (recipient) => {
    const theirs = await open()
      .selectFrom('decisions')
      .select('id')
      .where('business', '=', scope)
      .where('recipient', '=', recipient)
      .execute();
    for (const some of inPowers(theirs.map((each) => each.id))) {
      await open()
        .updateTable('approvals')
        .set({ edited: null, comment: null })
        .where('business', '=', scope)
        .where('decision', 'in', some)
        .execute();
    }
    await open()
      .updateTable('decisions')
      .set((eb) => ({
        recipient: null,
        sealed: null,
        content: eb.case().when('content', '=', 'none').then('none').else('erased').end(),
      }))
      .where('business', '=', scope)
      .where('recipient', '=', recipient)
      .execute();
    return theirs.length;
  },
});
