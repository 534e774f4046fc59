import type { Selectable } from 'kysely';
import type { ApprovalReads, ApprovalState, ApprovalWrites, StoredApproval } from '../approval-port.ts';
import type { Open, Tables } from './tables.ts';

const approvalOf = (row: Selectable<Tables['approvals']>): StoredApproval => ({
  id: row.id,
  decision: row.decision,
  state: row.state as ApprovalState,
  who: JSON.parse(row.who) as string[],
  until: row.until,
  resume:
    row.connection === null || row.resume_url === null
      ? null
      : { connection: row.connection, url: row.resume_url },
  createdAt: row.created_at,
  answeredAt: row.answered_at,
  answeredBy: row.answered_by,
  actor: row.actor,
  comment: row.comment,
  edited: row.edited,
});

export const approvalReads = (
  open: Open,
  scope: string,
): Pick<ApprovalReads, 'approval' | 'approvalOf' | 'approvals'> => {
  const all = () => open().selectFrom('approvals').selectAll().where('business', '=', scope);
  return {
    approval: async (id) => {
      const row = await all().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : approvalOf(row);
    },
    approvalOf: async (decision) => {
      const row = await all().where('decision', '=', decision).executeTakeFirst();
      return row === undefined ? undefined : approvalOf(row);
    },
    approvals: async ({ limit, after, state, dueBefore }) => {
      let query = all().where('id', '>', after ?? '');
      if (state !== undefined) query = query.where('state', '=', state);
      if (dueBefore !== undefined) query = query.where('until', '<', dueBefore);
      return (await query.orderBy('id').limit(limit).execute()).map(approvalOf);
    },
  };
};

export const approvalWrites = (
  open: Open,
  scope: string,
): Pick<ApprovalWrites, 'addApproval' | 'answerApproval'> => ({
  addApproval: async ({ resume, who, createdAt, answeredAt, answeredBy, ...rest }) => {
    await open()
      .insertInto('approvals')
      .values({
        ...rest,
        business: scope,
        who: JSON.stringify(who),
        connection: resume?.connection ?? null,
        resume_url: resume?.url ?? null,
        created_at: createdAt,
        answered_at: answeredAt,
        answered_by: answeredBy,
      })
      .execute();
  },
  answerApproval: async (id, { answeredAt, answeredBy, ...rest }) => {
    const result = await open()
      .updateTable('approvals')
      .set({ ...rest, answered_at: answeredAt, answered_by: answeredBy })
      .where('business', '=', scope)
      .where('id', '=', id)
      .where('state', '=', 'open')
      .executeTakeFirst();
    return Number(result.numUpdatedRows) === 1;
  },
});
