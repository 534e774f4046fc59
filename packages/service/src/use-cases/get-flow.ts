import { standings } from '@plumbline/core';
import type { StoreView } from '@plumbline/store';
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
  .meta({ id: 'SignedOff', description: 'The latest sign-off of a flow that was not taken back.' });

export const flowDetailSchema = judgedInFullSchema
  .extend({
    profile: profileUsedSchema.nullable().meta({ description: 'null: this business has no profile yet.' }),
    signedOff: signedOffSchema.nullable().meta({ description: 'null: nobody has signed it off.' }),
    draft: judgedSchema.nullable().meta({ description: 'A draft that stands beside the published version.' }),
  })
  .meta({ id: 'FlowDetail' });
export type FlowDetail = z.infer<typeof flowDetailSchema>;

const signedOff = async (
  view: StoreView,
  source: string,
  id: string,
): Promise<z.infer<typeof signedOffSchema> | null> => {
  const entry = (await view.oversightOf([{ source, id }], ['sign-off'])).at(-1);
  if (entry?.kind !== 'sign-off') return null;
  const { fingerprint, standing } = entry.detail.snapshot;
  return { id: entry.id, by: entry.by, at: entry.at, comment: entry.words, fingerprint, standing };
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
    return {
      ...judgedInFull(business, shown, profile),
      profile: profile === undefined ? null : profileUsed(profile),
      signedOff: await signedOff(view, source, id),
      draft: published === undefined || draft === undefined ? null : judgedView(business, draft, profile),
    };
  });
};
