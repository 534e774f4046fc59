import { causeSchema, snapshotSchema } from '@plumbline/core';
import { z } from 'zod';
import { pageInput, pageOf } from '../business.ts';
import type { Call } from '../context.ts';
import { flowAddress, flowStateSchema } from '../flow.ts';
import { parseInput } from '../parse-input.ts';
import { notFound } from '../problem.ts';
import { readIn } from '../scope.ts';

export const flowHistoryInput = z.strictObject({ ...flowAddress, ...pageInput });

export const historyEntrySchema = z
  .object({
    id: z.string(),
    number: z.int().meta({ description: 'From 1, for what runs and for the draft apart.' }),
    state: flowStateSchema,
    name: z.string(),
    at: z.iso.datetime(),
    direction: z.enum(['worse', 'better', 'same']),
    harmless: z.boolean(),
    causes: z.array(causeSchema),
    snapshot: snapshotSchema.meta({
      description: 'What it stood on, with the hashes of everything that went in, and what it said.',
    }),
  })
  .meta({ id: 'HistoryEntry', description: 'One evaluation of a flow.' });
export const historyPageSchema = pageOf(historyEntrySchema).meta({ id: 'HistoryPage' });

/** Every evaluation of a flow that stood on or said something else than the one before, newest first. Needs `read`. */
export const flowHistory = async ({
  ctx,
  input,
}: Call<z.input<typeof flowHistoryInput>>): Promise<z.infer<typeof historyPageSchema>> => {
  const { business, source, id, limit, after } = parseInput(flowHistoryInput, input);
  return readIn(ctx, business, 'read', async (view) => {
    const trail = await view.trail({ source, id }, { limit, after });
    if (trail.length === 0 && (await view.heads(source, [id])).length === 0) throw notFound('flow');
    const last = trail.length < limit ? undefined : trail.at(-1);
    return {
      items: trail.map(({ entry, number, state, name, at, direction, harmless, causes, snapshot }) => ({
        id: entry,
        number,
        state,
        name,
        at,
        direction,
        harmless,
        causes: [...causes],
        snapshot,
      })),
      next: last?.entry ?? null,
    };
  });
};

export const flowVersionSchema = z
  .object({ fingerprint: z.string(), name: z.string(), at: z.iso.datetime() })
  .meta({ id: 'FlowVersion', description: 'A version that is kept; `at`: when it first came.' });
export const flowVersionPageSchema = pageOf(flowVersionSchema).meta({ id: 'FlowVersionPage' });

/** The versions of a flow that are kept, newest first: what can be compared. Needs `read`. */
export const flowVersions = async ({
  ctx,
  input,
}: Call<z.input<typeof flowHistoryInput>>): Promise<z.infer<typeof flowVersionPageSchema>> => {
  const { business, source, id, limit, after } = parseInput(flowHistoryInput, input);
  return readIn(ctx, business, 'read', async (view) => {
    const versions = await view.flowVersions({ source, id }, { limit, after });
    if (versions.length === 0 && after === undefined) throw notFound('flow');
    const last = versions.length < limit ? undefined : versions.at(-1);
    return {
      items: versions.map(({ fingerprint, name, at }) => ({ fingerprint, name, at })),
      next: last?.fingerprint ?? null,
    };
  });
};
