import type { Context } from '../context.ts';
import { wantedBy } from '../questions.ts';
import { changeIn, readIn } from '../scope.ts';
import { noteEvaluations } from './note.ts';
import { askedHashOf } from './snapshot.ts';

/** Flows looked up at once, and noted in one transaction: short enough for decisions to come in between. */
const lookedUp = 200;
const atOnce = 50;

/**
 * Notes flows that have all their findings and whose trail stands on something else: another profile version, or what
 * was lost on the way. True where more are left. Losing a call loses nothing: the store knows what is missing.
 */
export const noteMissing = async (ctx: Context, business: string, limit = lookedUp): Promise<boolean> => {
  const found = await readIn(ctx, business, 'write', async (view) => {
    const profile = await view.profile();
    if (profile === undefined) return [];
    return view.unnoted(wantedBy(profile), askedHashOf(ctx, profile), { limit });
  });
  if (found.length === 0) return false;
  let noted = 0;
  for (let at = 0; at < found.length; at += atOnce) {
    const some = found.slice(at, at + atOnce);
    noted += await changeIn(ctx, business, 'write', (tx) => noteEvaluations(ctx, tx, some));
  }
  ctx.tend(business);
  // Where nothing came of it, another worker did it, or the next sweep will: no turn may follow itself for ever.
  return found.length === limit && noted > 0;
};
