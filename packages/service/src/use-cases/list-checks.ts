import { checks } from '@plumbline/core';
import { z } from 'zod';

export const checkMetaSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    summary: z.string(),
    values: z.array(z.string()),
    appliesTo: z.string(),
    options: z.record(z.string(), z.unknown()).meta({ description: 'JSON Schema of its options.' }),
    version: z.int(),
    since: z.string(),
  })
  .meta({ id: 'Check' });
export type CheckMetaView = z.infer<typeof checkMetaSchema>;
export const checkListSchema = z.object({ items: z.array(checkMetaSchema) }).meta({ id: 'CheckList' });

/** Every check there is, by id. Needs nothing. */
export const listChecks = (): z.infer<typeof checkListSchema> => ({
  items: checks.map(({ meta }) => ({
    id: meta.id,
    title: meta.title,
    summary: meta.summary,
    values: [...meta.values],
    appliesTo: meta.appliesTo,
    options: z.toJSONSchema(meta.options, { io: 'input' }),
    version: meta.version,
    since: meta.since,
  })),
});
