import { z } from 'zod';
import type { Call } from '../context.ts';
import { flowAddress, judgedInFullSchema, judgedSchema } from '../flow.ts';
import { parseInput } from '../parse-input.ts';
import { profileUsedSchema } from '../profile.ts';

export const getFlowInput = z.strictObject(flowAddress);

export const flowDetailSchema = judgedInFullSchema
  .extend({
    profile: profileUsedSchema.nullable().meta({ description: 'null: this business has no profile yet.' }),
    draft: judgedSchema.nullable().meta({ description: 'A draft that stands beside the published version.' }),
  })
  .meta({ id: 'FlowDetail' });
export type FlowDetail = z.infer<typeof flowDetailSchema>;

/** A flow with its findings: the published version, or the draft where nothing is published. Needs `read`. */
export const getFlow = async ({ input }: Call<z.input<typeof getFlowInput>>): Promise<FlowDetail> => {
  parseInput(getFlowInput, input);
  throw new Error('being built');
};
