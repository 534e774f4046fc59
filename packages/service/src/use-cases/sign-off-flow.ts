import { standings } from '@plumbline/core';
import type { FlowHead } from '@plumbline/store';
import { z } from 'zod';
import { audit } from '../audit.ts';
import type { Call } from '../context.ts';
import { flowAddress, flowStateSchema } from '../flow.ts';
import { lookedAtSchema, newEntry, saysSchema } from '../oversight/entry.ts';
import { lookedAt, lookedAtAnother, standingOf, stillJudged } from '../oversight/places.ts';
import { type OversightView, oversightView } from '../oversight/view.ts';
import { parseInput } from '../parse-input.ts';
import { changeIn } from '../scope.ts';
import { leaningFor } from '../trail/leaning.ts';
import { snapshotOf } from '../trail/snapshot.ts';

export const signOffBodySchema = z
  .strictObject({
    ...saysSchema,
    ...lookedAtSchema,
    fingerprint: z.string().min(1).max(200).optional().meta({
      description: 'The version that was looked at; if another one stands there now, nothing is signed.',
    }),
    profile: z.string().min(1).max(200).optional().meta({
      description:
        'Hash of the profile that it was held against; if that was changed since, nothing is signed.',
    }),
    standing: z.enum(standings).optional().meta({
      description: 'How it stood when it was looked at; if it stands otherwise now, nothing is signed.',
    }),
    state: flowStateSchema.optional().meta({
      description: 'What runs, or the draft. Left out: what runs, or the draft where nothing does.',
    }),
  })
  .meta({ id: 'SignOff', description: 'Accepts a flow as it stands.' });

export const signOffFlowInput = signOffBodySchema.extend(flowAddress);

/**
 * The owner accepts a flow as it stands: drift is measured from there, and a version that was signed off may be
 * published where a promise is at `approve`. Needs `write`. Throws `not-judged`, and `precondition-failed` where another
 * version stands there.
 */
export const signOffFlow = async ({
  ctx,
  input,
}: Call<z.input<typeof signOffFlowInput>>): Promise<OversightView> => {
  const {
    business,
    source,
    id,
    fingerprint,
    closure,
    profile: held,
    standing,
    state,
    ...says
  } = parseInput(signOffFlowInput, input);
  return changeIn(ctx, business, 'write', async (tx) => {
    const { profile, versions, pending } = lookedAt(await standingOf(ctx, tx, source, id), closure);
    const isMeant = (head: FlowHead): boolean =>
      (state === undefined || head.state === state) &&
      (fingerprint === undefined || head.fingerprint === fingerprint);
    const signed = versions.find(({ head }) => isMeant(head));
    // What runs is meant where nothing is said: a draft must not be signed because it was judged first.
    const before = pending.find((head) => isMeant(head) && head.state === 'published');
    if (before !== undefined || (signed === undefined && pending.some(isMeant))) throw stillJudged();
    if (signed === undefined || (held !== undefined && held !== profile.hash)) throw lookedAtAnother();
    const { head } = signed;
    const leaning = await leaningFor(tx, [head], () => undefined);
    const snapshot = snapshotOf(signed, profile, leaning.get(head) ?? []);
    if (standing !== undefined && standing !== snapshot.standing) throw lookedAtAnother();
    const entry = {
      ...newEntry(ctx, says),
      kind: 'sign-off' as const,
      source,
      flow: id,
      detail: { state: head.state, snapshot },
    };
    await tx.addOversight(entry);
    await audit(ctx, tx, 'flow.sign-off', `${source}/${id}`, {
      entry: entry.id,
      fingerprint: head.fingerprint,
      profile: profile.hash,
      standing: snapshot.standing,
    });
    return oversightView(ctx, tx, entry);
  });
};
