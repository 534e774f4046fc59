import type { ApprovalAnswer, StoredApproval, StoreTransaction } from '@plumbline/store';
import { answeredNews } from '../alerts/approval-news.ts';
import { emit } from '../alerts/emit.ts';
import { audit } from '../audit.ts';
import { type Context, now } from '../context.ts';

/**
 * Closes an approval: a yes uses the reserved contact, anything else gives it back, whoever asked is called, and who
 * wants to hear of it is told.
 * False where somebody was quicker: then nothing is changed.
 */
export const settle = async (
  ctx: Context,
  tx: StoreTransaction,
  approval: StoredApproval,
  answer: ApprovalAnswer,
  tell = true,
): Promise<boolean> => {
  if (!(await tx.answerApproval(approval.id, answer))) return false;
  if (answer.state === 'approved' || answer.state === 'edited')
    await tx.useContact(approval.decision, answer.answeredAt);
  else await tx.releaseContact(approval.decision);
  if (tell && approval.resume !== null) {
    await tx.addDelivery(
      {
        id: ctx.id('msg'),
        kind: 'resume',
        receiver: approval.resume.connection,
        approval: approval.id,
        state: 'waiting',
        attempts: 0,
        open: false,
        nextAt: now(ctx),
        createdAt: now(ctx),
        lastResult: null,
      },
      [],
    );
  }
  await emit(ctx, tx, [answeredNews(approval, answer)]);
  await audit(ctx, tx, `approval.${answer.state}`, approval.id, {
    decision: approval.decision,
    by: answer.answeredBy,
  });
  return true;
};

/** How silence ends. */
export const silence = (at: string, comment: string | null = null): ApprovalAnswer => ({
  state: 'expired',
  answeredAt: at,
  answeredBy: null,
  actor: null,
  comment,
  edited: null,
});
