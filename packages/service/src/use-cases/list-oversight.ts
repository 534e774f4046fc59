import { oversightKinds } from '@plumbline/store';
import { z } from 'zod';
import { businessIdSchema, pageInput } from '../business.ts';
import type { Call } from '../context.ts';
import { flowAddress } from '../flow.ts';
import { type oversightPageSchema, oversightViews } from '../oversight/view.ts';
import { parseInput } from '../parse-input.ts';
import { notFound } from '../problem.ts';
import { readIn } from '../scope.ts';

const filters = {
  ...pageInput,
  kind: z.enum(oversightKinds).optional().meta({ description: 'Only these.' }),
  revoked: z
    .enum(['true', 'false'])
    .default('true')
    .meta({ description: '`false` leaves out what was taken back.' }),
};

export const listOversightInput = z.strictObject({ business: businessIdSchema, ...filters });

type Page = z.infer<typeof oversightPageSchema>;

/** What people have added, newest first, with whether it holds, until when, and why not. Needs `read`. */
export const listOversight = async ({
  ctx,
  input,
}: Call<z.input<typeof listOversightInput>>): Promise<Page> => {
  const { business, limit, after, kind, revoked } = parseInput(listOversightInput, input);
  return readIn(ctx, business, 'read', async (view) => {
    const entries = await view.oversight({ limit, after, kind, standing: revoked === 'false' });
    const last = entries.length < limit ? undefined : entries.at(-1);
    return { items: await oversightViews(ctx, view, entries), next: last?.id ?? null };
  });
};

export const listFlowOversightInput = z.strictObject({ ...flowAddress, ...filters });

/** The same of one flow. Needs `read`. */
export const listFlowOversight = async ({
  ctx,
  input,
}: Call<z.input<typeof listFlowOversightInput>>): Promise<Page> => {
  const { business, source, id, limit, after, kind, revoked } = parseInput(listFlowOversightInput, input);
  return readIn(ctx, business, 'read', async (view) => {
    const flow = { source, id };
    const entries = await view.oversight({ limit, after, kind, flow, standing: revoked === 'false' });
    if (entries.length === 0 && (await view.heads(source, [id])).length === 0) throw notFound('flow');
    const last = entries.length < limit ? undefined : entries.at(-1);
    return { items: await oversightViews(ctx, view, entries), next: last?.id ?? null };
  });
};
