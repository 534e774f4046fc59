import { z } from 'zod';
import { settle, silence } from '../approve/settle.ts';
import { audit } from '../audit.ts';
import { businessIdSchema } from '../business.ts';
import { type Call, now } from '../context.ts';
import { tellIndicators } from '../drift/indicators.ts';
import { tellLapses } from '../oversight/lapses.ts';
import { parseInput } from '../parse-input.ts';
import { changeIn, readIn } from '../scope.ts';

export const keepHouseInput = z.strictObject({ business: businessIdSchema });

export interface Kept {
  readonly expired: number;
  readonly dropped: number;
  /** Answers, waivers and practices whose time was over. */
  readonly lapsed: number;
}

const atOnce = 200;

/** Milliseconds that what was told is kept, once it was taken, given up or dropped: 90 days. */
const keepsEvents = 90 * 24 * 60 * 60 * 1000;

/**
 * Closes approvals whose time is over, which gives back what they held, and drops content and events that were kept long enough.
 * Needs `write`. What is due is found in the store, so a run that was missed is made up for by the next.
 */
export const keepHouse = async ({ ctx, input }: Call<z.input<typeof keepHouseInput>>): Promise<Kept> => {
  const { business } = parseInput(keepHouseInput, input);
  const at = now(ctx);
  let expired = 0;
  for (;;) {
    const due = await readIn(ctx, business, 'write', (view) =>
      view.approvals({ limit: atOnce, state: 'open', dueBefore: at }),
    );
    if (due.length === 0) break;
    await changeIn(ctx, business, 'write', async (tx) => {
      for (const approval of due) if (await settle(ctx, tx, approval, silence(at))) expired += 1;
    });
    if (due.length < atOnce) break;
  }
  let dropped = 0;
  for (let more = true; more; ) {
    // Decisions come in between: what is due may be what a day brought.
    const [decisions, handovers] = await changeIn(ctx, business, 'write', async (tx) => {
      const found = [await tx.expireContent(at, atOnce), await tx.expireHandovers(at)] as const;
      if (found[0] + found[1] > 0)
        await audit(ctx, tx, 'content.expire', business, { decisions: found[0], handovers: found[1] });
      return found;
    });
    dropped += decisions + handovers;
    more = decisions === atOnce;
  }
  const forgetBefore = new Date(ctx.clock().getTime() - keepsEvents).toISOString();
  await changeIn(ctx, business, 'write', (tx) => tx.dropEvents(forgetBefore));
  const lapsed = await tellLapses(ctx, business);
  await tellIndicators(ctx, business);
  return { expired, dropped, lapsed };
};
