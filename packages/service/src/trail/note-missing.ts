import type { Context } from '../context.ts';
import { wantedBy } from '../questions.ts';
import { changeIn, readIn } from '../scope.ts';
import { noteEvaluations } from './note.ts';
import { askedText } from './snapshot.ts';

/** Flows noted in one transaction. */
const atOnce = 200;

/**
 * Notes flows that have all their findings and whose trail stands on something else: another profile version, or what
 * was lost on the way. True where more are left. Losing a call loses nothing: the store knows what is missing.
 */
export const noteMissing = async (ctx: Context, business: string, limit = atOnce): Promise<boolean> => {
  const found = await readIn(ctx, business, 'write', async (view) => {
    const profile = await view.profile();
    if (profile === undefined) return [];
    return view.unnoted(wantedBy(profile), askedText(profile), { limit });
  });
  if (found.length === 0) return false;
  await changeIn(ctx, business, 'write', (tx) => noteEvaluations(ctx, tx, found));
  ctx.tend(business);
  return found.length === limit;
};
