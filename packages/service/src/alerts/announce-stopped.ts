import type { FlowHead, StoreTransaction } from '@plumbline/store';
import type { Context } from '../context.ts';
import { emit } from './emit.ts';
import { flowSubject } from './subject.ts';

/**
 * Tells that a flow does not run any more, if people had been told that it does not stand well: its alert is closed.
 * Gives whether it is told: say `ctx.tend` afterwards.
 */
export const announceStopped = async (
  ctx: Context,
  tx: StoreTransaction,
  { source, id, state, name }: Pick<FlowHead, 'source' | 'id' | 'state' | 'name'>,
): Promise<boolean> => {
  const [alert] = await tx.alertsAbout([flowSubject({ source, id })]);
  if (alert === undefined || alert.state === 'recovered') return false;
  const data = { flow: { source, id, state, name }, since: alert.since };
  // Named after the event that it ends, so that it is told once.
  return (await emit(ctx, tx, [{ type: 'flow.stopped', key: alert.event, data }])).length > 0;
};
