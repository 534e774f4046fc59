import { z } from 'zod';

export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use small letters, digits and single dashes, e.g. corner-bookshop')
  .max(64);

/** In an address: anything; what does not exist is not found. */
export const businessIdSchema = z.string().min(1).max(200);

export const businessSchema = z
  .object({ id: z.string(), name: z.string(), createdAt: z.iso.datetime() })
  .meta({ id: 'Business', description: 'One tenant: a profile, its flows, its keys.' });
export type BusinessView = z.infer<typeof businessSchema>;

export const pageInput = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(100)
    .meta({ description: 'At most so many at once.' }),
  after: z.string().max(2000).optional().meta({ description: '`next` of the page before.' }),
};

/** A page of something; `next` goes into `after` for the page that follows, and is null on the last one. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });
