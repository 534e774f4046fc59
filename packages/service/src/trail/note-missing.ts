import { flowCursor } from '@plumbline/store';
import type { Context } from '../context.ts';
import { wantedBy } from '../questions.ts';
import { changeIn, readIn } from '../scope.ts';
import { noteEvaluations } from './note.ts';
import { askedHashOf } from './snapshot.ts';

/**
 * Flows looked up at once, and noted in one transaction: short enough for decisions to come in between. Powers of two, as
 * lists are cut for the database.
 */
const lookedUp = 256;
const atOnce = 64;

export interface Noting {
  /** Only what lies behind this place in the order of flows. */
  readonly after?: string | undefined;
  readonly limit?: number;
  /** Hears where more begins before this is noted, so that another worker can begin with it. */
  readonly onward?: (next: string) => Promise<void>;
}

/**
 * Notes flows that have all their findings and whose trail stands on something else: another profile version, or what
 * was lost on the way. Gives where more may begin, null at the end. Losing a call loses nothing: the store knows what
 * is missing.
 */
export const noteMissing = async (
  ctx: Context,
  business: string,
  { after, limit = lookedUp, onward = async () => undefined }: Noting = {},
): Promise<string | null> => {
  const found = await readIn(ctx, business, 'write', async (view) => {
    const profile = await view.profile();
    if (profile === undefined) return [];
    return view.unnoted(wantedBy(profile), askedHashOf(ctx, profile), { limit, after });
  });
  const last = found.at(-1);
  if (last === undefined) return null;
  const next = found.length === limit ? flowCursor(last) : null;
  if (next !== null) await onward(next);
  for (let at = 0; at < found.length; at += atOnce) {
    const some = found.slice(at, at + atOnce);
    await changeIn(ctx, business, 'write', (tx) => noteEvaluations(ctx, tx, some));
  }
  ctx.tend(business);
  return next;
};
