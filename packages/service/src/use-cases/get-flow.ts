import { standings } from '@plumbline/core';
import type { FlowHead, Oversight } from '@plumbline/store';
import { z } from 'zod';
import type { Call } from '../context.ts';
import { flowAddress, judgedInFullSchema, judgedSchema } from '../flow.ts';
import { judgedInFull, judgedView, keptInFull, overlaid } from '../judged-view.ts';
import { parseInput } from '../parse-input.ts';
import { notFound } from '../problem.ts';
import { profileUsed, profileUsedSchema } from '../profile.ts';
import { readIn } from '../scope.ts';

export const getFlowInput = z.strictObject(flowAddress);

const signedOffSchema = z
  .object({
    id: z.string(),
    by: z.string(),
    at: z.iso.datetime(),
    comment: z.string(),
    fingerprint: z.string().meta({ description: 'Of the version that was signed.' }),
    standing: z.enum(standings).meta({ description: 'How it stood then.' }),
  })
  .meta({ id: 'SignedOff', description: 'The latest sign-off of a version that was not taken back.' });

const signedOff = signedOffSchema.nullable().meta({ description: 'null: nobody has signed it off.' });

export const flowDetailSchema = judgedInFullSchema
  .extend({
    profile: profileUsedSchema.nullable().meta({ description: 'null: this business has no profile yet.' }),
    signedOff,
    draft: judgedSchema
      .extend({ signedOff })
      .nullable()
      .meta({ description: 'A draft that stands beside the published version.' }),
  })
  .meta({ id: 'FlowDetail' });
export type FlowDetail = z.infer<typeof flowDetailSchema>;

type SignedOff = z.infer<typeof signedOffSchema>;

/** The latest sign-off of this very version; else the latest of one that stood where this one stands. */
const signedOffOf = (
  signed: readonly Oversight[],
  { state, fingerprint }: Pick<FlowHead, 'state' | 'fingerprint'>,
): SignedOff | null => {
  const entry =
    signed.findLast(
      ({ kind, detail }) => kind === 'sign-off' && detail.snapshot.fingerprint === fingerprint,
    ) ?? signed.findLast(({ kind, detail }) => kind === 'sign-off' && detail.state === state);
  if (entry?.kind !== 'sign-off') return null;
  const { snapshot } = entry.detail;
  return {
    id: entry.id,
    by: entry.by,
    at: entry.at,
    comment: entry.words,
    fingerprint: snapshot.fingerprint,
    standing: snapshot.standing,
  };
};

/** A flow with its findings: the published version, or the draft where nothing is published. Needs `read`. */
export const getFlow = async ({ ctx, input }: Call<z.input<typeof getFlowInput>>): Promise<FlowDetail> => {
  const { business, source, id } = parseInput(getFlowInput, input);
  return readIn(ctx, business, 'read', async (view) => {
    const profile = await view.profile();
    const kept = await overlaid(ctx, view, await keptInFull(view, await view.heads(source, [id]), profile));
    const published = kept.find(({ head }) => head.state === 'published');
    const draft = kept.find(({ head }) => head.state === 'draft');
    const shown = published ?? draft;
    if (shown === undefined) throw notFound('flow');
    const signed = await view.oversightOf([{ source, id }], ['sign-off']);
    return {
      ...judgedInFull(business, shown, profile),
      profile: profile === undefined ? null : profileUsed(profile),
      signedOff: signedOffOf(signed, shown.head),
      draft:
        published === undefined || draft === undefined
          ? null
          : { ...judgedView(business, draft, profile), signedOff: signedOffOf(signed, draft.head) },
    };
  });
};
