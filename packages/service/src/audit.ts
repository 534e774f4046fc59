import type { AuditRow, StoreTransaction } from '@plumbline/store';
import { type Context, now } from './context.ts';

/** Records what was done, in the transaction that does it. `detail` holds hashes, numbers and names, never content. */
export const audit = (
  ctx: Context,
  tx: StoreTransaction,
  action: string,
  subject: string,
  detail: AuditRow['detail'] = {},
): Promise<void> =>
  tx.addAudit({ id: ctx.id('aud'), at: now(ctx), actor: ctx.actor.id, action, subject, detail });
