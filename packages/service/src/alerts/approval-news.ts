import type { ApprovalAnswer, StoredApproval, StoredDecision } from '@plumbline/store';
import type { News } from './emit.ts';

/** A decision waits for a person. */
export const waitingNews = (approval: StoredApproval, { request, answer }: StoredDecision): News => ({
  type: 'approval.waiting',
  key: approval.id,
  data: {
    approval: approval.id,
    decision: approval.decision,
    who: approval.who,
    until: approval.until,
    caller: request.caller,
    action: request.action,
    channel: request.channel ?? null,
    message: answer.message,
  },
});

/** It does not wait any more: answered, or its time is over. */
export const answeredNews = (approval: StoredApproval, answer: ApprovalAnswer): News => ({
  type: 'approval.answered',
  key: approval.id,
  data: {
    approval: approval.id,
    decision: approval.decision,
    state: answer.state,
    by: answer.answeredBy,
    comment: answer.comment,
  },
});
