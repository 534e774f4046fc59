import { flowCursor } from '@plumbline/store';
import { z } from 'zod';
import { businessIdSchema, pageInput, pageOf } from '../business.ts';
import type { Call } from '../context.ts';
import { flowHeadSchema } from '../flow.ts';
import { headView } from '../head-view.ts';
import { parseInput } from '../parse-input.ts';
import { readIn } from '../scope.ts';

export const listFlowsInput = z.strictObject({
  business: businessIdSchema,
  ...pageInput,
  removed: z
    .stringbool()
    .or(z.boolean())
    .default(false)
    .meta({ description: 'With flows that were removed.' }),
});
export const flowPageSchema = pageOf(flowHeadSchema).meta({ id: 'FlowPage' });

/** The flows of a business, published versions and drafts. Needs `read`. */
export const listFlows = async ({
  ctx,
  input,
}: Call<z.input<typeof listFlowsInput>>): Promise<z.infer<typeof flowPageSchema>> => {
  const { business, limit, after, removed } = parseInput(listFlowsInput, input);
  const heads = await readIn(ctx, business, 'read', (view) => view.flows({ limit, after, removed }));
  const last = heads.length < limit ? undefined : heads.at(-1);
  return { items: heads.map(headView), next: last === undefined ? null : flowCursor(last) };
};
