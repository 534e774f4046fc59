import { z } from 'zod';
import type { Call } from '../context.ts';
import { flowAddress, judgedInFullSchema, judgedSchema } from '../flow.ts';
import { judgedInFull, judgedView, keptInFull, overlaid } from '../judged-view.ts';
import { parseInput } from '../parse-input.ts';
import { notFound } from '../problem.ts';
import { profileUsed, profileUsedSchema } from '../profile.ts';
import { readIn } from '../scope.ts';

export const getFlowInput = z.strictObject(flowAddress);

export const flowDetailSchema = judgedInFullSchema
  .extend({
    profile: profileUsedSchema.nullable().meta({ description: 'null: this business has no profile yet.' }),
    draft: judgedSchema.nullable().meta({ description: 'A draft that stands beside the published version.' }),
  })
  .meta({ id: 'FlowDetail' });
export type FlowDetail = z.infer<typeof flowDetailSchema>;

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
      draft: published === undefined || draft === undefined ? null : judgedView(business, draft, profile),
    };
  });
};
