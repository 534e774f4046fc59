import type { Announced } from '@plumbline/core';
import type { StoreTransaction } from '@plumbline/store';
import type { Context } from '../context.ts';

/**
 * Hears of every transition and notice once, in the transaction that records it: what it writes is kept together with
 * them, or not at all.
 */
export const announce = async (
  _ctx: Context,
  _tx: StoreTransaction,
  _announced: readonly Announced[],
): Promise<void> => undefined;
