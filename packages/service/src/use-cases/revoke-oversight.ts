import { z } from 'zod';
import { audit } from '../audit.ts';
import { businessIdSchema } from '../business.ts';
import { type Call, now } from '../context.ts';
import { parseInput } from '../parse-input.ts';
import { notFound } from '../problem.ts';
import { changeIn } from '../scope.ts';
import { noteEvaluations } from '../trail/note.ts';

export const revokeOversightInput = z.strictObject({
  business: businessIdSchema,
  oversight: z.string().min(1).max(200),
});

/** Takes back a sign-off, an answer, a waiver or a practice: it counts no more from now on. Needs `write`. */
export const revokeOversight = async ({
  ctx,
  input,
}: Call<z.input<typeof revokeOversightInput>>): Promise<void> => {
  const { business, oversight } = parseInput(revokeOversightInput, input);
  await changeIn(ctx, business, 'write', async (tx) => {
    const entry = await tx.oversightById(oversight);
    if (entry === undefined || !(await tx.revokeOversight(oversight, now(ctx), ctx.actor.id)))
      throw notFound('entry');
    const subject = entry.kind === 'practice' ? entry.detail.practice : `${entry.source}/${entry.flow}`;
    await audit(ctx, tx, 'oversight.revoke', subject, { entry: oversight, kind: entry.kind });
    if (entry.kind === 'attestation' || entry.kind === 'waiver')
      await noteEvaluations(ctx, tx, [{ source: entry.source, id: entry.flow }]);
  });
  ctx.tend(business);
};
